/// How far scores of the same test would stay the same, from one sitting of it.
package struct Reliability: Sendable, Equatable {
    /// Cronbach's alpha (Cronbach, 1951); it can be negative.
    package let alpha: Double
    /// Where alpha is likely to lie; nil of fewer than three candidates.
    package let alphaInterval: Interval?
    /// Kuder and Richardson's formula 20 (1937); nil where an item was right in part, and where
    /// candidates had different items, of which it does not speak.
    package let kr20: Double?
    /// The standard error of measurement in items: how far scores scatter round a candidate's true score. The standard
    /// deviation of total scores times the root of one less the reliability.
    package let standardError: Double
    /// Whether candidates had different items: differences of difficulty between forms then count as error, so that the
    /// reliability is at least this, and the standard error at most.
    package let isLowerBound: Bool

    /// The reliability of a test; nil where a candidate did not get every item, for fewer than two candidates or items,
    /// and where total scores do not vary.
    package init?(of matrix: ResponseMatrix) { self.init(of: matrix, isLowerBound: false) }

    private init?(of matrix: ResponseMatrix, isLowerBound: Bool) {
        guard let rows = matrix.complete, rows.count > 1, matrix.columns.count > 1,
            let spread = variance(rows.map { $0.reduce(0, +) }), spread > 1e-12
        else { return nil }
        let count = Double(matrix.columns.count)
        let items = matrix.columns.indices.compactMap { item in variance(rows.map { $0[item] }) }
        alpha = count / (count - 1) * (1 - items.reduce(0, +) / spread)
        alphaInterval = Interval(ofAlpha: alpha, items: matrix.columns.count, candidates: rows.count)
        standardError = (spread * max(0, 1 - alpha)).squareRoot()
        self.isLowerBound = isLowerBound
        kr20 = !isLowerBound && Self.isRightOrWrong(rows) ? Self.kr20(rows, totals: spread) : nil
    }

    /// The reliability of forms side by side.
    init?(of aligned: AlignedForms) {
        self.init(of: aligned.matrix, isLowerBound: !aligned.areAlike)
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
