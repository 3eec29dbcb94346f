package import Quiz
package import Scoring

/// What the register keeps of an attempt, so that nobody can take away its log, put back an earlier one, or cut off what
/// was added later, without a trace.
package struct RegisterEntry: Codable, Sendable, Equatable {
    /// What came to be.
    package enum Event: String, Codable, Sendable {
        /// The candidate's time began.
        case started
        /// The log got its signed end.
        case closed
        /// Another addendum was added.
        case amended
        /// The attempt counts no longer.
        case voided
        /// What was kept of the person was taken away, and the log with it.
        case erased
    }

    package let event: Event
    package let at: Moment
    /// The hash of the log's first entry, which names an attempt whatever it is called.
    package let attempt: String
    /// How many entries there were then.
    package let count: Int
    /// The hash of the last one.
    package let hash: String
    /// What is sat, and by whom; only where the time began.
    package var sitting: Sitting?
    /// Milliseconds since the machine was started; nil in entries of before it was kept.
    package var up: Int64?
    /// Names the machine's start.
    package var boot: String?
    /// Who answers for it, where somebody has to.
    package var by: String?
    /// Why, where somebody has to say.
    package var reason: String?

    /// Which attempt begins. It holds no name: the register stays as it is when a person is forgotten.
    package struct Sitting: Codable, Sendable, Equatable {
        /// By the number that the roster keeps for the person and for nothing else.
        package let person: String
        package let pack: String
        package let blueprint: String
        /// Counted from 1.
        package let number: Int
    }

    /// When it came to be, by both clocks.
    package var reading: ClockReading {
        ClockReading(wall: at.milliseconds, up: up ?? 0, boot: boot ?? "")
    }
}
