/// What one option of an item, or one misconception behind answers to it, tells of those who chose it.
package struct OptionAnalysis: Sendable, Equatable {
    /// The option or misconception.
    package let option: String
    /// How many chose it.
    package let count: Int
    /// Its share of all responses to the item.
    package let share: Double
    /// The mean share that those who chose it reached on the rest of the test; nil where there is no rest.
    package let restMean: Double?
    /// The correlation of choosing it with the rest of the test. Negative for an option that draws those who know less,
    /// as a wrong one should; nil where nothing varies.
    package let discrimination: Double?
    /// The mean fraction that the option earned.
    package let fraction: Double

    /// The options that were chosen, the most frequent first, those of the same frequency by name.
    static func analyses(of responses: [(response: ScoredResponse, rest: Double?)]) -> [OptionAnalysis] {
        Dictionary(grouping: responses.filter { $0.response.option != nil }) { $0.response.option ?? "" }
            .map { OptionAnalysis(option: $0, chosen: $1, in: responses) }
            .sorted { ($1.count, $0.option) < ($0.count, $1.option) }
    }

    /// The same without what it would tell of those who chose it, where scores are no shares of one test.
    var counted: OptionAnalysis {
        OptionAnalysis(option: option, count: count, share: share, fraction: fraction)
    }

    private init(option: String, count: Int, share: Double, fraction: Double) {
        (self.option, self.count, self.share, self.fraction) = (option, count, share, fraction)
        (restMean, discrimination) = (nil, nil)
    }

    private init(
        option: String, chosen: [(response: ScoredResponse, rest: Double?)],
        in all: [(response: ScoredResponse, rest: Double?)]
    ) {
        self.option = option
        count = chosen.count
        share = Double(chosen.count) / Double(all.count)
        restMean = mean(chosen.compactMap(\.rest))
        discrimination = correlation(
            all.compactMap { each in each.rest.map { (each.response.option == option ? 1 : 0, $0) } })
        fraction = chosen.reduce(0) { $0 + $1.response.fraction } / Double(chosen.count)
    }
}
