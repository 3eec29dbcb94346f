/// How far scores of the same test would stay the same, from one sitting of it.
package struct Reliability: Sendable, Equatable {
    /// Cronbach's alpha (Cronbach, 1951); it can be negative.
    package let alpha: Double
    /// Where alpha is likely to lie; nil of fewer than three candidates.
    package let alphaInterval: Interval?
    /// Kuder and Richardson's formula 20 (1937); nil where an item was right in part.
    package let kr20: Double?
    /// The standard error of measurement in items: how far scores scatter round a candidate's true score. The standard
    /// deviation of total scores times the root of one less the reliability.
    package let standardError: Double

    /// The reliability of a test; nil where a candidate did not get every item, for fewer than two candidates or items,
    /// and where total scores do not vary.
    package init?(of matrix: ResponseMatrix) {
        guard let rows = matrix.complete, rows.count > 1, matrix.columns.count > 1,
            let spread = variance(rows.map { $0.reduce(0, +) }), spread > 1e-12
        else { return nil }
        let count = Double(matrix.columns.count)
        let items = matrix.columns.indices.compactMap { item in variance(rows.map { $0[item] }) }
        alpha = count / (count - 1) * (1 - items.reduce(0, +) / spread)
        alphaInterval = Interval(ofAlpha: alpha, items: matrix.columns.count, candidates: rows.count)
        standardError = (spread * max(0, 1 - alpha)).squareRoot()
        kr20 = Self.isRightOrWrong(rows) ? Self.kr20(rows, totals: spread) : nil
    }

    /// The reliability where each candidate had a form of their own, drawn by one rule: the first items of all forms are
    /// one column, the second ones the next. Nil where forms differ in length, and as of a matrix.
    ///
    /// - Parameter fractions: Of each candidate, in millionths, in the order of the positions.
    package init?(ofPositions fractions: [[Int]]) {
        let columns = (fractions.first ?? []).indices.map {
            ResponseMatrix.Column(name: "\($0 + 1)", family: "\($0 + 1)")
        }
        let rows = fractions.map { $0.map { ScoredResponse(fraction: Double($0) / 1_000_000) } }
        guard let matrix = ResponseMatrix(columns: columns, rows: rows) else { return nil }
        self.init(of: matrix)
    }

    private static func isRightOrWrong(_ rows: [[Double]]) -> Bool {
        rows.allSatisfy { $0.allSatisfy { $0 == 0 || $0 == 1 } }
    }

    private static func kr20(_ rows: [[Double]], totals spread: Double) -> Double {
        let (candidates, items) = (Double(rows.count), Double(rows[0].count))
        let products = rows[0].indices.map { item in
            let right = rows.reduce(0) { $0 + $1[item] } / candidates
            return right * (1 - right)
        }
        return items / (items - 1) * (1 - products.reduce(0, +) / (spread * (candidates - 1) / candidates))
    }
}
