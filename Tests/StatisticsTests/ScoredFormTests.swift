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
