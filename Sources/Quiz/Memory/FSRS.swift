import Glibc

/// FSRS-6, the spaced-repetition scheduler: what a review does to a memory, and when the next one is due.
///
/// The formulas are those that the open-spaced-repetition project publishes as FSRS-6 (its wiki, "The Algorithm"), in the
/// order of clamping that its packages `fsrs` 6.3 and `fsrs-rs-python` 0.9 share. In the comments `S` is stability, `D`
/// difficulty, `R` retrievability, `G` the rating's number and `w0` to `w20` the parameters.
package struct FSRS: Sendable, Equatable {
    /// What the formulas reckon with.
    package let parameters: Parameters
    /// The chance of recall at which a review falls due, within `retentions`.
    package let retention: Double
    /// The exponent of the forgetting curve, below zero: `-w20`.
    private let decay: Double
    /// What makes retrievability 90 % after as many days as the stability has: `0.9^(1/decay) - 1`.
    private let factor: Double
    /// `e^w8`; computed once, like the next, since exponentials are most of what a review costs.
    private let gain: Double
    /// What difficulty reverts to: `D0(4)`.
    private let easiest: Double

    /// Outside these no interval makes sense; the limits are those of `fsrs-rs`.
    package static let retentions = 0.0001...0.9999
    /// The longest interval, in days.
    package static let longestInterval = 36_500.0

    /// A scheduler for a desired retention; one beyond `retentions` becomes the nearest limit.
    package init(parameters: Parameters = .published, retention: Double = 0.9) {
        self.parameters = parameters
        self.retention = retention.clamped(to: Self.retentions)
        decay = -parameters[20]
        factor = pow(0.9, 1 / decay) - 1
        gain = exp(parameters[8])
        easiest = Self.firstDifficulty(.easy, under: parameters)
    }

    /// The chance, 0 to 1, that something is recalled some days after its last review; time before it counts as none.
    ///
    /// `R = (1 + factor * t / S)^decay`
    package func retrievability(of memory: Memory, after days: Double) -> Double {
        pow(1 + factor * max(0, days) / memory.stability, decay)
    }

    /// Reviews a memory.
    ///
    /// - Parameters:
    ///   - memory: What the review before left; nil at the first review.
    ///   - rating: How the recall went.
    ///   - elapsedDays: Whole days since the review before; with 0 (or less, where a clock was put back) the short-term
    ///     rule holds. Without meaning at a first review.
    /// - Returns: The memory that the review leaves.
    package func next(_ memory: Memory?, _ rating: Rating, elapsedDays: Int) -> Memory {
        guard let memory else {
            return Memory(
                stability: parameters[rating.rawValue - 1], difficulty: Self.firstDifficulty(rating, under: parameters))
        }
        let stability =
            if elapsedDays < 1 {
                stabilityOnSameDay(memory, rating)
            } else if rating == .again {
                stabilityAfterForgetting(memory, after: elapsedDays)
            } else {
                stabilityAfterRecall(memory, rating, after: elapsedDays)
            }
        return Memory(stability: stability, difficulty: nextDifficulty(memory, rating))
    }
}

// MARK: - Intervals

extension FSRS {
    /// The days after which retrievability has fallen to the retention wished for, not rounded; 36,500 at most.
    ///
    /// `t = S / factor * (r^(1/decay) - 1)`, with the scheduler's own retention `r` where none is given.
    package func exactInterval(for memory: Memory, retention: Double? = nil) -> Double {
        let retention = retention.map { $0.clamped(to: Self.retentions) } ?? self.retention
        return min(memory.stability / factor * (pow(retention, 1 / decay) - 1), Self.longestInterval)
    }

    /// The same in whole days, 1 to 36,500, by which a review falls due.
    ///
    /// Half a day goes to the even side, as in `py-fsrs`.
    package func interval(for memory: Memory, retention: Double? = nil) -> Int {
        Int(max(1, exactInterval(for: memory, retention: retention).rounded(.toNearestOrEven)))
    }
}

// MARK: - Difficulty

extension FSRS {
    /// `D0(G) = w4 - e^(w5 * (G - 1)) + 1`, not clamped, since the mean that difficulty reverts to is not.
    private static func firstDifficulty(_ rating: Rating, under parameters: Parameters) -> Double {
        parameters[4] - exp(parameters[5] * Double(rating.rawValue - 1)) + 1
    }

    /// `D' = w7 * D0(4) + (1 - w7) * (D - w6 * (G - 3) * (10 - D) / 9)`
    private func nextDifficulty(_ memory: Memory, _ rating: Rating) -> Double {
        let step = -parameters[6] * Double(rating.rawValue - 3)
        let damped = memory.difficulty + step * (10 - memory.difficulty) / 9
        return parameters[7] * easiest + (1 - parameters[7]) * damped
    }
}

// MARK: - Stability

extension FSRS {
    /// `S' = S * (1 + e^w8 * (11 - D) * S^-w9 * (e^(w10 * (1 - R)) - 1) * (w15 if hard) * (w16 if easy))`
    private func stabilityAfterRecall(_ memory: Memory, _ rating: Rating, after days: Int) -> Double {
        let forgotten = 1 - retrievability(of: memory, after: Double(days))
        let bonus =
            switch rating {
            case .hard: parameters[15]
            case .easy: parameters[16]
            case .again, .good: 1.0
            }
        let growth =
            gain * (11 - memory.difficulty) * pow(memory.stability, -parameters[9])
            * (exp(parameters[10] * forgotten) - 1) * bonus
        return memory.stability * (1 + growth)
    }

    /// `S' = min(w11 * D^-w12 * ((S + 1)^w13 - 1) * e^(w14 * (1 - R)), S / e^(w17 * w18))`
    private func stabilityAfterForgetting(_ memory: Memory, after days: Int) -> Double {
        let forgotten = 1 - retrievability(of: memory, after: Double(days))
        let relearnt =
            parameters[11] * pow(memory.difficulty, -parameters[12])
            * (pow(memory.stability + 1, parameters[13]) - 1) * exp(parameters[14] * forgotten)
        return min(relearnt, memory.stability / exp(parameters[17] * parameters[18]))
    }

    /// `S' = S * e^(w17 * (G - 3 + w18)) * S^-w19`; a success never lowers it.
    private func stabilityOnSameDay(_ memory: Memory, _ rating: Rating) -> Double {
        let change =
            exp(parameters[17] * (Double(rating.rawValue - 3) + parameters[18]))
            * pow(memory.stability, -parameters[19])
        return memory.stability * (rating == .again ? change : max(1, change))
    }
}
