/// Breaks in an exam during which a candidate's time stands still, and why somebody has them.
package struct BreakTime: Sendable, Codable, Equatable {
    /// All of them together.
    package let minutes: Int
    /// Nil where nobody said.
    package let reason: String?

    package init(minutes: Int, reason: String?) {
        self.minutes = minutes
        self.reason = reason
    }

    /// More than these are no breaks.
    package static let most = 240
}
