import BundledPacks
import Content
import Quiz
import Scoring
import Testing

@Suite struct `Every item of the bundled pack` {
    /// Those of its scenarios under every policy that they are asked under, and its terms and facts. With some of its
    /// misconceptions, since all of them and their pairs take long and change wrong options alone.
    private func items() throws -> [Item] {
        var pack = try bundledPack("home-infusion")
        pack.misconceptions = pack.misconceptions.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
        let payers = Payers(of: pack).all
        let situations = (pack.scenarios + pack.examScenarios).flatMap { scenario in
            payers.filter { scenario.isAsked(under: $0.policy) }.map { Situation(scenario, under: $0) }
        }
        return situations.flatMap { situation in ItemKind.allCases.compactMap(situation.item) } + pack.termItems
    }

    @Test func `exercise every skill of home infusion but those of splitting midnights and retired codes`() throws {
        let exercised = try items().reduce(into: Set<Skill>()) { $0.formUnion($1.skills) }
        #expect(Set(Skill.allCases).subtracting(exercised).isSubset(of: [.pool, .hierarchy, .edition, .midnight]))
    }

    @Test func `takes its own key`() throws {
        for item in try items() {
            let feedback = try item.judge(item.key)
            #expect(feedback.isRight && feedback.remark == nil, "\(item.id): \(item.key)")
        }
    }

    @Test func `keeps its key out of its hints`() throws {
        // The keys of other kinds are numbers, which stand in hints for other reasons.
        for item in try items() where [.claim, .circumstance, .term].contains(item.kind) {
            // A circumstance's first hint says what to answer with yes; what matters is what the steps give away.
            let hints = item.kind == .circumstance ? Array(item.hints.dropFirst()) : item.hints
            let told = hints.joined(separator: " ").lowercased()
            let isTold = item.key == "none" ? told.contains("nothing is billed") : told.contains(item.key.lowercased())
            #expect(!isTold, "\(item.id): \(hints)")
        }
    }

    @Test func `has words, a reason and a source`() throws {
        for item in try items() {
            #expect(!item.stem.isEmpty && item.stem.allSatisfy { !$0.isEmpty }, "\(item.id)")
            #expect(!item.question.isEmpty && !item.heading.isEmpty, "\(item.id)")
            #expect(item.why.hasSuffix(".") && !item.sources.isEmpty, "\(item.id): \(item.why)")
            #expect(!item.skills.isEmpty, "\(item.id)")
        }
    }

    @Test func `is known by its identity`() throws {
        let item = try claimItem("iv-antibiotics", under: "cpt-midpoint")
        #expect("\(item.id)".hasPrefix("home-infusion/claim/iv-antibiotics/cpt-midpoint@"))
        #expect(try items().contains { "\($0.id)".hasPrefix("home-infusion/term/carc@") })
        for item in try items() { #expect(ItemID(item.id.description) == item.id) }
    }
}
