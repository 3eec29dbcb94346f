import Quiz
import Testing

@Suite struct `Degenerate input` {
    @Test func `is refused where rows and columns disagree`() {
        #expect(ResponseMatrix(columns: [.init(name: "a", family: "a")], rows: [[], []]) == nil)
        #expect(ScoredResponse(fraction: .nan) == nil)
        #expect(ScoredResponse(fraction: 1.1) == nil)
        #expect(ScoredResponse(fraction: 1, milliseconds: -1) == nil)
    }

    static let tables: [[[Double?]]] = [
        [], [[]], [[], []], [[1]], [[0], [1]], [[1, 0]], [[1, 1], [1, 1]], [[0, 0], [0, 0]], [[1, 0], [0, 1]],
        [[nil, nil], [nil, nil]], [[1, nil], [nil, 1]], [[0.1, 0.2], [0.2, 0.1], [0.15, 0.15]],
    ]

    @Test(arguments: tables) func `gives nil, never a number that is none`(table: [[Double?]]) throws {
        let statistics = TestStatistics(of: try matrix(table), passMark: 0.7)
        #expect(statistics.reliability == nil)
        #expect(statistics.consistency == nil)
        for figure in statistics.figures { #expect(figure.isFinite) }
    }

    @Test func `one candidate has a difficulty and no discrimination`() throws {
        let item = try #require(TestStatistics(of: try matrix([[1, 0]]), passMark: 0.5).items.first).analysis
        #expect(item.difficulty == 1)
        #expect(item.discrimination == nil && item.time == nil && item.options.isEmpty)
    }

    @Test func `missing cells leave what can be said of the others`() throws {
        let table: [[Double?]] = [[1, 1, nil], [1, nil, 1], [0, 0, 1], [0, 1, 0]]
        let items = TestStatistics(of: try matrix(table), passMark: 0.5).items.map(\.analysis)
        #expect(items.map(\.responses) == [4, 3, 3])
        #expect(items.map(\.difficulty) == [0.5, 2.0 / 3, 2.0 / 3])
        // The rest of each: 1, 1, 1/2, 1/2.
        #expect(items[0].discrimination == 1)
    }

    @Test(arguments: [-0.1, 1.1, .nan]) func `a pass mark that is none has no consistency`(mark: Double) throws {
        let table = try matrix([[1, 1, 1], [1, 1, 0], [0, 0, 0], [1, 0, 0]])
        #expect(Reliability(of: table) != nil)
        #expect(DecisionConsistency(of: table, passMark: mark) == nil)
        #expect(DecisionConsistency(of: table, passMark: 0.7) != nil)
    }
}
