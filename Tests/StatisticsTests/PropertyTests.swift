import PseudoTerminal
import Quiz
import Testing

@Suite struct `Properties of statistics` {
    @Test(arguments: 1...40) func `figures stay within their bounds, whatever the responses`(seed: UInt64) throws {
        var chance = Seeded(seed)
        let table = (0..<Int.random(in: 0...12, using: &chance)).map { _ in
            (0..<4).map { _ in
                Int.random(in: 0..<5, using: &chance) == 0 ? nil : Double.random(in: 0...1, using: &chance)
            }
        }
        let statistics = TestStatistics(of: try matrix(table), passMark: 0.5)
        #expect(statistics.figures.allSatisfy { $0.isFinite })
        for analysis in (statistics.items + statistics.families).map(\.analysis) {
            #expect((0...1).contains(analysis.difficulty ?? 0))
            #expect((-1...1).contains(analysis.discrimination ?? 0))
        }
        if let reliability = statistics.reliability {
            #expect(reliability.alpha <= 1 && reliability.standardError >= 0)
        }
        if let consistency = statistics.consistency {
            #expect((0.5...1).contains(consistency.agreement) && (0.5...1).contains(consistency.chance))
            #expect(consistency.agreement >= consistency.chance - 1e-12)
        }
    }

    @Test(arguments: 1...20) func `the order of candidates and items does not matter`(seed: UInt64) throws {
        var chance = Seeded(seed)
        let table = randomTable(candidates: 30, items: 10, inPart: seed.isMultiple(of: 2), using: &chance)
        let order = (0..<10).shuffled(using: &chance)
        let other = table.shuffled(using: &chance).map { row in order.map { row[$0] } }
        let one = TestStatistics(of: try matrix(table), passMark: 0.6)
        let two = TestStatistics(of: try matrix(other), passMark: 0.6)
        #expect(near(one.reliability?.alpha, two.reliability?.alpha))
        #expect(near(one.consistency?.agreement, two.consistency?.agreement))
        for (place, item) in order.enumerated() {
            #expect(near(one.items[item].analysis.discrimination, two.items[place].analysis.discrimination))
        }
    }

    @Test(arguments: 1...20) func `right or wrong, KR-20 is alpha`(seed: UInt64) throws {
        var chance = Seeded(seed)
        let table = randomTable(candidates: 20, items: 12, inPart: false, using: &chance)
        let reliability = try #require(Reliability(of: try matrix(table)))
        #expect(near(reliability.alpha, reliability.kr20))
    }

    @Test func `a test whose items all agree decides alike at every mark`() throws {
        let table = try matrix([[1, 1, 1, 1], [1, 1, 1, 1], [0, 0, 0, 0]])
        #expect(Reliability(of: table)?.standardError == 0)
        for mark in [0.1, 0.5, 1] {
            let consistency = DecisionConsistency(of: table, passMark: mark)
            #expect(near(consistency?.agreement, 1) && near(consistency?.kappa, 1))
        }
    }

    @Test func `a mark that nobody can miss leaves nothing to chance`() throws {
        let table = try matrix([[1, 1, 0], [1, 1, 1], [0, 0, 0], [1, 0, 0]])
        let consistency = try #require(DecisionConsistency(of: table, passMark: 0))
        #expect(consistency.agreement == 1 && consistency.kappa == nil)
    }

    private func near(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return abs(one - other) < 1e-9
    }
}
