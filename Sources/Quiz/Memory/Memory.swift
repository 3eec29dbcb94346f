/// How well one learner remembers one thing, as FSRS models it, at the moment after a review.
package struct Memory: Sendable, Hashable {
    /// Days in which the chance of recalling it falls from certain to 90 %; within `stabilities`.
    package let stability: Double
    /// How hard it is to make the memory more stable, within `difficulties`.
    package let difficulty: Double

    /// The limits of `fsrs-rs`; `py-fsrs` has no upper one.
    package static let stabilities = 0.001...36_500.0
    /// The limits of difficulty, those of `fsrs-rs` too.
    package static let difficulties = 1.0...10.0

    /// Values beyond the limits become the nearest limit, as at the end of every review.
    package init(stability: Double, difficulty: Double) {
        self.stability = stability.clamped(to: Self.stabilities)
        self.difficulty = difficulty.clamped(to: Self.difficulties)
    }
}

extension Double {
    /// The nearest value of a range; its lower bound for what is not a number.
    func clamped(to range: ClosedRange<Double>) -> Double {
        self >= range.lowerBound ? Swift.min(self, range.upperBound) : range.lowerBound
    }
}
