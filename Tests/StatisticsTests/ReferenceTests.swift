import Foundation
import PseudoTerminal
import PythonPackages
import Quiz
import Testing

@Suite struct `Statistics` {
    private struct Table: Codable {
        let rows: [[Double?]]
        let milliseconds: [Int]
        let passMark: Double
    }

    private struct Expected: Decodable {
        let difficulty, discrimination, quartiles: [Double]
        let alpha, consistency: [Double?]?
        let standardError, kr20: Double?
    }

    /// Tests right or wrong, in part, and with items (not the first) that some did not get.
    private static func tables() -> [Table] {
        var chance = Seeded(11)
        return (0..<Thoroughness.tries(24, full: 60)).map { number in
            let candidates = Int.random(in: 25...120, using: &chance)
            let items = Int.random(in: 8...40, using: &chance)
            var rows: [[Double?]] = randomTable(
                candidates: candidates, items: items, inPart: number % 3 == 1, using: &chance)
            if number % 3 == 2 {
                for row in rows.indices {
                    for item in 1..<items where Int.random(in: 0..<8, using: &chance) == 0 { rows[row][item] = nil }
                }
            }
            let times = (0..<candidates).map { _ in Int.random(in: 500...180_000, using: &chance) }
            return Table(rows: rows, milliseconds: times, passMark: Double.random(in: 0.3...0.9, using: &chance))
        }
    }

    @Test(.timeLimit(.minutes(10))) func `are those of pingouin, girth, numpy and scipy to 1e-9`() throws {
        let tables = Self.tables()
        let folder = try TemporaryFolder()
        try JSONEncoder().encode(tables).write(to: URL(filePath: folder.path(of: "tables.json")))
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/analyse.py").path
        let result = try PythonPackages("statistics").run(script, [folder.path(of: "tables.json")])
        try #require(result.status == .exited(0), "\(result.errors)")
        let expected = try JSONDecoder().decode([Expected].self, from: Data(result.outputBytes))
        try #require(expected.count == tables.count)

        for (table, expected) in zip(tables, expected) {
            let statistics = TestStatistics(of: try matrix(table), passMark: table.passMark)
            let items = statistics.items.map(\.analysis)
            #expect(same(items.map(\.difficulty), expected.difficulty))
            #expect(same(items.map(\.discrimination), expected.discrimination))
            let time = try #require(items.first?.time)
            #expect(same([time.lowerQuartile, time.median, time.upperQuartile], expected.quartiles))
            #expect(
                same([statistics.reliability?.alpha, statistics.reliability?.alpha], expected.alpha ?? [nil, nil]))
            #expect(same([statistics.reliability?.standardError], [expected.standardError]))
            #expect(same([statistics.reliability?.kr20], [expected.kr20]))
            let consistency = statistics.consistency
            let figures = [consistency?.agreement, consistency?.chance, consistency?.kappa]
            #expect(same(figures, expected.consistency ?? [nil, nil, nil]))
        }
        #expect(
            expected.count { $0.kr20 != nil } * 3 == tables.count
                && expected.count { $0.alpha != nil } * 3 == tables.count * 2)
    }

    /// The table, each of the times beside the first item's response of one candidate.
    private func matrix(_ table: Table) throws -> ResponseMatrix {
        let columns = (table.rows.first ?? []).indices.map {
            ResponseMatrix.Column(name: "item \($0)", family: "family \($0 % 3)")
        }
        let rows = zip(table.rows, table.milliseconds).map { row, time in
            row.enumerated().map { item, fraction in
                fraction.flatMap { ScoredResponse(fraction: $0, milliseconds: item == 0 ? time : nil) }
            }
        }
        return try #require(ResponseMatrix(columns: columns, rows: rows))
    }

    private func same(_ ours: [Double?], _ theirs: [Double?]) -> Bool {
        ours.count == theirs.count
            && zip(ours, theirs).allSatisfy { ours, theirs in
                guard let ours, let theirs else { return ours == nil && theirs == nil }
                return abs(ours - theirs) <= 1e-9 * max(1, abs(theirs))
            }
    }
}
