import Content
import Quiz
import Scoring
import Testing

/// Every item of every scenario, and of 50 seeds of each template, under every policy, told in every way.
@Suite struct `Every item about a visit` {
    private static let pack = try? bundledPack()
    static let scenarios = pack?.scenarios.map(\.id) ?? []
    static let templates = pack?.templates.map(\.id) ?? []

    @Test func `there are some`() { #expect(Self.scenarios.count > 30 && Self.templates.count > 10) }

    @Test(arguments: scenarios) func `of a scenario is sound`(name: ID<Scenario>) throws {
        let pack = try bundledPack()
        let scenario = try #require(pack.scenario(name))
        for policy in pack.policies {
            let situation = Situation(scenario, among: pack.beliefs(under: policy), in: pack)
            #expect(ItemKind.allCases.compactMap(situation.item).flatMap(complaints) == [])
            #expect(situation.item(.claim) != nil && situation.item(.term) == nil)
        }
    }

    @Test(arguments: templates) func `of a template is sound`(name: ID<Template>) throws {
        let pack = try bundledPack()
        let template = try #require(pack.template(name))
        var kinds: Set<ItemKind> = []
        for policy in pack.policies(for: template) {
            let beliefs = pack.beliefs(under: policy)
            for seed in 0..<50 as Range<UInt64> {
                for register in Register.allCases {
                    guard let situation = Situation(template, seed: seed, as: register, among: beliefs, in: pack)
                    else { continue }
                    let items = ItemKind.allCases.compactMap(situation.item)
                    #expect(items.flatMap(complaints) == [])
                    kinds.formUnion(items.map(\.kind))
                }
            }
        }
        #expect(kinds.isSuperset(of: [.claim, .choice, .audit]), "\(kinds)")
    }

    /// Claims alone, of seeds one after the other of every template under one policy, by their words: with the other
    /// policies and kinds there are more.
    @Test func `there are a hundred thousand, and no two say the same`() throws {
        let pack = try bundledPack()
        var told: Set<Int> = []
        var seed: UInt64 = 0
        while told.count < 100_000, seed < 20_000 {
            for template in pack.templates {
                for register in Register.allCases {
                    guard let filling = pack.fill(template, seed: seed, as: register) else { continue }
                    // The words of a claim item are its telling and its policy's statement.
                    told.insert(filling.telling.hashValue)
                }
            }
            seed += 1
        }
        #expect(told.count >= 100_000, "\(told.count) after \(seed) seeds")
    }
}
