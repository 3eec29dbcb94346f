/// What responses tell of an item, or of all items of one template.
package struct ItemAnalysis: Sendable, Equatable {
    /// The item, or the template.
    package let name: String
    /// How many items it speaks of.
    package let items: Int
    /// How many candidates got the item.
    package let responses: Int
    /// The mean fraction: 1 where everybody was right. Nil without responses.
    package let difficulty: Double?
    /// The corrected point-biserial: the correlation of the fraction with the score on the rest of the test (Henrysson,
    /// 1963). Where candidates got different items, with the share of the full score on those of the rest they got. Nil
    /// where either side does not vary.
    package let discrimination: Double?
    /// Where the difficulty is likely to lie; nil without responses.
    package let difficultyInterval: Interval?
    /// Where the discrimination is likely to lie; nil where it is, and of fewer than four candidates.
    package let discriminationInterval: Interval?
    /// The options or misconceptions, the most frequent first.
    package let options: [OptionAnalysis]
    /// How long they took; nil where nobody's time is known.
    package let time: TimeSummary?

    /// The analysis of each item of a matrix, in its order.
    package static func items(of matrix: ResponseMatrix) -> [ItemAnalysis] {
        let rows = matrix.rows.map(RowSum.init)
        return matrix.columns.enumerated().map { ItemAnalysis($1.name, of: [$0], in: matrix, rows) }
    }

    /// The analysis of each template with the items made from it, in the order of their first items.
    package static func families(of matrix: ResponseMatrix) -> [ItemAnalysis] {
        let rows = matrix.rows.map(RowSum.init)
        return matrix.families.map { ItemAnalysis($0.name, of: $0.columns, in: matrix, rows) }
    }

    private init(_ name: String, of places: [Int], in matrix: ResponseMatrix, _ rows: [RowSum]) {
        var responses: [(response: ScoredResponse, rest: Double?)] = []
        var pairs: [(Double, Double)] = []
        for (row, all) in zip(matrix.rows, rows) {
            let own = places.compactMap { row[$0] }
            let sum = RowSum(own)
            let rest = all.mean(without: sum)
            responses += own.map { ($0, rest) }
            if let mean = sum.mean(without: RowSum([])), let rest { pairs.append((mean, rest)) }
        }
        self.name = name
        items = places.count
        self.responses = responses.count
        difficulty = mean(responses.map(\.response.fraction))
        discrimination = correlation(pairs)
        difficultyInterval = Interval(ofShare: difficulty, of: responses.count)
        discriminationInterval = Interval(ofCorrelation: discrimination, of: pairs.count)
        options = OptionAnalysis.analyses(of: responses)
        time = TimeSummary(responses.compactMap(\.response.milliseconds))
    }
}

/// What a candidate reached on some items.
private struct RowSum {
    private let fractions: Double
    private let count: Int

    init(_ responses: [ScoredResponse?]) {
        let fractions = responses.compactMap { $0?.fraction }
        self.fractions = fractions.reduce(0, +)
        count = fractions.count
    }

    /// The mean fraction on all but some of them; nil where none is left.
    func mean(without part: RowSum) -> Double? {
        count > part.count ? (fractions - part.fractions) / Double(count - part.count) : nil
    }
}
