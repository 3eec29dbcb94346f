import Scoring

/// What the comparison of two ways of teaching has come to.
package struct ComparisonReport: Sendable {
    /// What one measure came to.
    package struct Row: Sendable {
        /// What was measured.
        package let measure: TeachingComparison.Measure
        /// How many learners tell, and their mean, by the way in which they were taught.
        package let ways: [(way: TeachingComparison.Way, learners: Int, mean: Double)]
        /// By how much the mean of corrections is above that of contrasts, with a 95 % interval; nil where fewer than
        /// two learners of a way tell.
        package let difference: Difference?
    }

    /// A difference of two means, and between what it lies 95 times of 100.
    package struct Difference: Sendable, Equatable {
        /// The difference itself.
        package let value: Double
        /// The lower end of the interval.
        package let low: Double
        /// The upper end of the interval.
        package let high: Double
    }

    /// How many learners have agreed.
    package let agreed: Int
    /// What was measured, the measure that decides first.
    package let rows: [Row]

    /// Learners of each way who show a difference of half a standard deviation 8 times of 10 (J. Cohen, "A power
    /// primer", 1992).
    package static let enough = 64

    /// Reads what learners of a pack answered since they agreed.
    ///
    /// - Parameters:
    ///   - store: Where it is kept.
    ///   - pack: The pack's id.
    /// - Throws: `RecordsError` where it cannot be read.
    package init(from store: some LearnerStore, in pack: String) throws(RecordsError) {
        var agreed = 0
        var values: [TeachingComparison.Measure: [TeachingComparison.Way: [Double]]] = [:]
        for name in try store.learnerNames() {
            guard let learner = try store.knownLearner(named: name),
                let since = TeachingComparison.agreement(in: try store.lessonNotes(of: learner.id, in: pack))
            else { continue }
            agreed += 1
            let answers = try store.answers(of: learner.id, in: pack).map(\.answer).filter { $0.at > since }
            for measure in TeachingComparison.Measure.allCases {
                guard let value = measure.value(of: answers) else { continue }
                values[measure, default: [:]][TeachingComparison.way(of: name), default: []].append(value)
            }
        }
        self.agreed = agreed
        rows = TeachingComparison.Measure.allCases.map { Row($0, values[$0] ?? [:]) }
    }
}

extension ComparisonReport.Row {
    fileprivate init(_ measure: TeachingComparison.Measure, _ values: [TeachingComparison.Way: [Double]]) {
        self.measure = measure
        ways = TeachingComparison.Way.allCases.map { ($0, values[$0]?.count ?? 0, (values[$0] ?? []).mean) }
        difference = ComparisonReport.Difference(of: values[.corrections] ?? [], from: values[.contrasts] ?? [])
    }
}

extension ComparisonReport.Difference {
    /// The 97.5th percentile of the standard normal distribution.
    private static let normal = 1.959_964

    /// Of two groups whose spreads may differ (B. L. Welch, 1938), by the normal distribution; nil for fewer than two in
    /// either.
    init?(of some: [Double], from others: [Double]) {
        guard some.count > 1, others.count > 1 else { return nil }
        let half = Self.normal * (some.errorOfMean + others.errorOfMean).squareRoot()
        let value = some.mean - others.mean
        self.init(value: value, low: value - half, high: value + half)
    }
}

extension [Double] {
    fileprivate var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }

    /// The variance of the mean.
    fileprivate var errorOfMean: Double {
        let mean = mean
        return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1) / Double(count)
    }
}
