import PseudoTerminal
import Quiz
import Testing

/// A matrix of fractions without options and times; nil where a candidate did not get the item.
func matrix(_ table: [[Double?]], families: [String]? = nil) throws -> ResponseMatrix {
    let columns = (0..<(table.first?.count ?? 0)).map {
        ResponseMatrix.Column(name: "item \($0)", family: families?[$0] ?? "family \($0)")
    }
    let rows = table.map { $0.map { fraction in fraction.flatMap { ScoredResponse(fraction: $0) } } }
    return try #require(ResponseMatrix(columns: columns, rows: rows))
}

/// Candidates of differing ability on items of differing difficulty.
func randomTable(
    candidates: Int, items: Int, inPart: Bool, using chance: inout Seeded
) -> [[Double]] {
    let difficulties = (0..<items).map { _ in Double.random(in: 0.1...0.9, using: &chance) }
    return (0..<candidates).map { _ in
        let ability = Double.random(in: 0...1, using: &chance)
        return difficulties.map { difficulty in
            let share = (ability + difficulty) / 2
            guard inPart else { return Double.random(in: 0..<1, using: &chance) < share ? 1 : 0 }
            return (max(0, min(1, share + Double.random(in: -0.4...0.4, using: &chance))) * 4).rounded() / 4
        }
    }
}

extension TestStatistics {
    /// Every figure that is there.
    var figures: [Double] {
        let test: [Double?] = [
            mean, standardDeviation, reliability?.alpha, reliability?.kr20, reliability?.standardError,
            consistency?.agreement, consistency?.chance, consistency?.kappa,
        ]
        let parts = (items + families).flatMap { figures(of: $0.analysis) }
        return (test + parts).compactMap(\.self)
    }

    private func figures(of analysis: ItemAnalysis) -> [Double?] {
        analysis.options.reduce(
            into: [analysis.difficulty, analysis.discrimination, analysis.time?.mean, analysis.time?.median]
        ) { $0 += [$1.share, $1.restMean, $1.discrimination, $1.fraction] }
    }
}
