/// What one candidate made of one item, as statistics see it.
package struct ScoredResponse: Sendable, Equatable {
    /// How far it was right, from 0 to 1.
    package let fraction: Double
    /// The option that was chosen, or the misconception that explains the answer; nil where there is neither.
    package let option: String?
    /// How long the item was before the candidate; nil where nobody measured.
    package let milliseconds: Int?

    /// A response; nil unless the fraction is from 0 to 1 and the time is not negative.
    package init?(fraction: Double, option: String? = nil, milliseconds: Int? = nil) {
        guard (0...1).contains(fraction), (milliseconds ?? 0) >= 0 else { return nil }
        self.fraction = fraction
        self.option = option
        self.milliseconds = milliseconds
    }
}
