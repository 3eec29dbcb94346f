import BundledPacks
import Content
import PseudoTerminal
import Quiz
import Scoring
import Testing

/// Every item of every scenario, and of some seeds of each template, under every policy, told in every way.
@Suite struct `Every item about a visit` {
    private static let pack = try? visitPack()
    static let scenarios = pack?.scenarios.map(\.id) ?? []
    static let templates = pack?.templates.map(\.id) ?? []

    @Test func `there are some`() { #expect(Self.scenarios.count > 30 && Self.templates.count > 10) }

    @Test(arguments: scenarios) func `of a scenario is sound`(name: ID<Scenario>) throws {
        let pack = try visitPack()
        let scenario = try #require(pack.scenario(name))
        for payer in try bundledPayers().all {
            let situation = Situation(scenario, under: payer)
            #expect(ItemKind.allCases.compactMap(situation.item).flatMap(complaints) == [])
            #expect(situation.item(.claim) != nil && situation.item(.term) == nil)
        }
    }

    @Test(arguments: templates) func `of a template is sound`(name: ID<Template>) throws {
        let pack = try visitPack()
        let template = try #require(pack.template(name))
        var kinds: Set<ItemKind> = []
        for policy in pack.policies(for: template) {
            let payer = try bundledPayer(policy.id)
            for seed in 0..<UInt64(Thoroughness.tries(12, full: 50)) {
                let situation = try #require(Situation(template, seed: seed, under: payer))
                let items = ItemKind.allCases.compactMap(situation.item)
                #expect(items.flatMap(complaints) == [])
                kinds.formUnion(items.map(\.kind))
                guard template.note != nil else { continue }
                let charted = try #require(Situation(template, seed: seed, as: .note, under: payer))
                #expect(charted.telling != situation.telling && charted.encounter == situation.encounter)
                // The facts are the same, so all that follows from them is.
                for (item, plain) in zip(ItemKind.allCases.compactMap(charted.item), items) {
                    #expect(item.kind == plain.kind && item.key == plain.key && item.options == plain.options)
                    #expect(item.hints == plain.hints && item.id != plain.id && ItemID(item.id.description) == item.id)
                    #expect(try item.judge(item.key).isRight)
                }
            }
        }
        #expect(kinds.isSuperset(of: [.claim, .audit, .circumstance]), "\(kinds)")
    }

    /// Reckoned from repeats, as one counts fish: of `n` fillings of a template, drawn from `v` that are as likely,
    /// about `n * n / 2v` repeat an earlier one. Three more than were seen is the most that 19 of 20 such counts hide
    /// where none was seen. Each filling is asked about under every policy of its template as a claim alone.
    @Test func `there are more than a hundred thousand`() throws {
        let pack = try visitPack()
        let drawn = 200
        let items = pack.templates.reduce(0) { sum, template in
            let tellings = (0..<UInt64(drawn)).compactMap { template.fill(from: pack.wordLists, seed: $0)?.telling }
            let repeats = tellings.count - Set(tellings).count
            return sum + tellings.count * tellings.count / (2 * (repeats + 3)) * pack.policies(for: template).count
        }
        #expect(items >= 100_000, "\(items)")
    }
}
