import Foundation
import PseudoTerminal
import PythonPackages
import Quiz
import Testing

@Suite struct `A cut score` {
    private struct Expected: Decodable {
        let icc, cuts, itemMeans, itemDeviations, correlations: [Double]
        let cut, deviation, standardError: Double
    }

    /// Raters of differing severity who see the same items, more or less alike.
    private static func tables() -> [[[Double]]] {
        var chance = Seeded(23)
        return (0..<40).map { number in
            let severity = (0..<(2 + number % 9)).map { _ in Double.random(in: -15...15, using: &chance) }
            let noise = Double(number % 5) * 8 + 1
            return (0..<Int.random(in: 5...60, using: &chance)).map { _ in
                let item = Double.random(in: 30...90, using: &chance)
                return severity.map { harder in
                    let rating = item + harder + Double.random(in: -noise...noise, using: &chance)
                    return max(0, min(100, rating.rounded()))
                }
            }
        }
    }

    private func round(_ table: [[Double]]) throws -> AngoffRound {
        try #require(
            AngoffRound(
                table, items: table.indices.map { "item \($0)" }, raters: table[0].indices.map { "rater \($0)" }))
    }

    @Test(.timeLimit(.minutes(10))) func `is that of pingouin and numpy to 1e-9`() throws {
        let tables = Self.tables()
        let folder = try TemporaryFolder()
        try JSONEncoder().encode(tables).write(to: URL(filePath: folder.path(of: "tables.json")))
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/cut_score.py").path
        let result = try PythonPackages("statistics").run(script, [folder.path(of: "tables.json")])
        try #require(result.status == .exited(0), "\(result.errors)")
        let expected = try JSONDecoder().decode([Expected].self, from: Data(result.outputBytes))
        try #require(expected.count == tables.count)
        for (table, expected) in zip(tables, expected) {
            let round = try round(table)
            let agreement = try #require(round.agreement)
            let ours = [
                agreement.oneWay, agreement.agreement, agreement.consistency, agreement.oneWayOfMean,
                agreement.agreementOfMean, agreement.consistencyOfMean,
            ]
            #expect(same(ours, expected.icc))
            #expect(
                same(
                    [round.cut, round.deviation, round.standardError],
                    [
                        expected.cut, expected.deviation, expected.standardError,
                    ]))
            #expect(same(round.raters.map(\.cut), expected.cuts))
            #expect(same(round.raters.compactMap(\.correlation), expected.correlations))
            #expect(same(round.items.map(\.mean), expected.itemMeans))
            #expect(same(round.items.map(\.deviation), expected.itemDeviations))
        }
    }

    private func same(_ ours: [Double], _ theirs: [Double]) -> Bool {
        ours.count == theirs.count
            && zip(ours, theirs).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($1)) }
    }

    @Test func `names the items that raters see otherwise, and tells what a second round changed`() throws {
        let before: [[Double]] = [[40, 80], [60, 62], [70, 40]]
        let after: [[Double]] = [[55, 65], [60, 62], [70, 40]]
        let score = try #require(
            CutScore(rounds: [before, after], items: ["a", "b", "c"], raters: ["one", "two"]))
        #expect(score.rounds[0].items.map(\.isToDiscuss) == [true, false, false])
        #expect(score.last.items.map(\.isToDiscuss) == [false, false, false])
        let change = try #require(score.change)
        #expect(change.share == 2.0 / 6 && change.distance == 30.0 / 6 && change.cut == 0)
        #expect(score.passMark == 59)
        #expect(CutScore(rounds: [before], items: ["a", "b", "c"], raters: ["one", "two"])?.change == nil)
    }

    @Test func `of raters who agree has no error`() throws {
        let round = try round([[50, 50, 50], [70, 70, 70], [90, 90, 90]])
        #expect(round.cut == 70 && round.deviation == 0 && round.standardError == 0)
        #expect(round.agreement?.agreement == 1 && round.agreement?.consistencyOfMean == 1)
        #expect(try self.round([[50, 50], [50, 50]]).agreement == nil)
    }

    @Test(arguments: [[], [[50]], [[50, 60]], [[50], [60]], [[50, 60], [70]]] as [[[Double]]])
    func `of too few ratings is none`(table: [[Double]]) {
        let raters = (table.first ?? []).indices.map { "\($0)" }
        #expect(AngoffRound(table, items: table.indices.map { "\($0)" }, raters: raters) == nil)
        #expect(CutScore(rounds: [table], items: table.indices.map { "\($0)" }, raters: raters) == nil)
    }
}
