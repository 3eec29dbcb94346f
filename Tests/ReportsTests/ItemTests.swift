import BundledPacks
import Content
import Foundation
import Quiz
import Reports
import Scoring
import Testing

/// A pack of three visits and two terms.
func lesson() throws -> Pack { try lessonPack() }

@Suite struct `What a program reads of items` {
    private let pack: Pack
    private let item: Item

    init() throws {
        pack = try lesson()
        let payer = Payer(try #require(pack.policy("cpt-midpoint")), in: pack)
        let situation = Situation(try #require(pack.scenario("half-an-hour-more")), under: payer)
        item = try #require(situation.item(.claim))
    }

    @Test func `is all there is to know`() throws {
        struct Read: Decodable {
            let id, kind, policy, question, key, why: String, stem, options, skills, sources: [String]
        }
        let read = try JSONDecoder().decode(Read.self, from: Data(JSON(item).text.utf8))
        #expect(read.id == item.id.description && read.kind == "claim" && read.policy == "cpt-midpoint")
        #expect(read.question == item.question && read.stem == item.stem && read.options.isEmpty)
        #expect(read.key == "99601 x1" && read.why == item.why && read.sources == ["A guide"])
        #expect(read.skills == item.skills.map(\.rawValue).sorted())
    }

    @Test func `is a claim line by line, with modifiers and units`() throws {
        let claim = try parseAnswer("99601, 99602-SH x2")
        #expect(
            JSON(claim).text
                == #"[{"code":"99601","modifiers":[],"units":1},{"code":"99602","modifiers":["SH"],"units":2}]"#)
    }

    @Test func `is a key with its steps`() throws {
        struct Read: Decodable {
            struct Line: Decodable { let code: String, modifiers: [String], units: Int }
            struct Minutes: Decodable { let total, counted: Int }
            struct Step: Decodable { let rule, text: String }
            let policy: String, key: [Line], minutes: Minutes, steps: [Step]
        }
        let policy = try #require(pack.policy("started-hour"))
        let visit = try #require(pack.scenario("half-an-hour-more")).encounter
        let key = derive(visit, under: pack.rules(under: policy))
        let read = try JSONDecoder().decode(Read.self, from: Data(JSON(key, of: pack, policy: policy.id).text.utf8))
        #expect(read.policy == "started-hour" && read.key.map(\.code) == ["99601", "99602"])
        #expect(read.key.map(\.units) == [1, 1] && read.minutes.total == 150 && read.minutes.counted == 150)
        #expect(read.steps.map(\.text) == key.steps.map { $0.text(by: pack.wording) } && !read.steps.isEmpty)
    }

    @Test func `is an entry as it is looked up`() throws {
        struct Read: Decodable { let kind, name, title: String, text, sources: [String] }
        let entry = try #require(pack.lookUp("99602").first)
        let read = try JSONDecoder().decode(Read.self, from: Data(JSON(entry).text.utf8))
        #expect(read.kind == "code" && read.name == "99602" && read.title == entry.title && read.text == entry.text)
    }

    // MARK: - Words

    @Test(arguments: [
        ("cpt-midpiont", "no policy cpt-midpiont in lesson; did you mean cpt-midpoint?"),
        ("qqqq", "no policy qqqq in lesson; preceptor pack show lesson lists what there is"),
    ])
    func `a name that nothing has comes with the nearest`(name: String, message: String) {
        #expect(pack.missingName("policy", name, among: pack.policies.map(\.id.text)) == message)
    }

    @Test func `a long name is cut`() {
        let message = pack.missingName("policy", String(repeating: "x", count: 1_000), among: [])
        #expect(message.hasPrefix("no policy \(String(repeating: "x", count: 64)) in lesson; "))
    }

    @Test(arguments: [
        ("midpiont rule", "nothing is known here as midpiont rule; did you mean midpoint rule or midpoint-rule?"),
        ("qqqq", "nothing is known here as qqqq"),
    ])
    func `words that nothing is known by come with the nearest`(words: String, message: String) {
        #expect(pack.nothing(for: words) == message)
    }
}
