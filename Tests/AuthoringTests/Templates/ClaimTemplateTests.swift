import Scoring
import Testing

@testable import Authoring
@testable import Content

/// Templates whose slots are drugs, amounts, days and dates.
@Suite struct ClaimTemplateTests {
    /// Read once for all tests.
    private static let read = readPack(folder: "\(ClaimPackTests.folder)/home-month")

    private let pack: Pack

    init() throws { pack = try #require(Self.read.pack, "\(Self.read.problems)") }

    private func filling(_ id: ID<Template>, _ seed: UInt64) throws -> Filling {
        let template = try #require(pack.templates.first { $0.id == id })
        return try #require(template.fill(from: pack.wordLists, seed: seed))
    }

    /// What is given and what is left over come to whole vials of 100 mg, and the text says how many.
    @Test(arguments: 0..<100 as Range<UInt64>) func `what is left in vials follows from the dose`(seed: UInt64) throws {
        let filling = try filling("vials", seed)
        let drug = try #require(filling.encounter.episode?.drugs.first)
        let vials = (drug.given.thousandths + 99_999) / 100_000
        #expect((120_001...999_000).contains(drug.given.thousandths) && drug.given.thousandths % 2_000 == 1_000)
        #expect(drug.given.thousandths + drug.discarded.thousandths == vials * 100_000)
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        #expect(filling.telling.contains(" draws \(drug.given) of infliximab from \(words[vials]) vials of 100 mg"))
        let received = try #require(filling.encounter.episode?.received)
        #expect(received.ordinal - filling.encounter.date.ordinal == 20)
    }

    /// A course lasts as many days as its text says, and its doses are those of the row that was drawn.
    @Test(arguments: 0..<100 as Range<UInt64>) func `days follow from each other`(seed: UInt64) throws {
        let filling = try filling("course", seed)
        let episode = try #require(filling.encounter.episode)
        let therapy = try #require(episode.therapies.first)
        #expect(therapy.dates.from == filling.encounter.date && (5...21).contains(therapy.dates.days))
        #expect(filling.telling.contains("\(therapy.dates.days) days in all"))
        #expect(episode.drugs.first?.times == therapy.dates.days && episode.drugs.first?.isSingleDose == false)
        #expect(therapy.everyHours == (episode.drugs.first?.given == Amount("1 g") ? 8 : 12))
        #expect(
            filling.encounter.visits.last?.date.map { (2...4).contains($0.ordinal - therapy.dates.from.ordinal) }
                == true)
        #expect(episode.paid.lastVisit.map { filling.encounter.date.ordinal - $0.ordinal } == 90)
        let code = try #require(Code("S9494"))
        #expect(episode.authorised[code].map { filling.telling.hasSuffix("leave for \($0) units.") } == true)
    }

    @Test func `a filling reads well`() throws {
        #expect(try filling("vials", 3) == filling("vials", 3))
        for seed in 0..<40 as Range<UInt64> {
            for id in ["vials", "course"] as [ID<Template>] {
                let text = try filling(id, seed).telling
                #expect(slip(in: text, isNote: false) == nil, "\(text)")
            }
        }
    }
}
