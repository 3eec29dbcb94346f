import Glibc
import Scoring
import Testing

@testable import Quiz

@Suite struct `How well a skill is mastered` {
    private func mastery(_ fractions: [Double]) -> Mastery {
        fractions.enumerated().reduce(into: Mastery()) {
            $0.note($1.element, at: Moment(milliseconds: Int64($1.offset)))
        }
    }

    @Test func `is anybody's guess before the first answer`() {
        let unknown = Mastery()
        #expect(unknown.mean == 0.5 && unknown.answers == 0 && unknown.updated == nil && !unknown.isMastered)
        #expect(abs(unknown.interval.lowerBound - 0.1) < 0.001 && abs(unknown.interval.upperBound - 0.9) < 0.001)
    }

    @Test(arguments: [[], [1], [0], [0.5], [1, 0, 1], [Double](repeating: 1, count: 40)])
    func `rises with a right answer and falls with a wrong one`(before: [Double]) {
        let mean = mastery(before).mean
        #expect(mastery(before + [1]).mean > mean)
        #expect(mastery(before + [0]).mean < mean)
        #expect(mastery(before + [1]).mean > mastery(before + [0.5]).mean)
        #expect(mastery(before + [0.5]).mean > mastery(before + [0]).mean)
    }

    @Test(arguments: [1.0, 0.0, 0.5]) func `grows more certain with each answer alike`(fraction: Double) {
        let widths = (0...12).map { count in
            let interval = mastery(Array(repeating: fraction, count: count)).interval
            return interval.upperBound - interval.lowerBound
        }
        #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 > $1 })
    }

    /// For a learner who is always right, the lower end of the interval is `0.1^(1/(1 + s))` with `s` right answers,
    /// each 0.95 of the one after: by 7 answers 0.7208, by 6 0.6938.
    @Test func `is reached with the seventh right answer in a row, and lost again`() {
        #expect(!mastery(Array(repeating: 1, count: 6)).isMastered)
        #expect(mastery(Array(repeating: 1, count: 7)).isMastered)
        #expect(!mastery(Array(repeating: 1, count: 7) + [0]).isMastered)
        #expect(!mastery(Array(repeating: 0.7, count: 200)).isMastered)
    }

    @Test func `forgets what is long ago`() {
        let changed = mastery(Array(repeating: 0, count: 40) + Array(repeating: 1, count: 40))
        #expect(changed.mean > 0.75)
        #expect(changed.successes + changed.failures < 20)
    }

    @Test func `counts answers and misses, each once`() {
        let counted = mastery([1, 0, 0.5, 1])
        #expect(counted.answers == 4 && counted.missed == 2 && counted.updated == 3)
    }

    @Test(arguments: [Double.nan, -1, .infinity, -.infinity])
    func `takes kept counts that make no sense for none`(count: Double) {
        let kept = Mastery(successes: count, failures: count, answers: -3, missed: 9, updated: nil)
        #expect(kept == Mastery())
        #expect(mastery([count.isNaN ? 0 : count]).mean.isFinite)
    }
}

@Suite struct `A Beta distribution` {
    /// From `scipy.stats.beta.ppf` of SciPy 1.17.1: the quantiles of a tenth, a half and nine tenths.
    @Test(arguments: [
        (2, 2, [0.195800, 0.5, 0.804200]), (3, 1.5, [0.378160, 0.693053, 0.913566]),
        (12, 3, [0.662786, 0.813526, 0.918523]), (5.5, 9.25, [0.217912, 0.366992, 0.535959]),
        (20, 1.2, [0.876841, 0.956783, 0.991484]), (1, 21, [0.005005, 0.032468, 0.103849]),
    ])
    func `has the quantiles that SciPy gives`(a: Double, b: Double, quantiles: [Double]) {
        let distribution = BetaDistribution(a, b)
        for (share, expected) in zip([0.1, 0.5, 0.9], quantiles) {
            #expect(abs(distribution.quantile(share) - expected) < 0.001, "\(share) of Beta(\(a), \(b))")
        }
    }

    /// With b = 1 the share below x is `x^a`, so the quantile is `p^(1/a)`.
    @Test(arguments: [1.0, 2, 5, 12.5, 20]) func `has the quantiles of the closed form`(a: Double) {
        for share in [0.05, 0.1, 0.5, 0.9, 0.95] {
            let expected = pow(share, 1 / a)
            #expect(abs(BetaDistribution(a, 1).quantile(share) - expected) < 0.001)
            #expect(abs(BetaDistribution(1, a).quantile(1 - share) - (1 - expected)) < 0.001)
        }
    }

    @Test func `has the mean and deviation of the formulas`() {
        let distribution = BetaDistribution(12, 3)
        #expect(distribution.mean == 0.8)
        #expect(abs(distribution.deviation - 0.1) < 1e-12)
    }
}
