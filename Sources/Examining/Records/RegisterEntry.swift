package import Scoring

/// What the register keeps of an attempt, so that nobody can cut off the end of its log, or of what was added later,
/// without a trace.
package struct RegisterEntry: Codable, Sendable, Equatable {
    /// What came to be: the log's signed end, or another addendum.
    package enum Event: String, Codable, Sendable {
        case closed, amended
    }

    package let event: Event
    package let at: Moment
    /// The hash of the log's first entry, which names an attempt whatever it is called.
    package let attempt: String
    /// How many entries there were then.
    package let count: Int
    /// The hash of the last one.
    package let hash: String
}
