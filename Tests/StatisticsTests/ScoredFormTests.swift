import Foundation
import PseudoTerminal
import Quiz
import Testing

@Suite struct `Statistics of forms` {
    private func form(_ fractions: [Double], items: [String]) throws -> ScoredForm {
        ScoredForm(
            try zip(fractions, items).map { fraction, item in
                ScoredForm.Entry(
                    item: item, family: String(item.prefix(1)),
                    response: try #require(ScoredResponse(fraction: fraction, milliseconds: 1_000)))
            })
    }

    @Test func `are those of a test where everybody had the same form`() throws {
        var chance = Seeded(11)
        let table = randomTable(candidates: 30, items: 8, inPart: false, using: &chance)
        let items = (0..<8).map { "i\($0)" }
        let forms = try table.map { try form($0, items: items) }
        let plain = TestStatistics(of: try matrix(table), passMark: 0.6)
        let statistics = TestStatistics(of: forms, passMark: 0.6)
        #expect(statistics.reliability == plain.reliability && statistics.reliability != nil)
        #expect(statistics.consistency == plain.consistency && statistics.consistency != nil)
        #expect(statistics.items.map(\.analysis.difficulty) == plain.items.map(\.analysis.difficulty))
        #expect(statistics.items.map(\.analysis.discrimination) == plain.items.map(\.analysis.discrimination))
    }

    /// Forty candidates' answers to twenty items, 1 where they are right.
    private static let sat = """
        11111000001101110100 11111110011111111010 11110101101111111000 11110110001011000100
        11111111111111110111 00001000111000000000 11111000001010100100 11110011001111000000
        11111110101111111111 11010010001001100000 11101000001001000100 01110010001001110000
        11111000001001111010 11111110101111111100 01000000001000000000 11000000111110101110
        11111011011111110100 11101000001000010000 11111010111111111000 11011110101110111000
        11101000001101100000 00000000001010000000 11111110101010110000 10000000001101000000
        11111110001011101000 11111110011111111000 10000100101000000010 11011100101001100000
        11111111111111111110 11111100101110000000 11101001011111001000 11110100111111101010
        11110111101101010101 11011111001111110000 10101110001110111010 11100110001110010100
        11000000001111010000 10100100001000000000 11001000001011100010 11111111001110011011
        """.split { $0 == " " || $0 == "\n" }.map { $0.map { $0 == "1" ? 1.0 : 0 } }

    /// numpy's alpha of the table, and what Bonett's and Subkoviak's formulas make of it there, by scipy's binomial
    /// distribution: whoever shuffles items must not change how they are reckoned.
    @Test func `do not depend on the order in which each had the items`() throws {
        var chance = Seeded(5)
        let forms = try Self.sat.map { fractions in
            // Two sections, each in an order of its own.
            let order = Array(0..<10).shuffled(using: &chance) + Array(10..<20).shuffled(using: &chance)
            return try form(order.map { fractions[$0] }, items: order.map { "i\($0)" })
        }
        let statistics = TestStatistics(of: forms, passMark: 0.6)
        let found = try #require(statistics.reliability)
        let interval = try #require(found.alphaInterval)
        let consistency = try #require(statistics.consistency)
        for (found, right) in [
            (found.alpha, 0.842), (found.kr20 ?? 0, 0.842), (found.standardError, 1.780), (interval.low, 0.749),
            (interval.high, 0.900), (consistency.agreement, 0.783), (consistency.kappa ?? 0, 0.560),
        ] { #expect(abs(found - right) < 0.001, "\(found), \(right)") }
        #expect(!found.isLowerBound && Reliability(of: forms) == found)
    }

    /// Half of the items are everybody's, the others one of two each, which differ in difficulty: alpha by what all had
    /// and by places lies below that of either set, and says so.
    @Test func `are a lower bound where candidates had different items`() throws {
        var chance = Seeded(8)
        let forms = try (0..<400).map { candidate in
            let ability = Double.random(in: -2...2, using: &chance)
            let items = (0..<12).map { $0 < 6 ? "c\($0)" : "d\($0)-\((candidate + $0) % 2)" }.shuffled(using: &chance)
            let fractions = items.map { item in
                let difficulty = item.hasSuffix("-0") ? -1.5 : item.hasSuffix("-1") ? 1.5 : 0
                return Double.random(in: 0..<1, using: &chance) < 1 / (1 + exp(difficulty - 1.5 * ability)) ? 1.0 : 0
            }
            return try form(fractions, items: items)
        }
        let all = try #require(Reliability(of: forms))
        #expect(all.isLowerBound && all.kr20 == nil)
        let same = try #require(
            Reliability(of: forms.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)))
        #expect(!same.isLowerBound && all.alpha < same.alpha)
    }

    @Test func `tell no more than how often, how long and by which beliefs, where items follow from answers`() throws {
        let forms = try (0..<400).map { try form([1, $0 < 20 ? 1 : 0], items: ["a\($0 % 2)", "b1"]) }
        let statistics = TestStatistics(of: forms, passMark: 0.6, areDrawn: false)
        #expect(statistics.mean == nil && statistics.standardDeviation == nil && statistics.reliability == nil)
        for item in statistics.items + statistics.families {
            let analysis = item.analysis
            #expect(analysis.difficulty == nil && analysis.discrimination == nil && analysis.difficultyInterval == nil)
            #expect(item.flags.isEmpty && analysis.responses > 0 && analysis.time?.median == 1_000)
        }
        #expect(TestStatistics(of: forms, passMark: 0.6).families.contains { !$0.flags.isEmpty })
    }

    @Test func `hold place against place, and item against item, where forms differ`() throws {
        let forms = [
            try form([1, 0, 1], items: ["a1", "b1", "c1"]), try form([0, 0, 1], items: ["b1", "a2", "c1"]),
            try form([1, 1, 1], items: ["c1", "b1", "a1"]),
        ]
        let statistics = TestStatistics(of: forms, passMark: 0.6)
        #expect(statistics.items.map(\.analysis.name) == ["a1", "a2", "b1", "c1"])
        #expect(statistics.items.map(\.analysis.responses) == [2, 1, 3, 3])
        #expect(statistics.families.map(\.analysis.name) == ["a", "b", "c"])
        #expect(statistics.reliability != nil)
        let uneven = TestStatistics(of: forms + [try form([1], items: ["a1"])], passMark: 0.6)
        #expect(uneven.reliability == nil && uneven.candidates == 4)
    }
}
