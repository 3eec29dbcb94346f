/// How often candidates would be passed or failed alike by two sittings of the test, estimated from one.
///
/// The method is that of M. J. Subkoviak, "Estimating reliability from a single administration of a criterion-referenced
/// test", Journal of Educational Measurement 13 (1976): a candidate's true share of right answers is regressed to the
/// mean by the reliability, and scores scatter round it by the binomial distribution. Where answers can be right in part,
/// the number of items is replaced by the effective test length of S. A. Livingston and C. Lewis, "Estimating the
/// consistency and accuracy of classifications based on test scores", Journal of Educational Measurement 32 (1995).
package struct DecisionConsistency: Sendable, Equatable {
    /// The share of candidates who would be decided on alike.
    package let agreement: Double
    /// The share that would be alike by chance, if nobody differed from anybody.
    package let chance: Double
    /// The part of what chance leaves open that is alike: Cohen's kappa; nil where chance leaves nothing open.
    package let kappa: Double?
    /// The number of items that the binomial distribution was given.
    package let length: Int

    /// The consistency at a pass mark, which is the least share of the full score that passes, from 0 to 1; nil for a mark
    /// outside of that range, where there is no reliability, or a negative one, and where the effective length has no
    /// meaning.
    package init?(of matrix: ResponseMatrix, passMark: Double) {
        guard (0...1).contains(passMark), let rows = matrix.complete,
            let reliability = Reliability(of: matrix), (0...1).contains(reliability.alpha)
        else { return nil }
        let items = Double(matrix.columns.count)
        let shares = rows.map { $0.reduce(0, +) / items }
        guard let mean = mean(shares), let spread = variance(shares) else { return nil }
        let alpha = reliability.alpha
        let effective = (mean * (1 - mean) - alpha * spread) / (spread * (1 - alpha))
        let trials = reliability.kr20 == nil ? effective.rounded() : items
        guard trials.isFinite, (1...Self.longest).contains(trials) else { return nil }
        let length = Int(trials)
        // A mark of 0.7 on 10 items is 7 right, whatever the rounding of 0.7 times 10.
        let least = Int((passMark * trials - 1e-9).rounded(.up))
        let passing = shares.map { share in
            Self.chance(ofAtLeast: least, outOf: length, each: alpha * share + (1 - alpha) * mean)
        }
        self.length = length
        let count = Double(passing.count)
        let passed = passing.reduce(0, +) / count
        agreement = passing.reduce(0) { $0 + $1 * $1 + (1 - $1) * (1 - $1) } / count
        chance = passed * passed + (1 - passed) * (1 - passed)
        kappa = chance < 1 - 1e-12 ? (agreement - chance) / (1 - chance) : nil
    }

    private static let longest = 10_000.0

    /// The chance of at least so many successes. Adding trial by trial keeps small chances that powers would lose.
    private static func chance(ofAtLeast least: Int, outOf trials: Int, each chance: Double) -> Double {
        guard least > 0 else { return 1 }
        guard least <= trials else { return 0 }
        // The last position gathers all who have reached the mark.
        var reached = [Double](repeating: 0, count: least + 1)
        reached[0] = 1
        for _ in 0..<trials {
            reached[least] += reached[least - 1] * chance
            for count in stride(from: least - 1, to: 0, by: -1) {
                reached[count] = reached[count] * (1 - chance) + reached[count - 1] * chance
            }
            reached[0] *= 1 - chance
        }
        return min(1, reached[least])
    }
}
