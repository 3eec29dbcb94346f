import Glibc
package import Scoring

/// How well a skill is mastered: a belief about the chance of a right answer, with its uncertainty.
///
/// Answers are counted as successes and failures, fractions of both where an answer is half right; at each answer the
/// earlier ones lose a twentieth of their weight, so that about the last twenty matter. Of the chance of a right
/// answer nothing is known beforehand, so what is known of it is a Beta distribution with 1 + successes and
/// 1 + failures.
package struct Mastery: Sendable, Equatable {
    /// Right answers, the earlier the less they weigh.
    package private(set) var successes: Double
    /// Wrong answers, the earlier the less they weigh.
    package private(set) var failures: Double
    /// Answers in all, each counted once.
    package private(set) var answers: Int
    /// Those that were not wholly right.
    package private(set) var missed: Int
    /// When it was last exercised; nil for never.
    package private(set) var updated: Moment?

    /// What an earlier answer still weighs after another one.
    package static let retention = 0.95
    /// A skill is mastered when the chance of a right answer is above this 9 times of 10.
    package static let threshold = 0.7
    /// A skill is shown when the chance of a right answer is expected to be this at least: after one right answer at
    /// once, or after three where the first was wrong.
    package static let shown = 2.0 / 3
    /// Answers after which nobody is held back any longer.
    package static let often = 6

    package init() { self.init(successes: 0, failures: 0, answers: 0, missed: 0, updated: nil) }

    /// What was kept. Counts that make no sense are taken for 0.
    package init(successes: Double, failures: Double, answers: Int, missed: Int, updated: Moment?) {
        let sound = { (count: Double) in count.isFinite ? max(0, count) : 0 }
        self.successes = sound(successes)
        self.failures = sound(failures)
        self.answers = max(0, answers)
        self.missed = min(max(0, missed), self.answers)
        self.updated = updated
    }

    /// Takes in an answer: how far it was right, 0 to 1, less for each hint.
    package mutating func note(_ fraction: Double, at time: Moment) {
        let fraction = min(max(fraction, 0), 1)
        successes = successes * Self.retention + fraction
        failures = failures * Self.retention + 1 - fraction
        answers += 1
        if fraction < 1 { missed += 1 }
        updated = time
    }

    private var distribution: BetaDistribution { BetaDistribution(1 + successes, 1 + failures) }

    /// The expected chance of a right answer.
    package var mean: Double { distribution.mean }
    /// The standard deviation of that chance.
    package var deviation: Double { distribution.deviation }
    /// The interval in which the chance lies 8 times of 10.
    package var interval: ClosedRange<Double> { distribution.quantile(0.1)...distribution.quantile(0.9) }
    /// Whether it was shown, so that what rests on it may be asked. Who met it often and never got there is led on
    /// all the same: what stands in the way may be one wrong idea, and other things can be learnt beside it.
    package var isShown: Bool { mean >= Self.shown || answers >= Self.often }
    /// Whether the chance of a right answer is above the threshold 9 times of 10.
    package var isMastered: Bool { distribution.quantile(0.1) > Self.threshold }
}

/// A Beta distribution, both of whose parameters are at least 1.
struct BetaDistribution {
    private let a: Double
    private let b: Double

    init(_ a: Double, _ b: Double) {
        self.a = a
        self.b = b
    }

    var mean: Double { a / (a + b) }
    var deviation: Double { (a * b / ((a + b) * (a + b) * (a + b + 1))).squareRoot() }

    /// The value below which a share of the distribution lies, to about a thousandth. The density is summed up over
    /// even steps, since parameters of at least 1 give it no poles.
    func quantile(_ share: Double) -> Double {
        let steps = 512
        let mode = a + b > 2 ? (a - 1) / (a + b - 2) : 0.5
        let most = logDensity(min(max(mode, 1e-9), 1 - 1e-9))
        var total = 0.0
        let sums = (0..<steps).map { step in
            total += exp(logDensity((Double(step) + 0.5) / Double(steps)) - most)
            return total
        }
        let wanted = share * total
        let step = sums.firstIndex { $0 >= wanted } ?? steps - 1
        let before = step == 0 ? 0 : sums[step - 1]
        return (Double(step) + (wanted - before) / (sums[step] - before)) / Double(steps)
    }

    /// Up to a constant.
    private func logDensity(_ x: Double) -> Double { (a - 1) * log(x) + (b - 1) * log(1 - x) }
}
