/// How long an item took.
package struct TimeSummary: Sendable, Equatable {
    /// How many responses were timed.
    package let count: Int
    /// Milliseconds.
    package let mean: Double
    /// Milliseconds: a quarter of the responses took no longer, a half, three quarters.
    package let lowerQuartile, median, upperQuartile: Double

    /// Sums up times in milliseconds; nil where nothing was timed.
    init?(_ milliseconds: [Int]) {
        let sorted = milliseconds.sorted().map(Double.init)
        guard let mean = Quiz.mean(sorted), let lower = quantile(0.25, ofSorted: sorted),
            let middle = quantile(0.5, ofSorted: sorted), let upper = quantile(0.75, ofSorted: sorted)
        else { return nil }
        count = sorted.count
        self.mean = mean
        (lowerQuartile, median, upperQuartile) = (lower, middle, upper)
    }
}
