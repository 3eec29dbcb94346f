/// Something that happened in an attempt.
package struct ExamEvent: Sendable, Equatable {
    /// When it happened.
    package let at: ClockReading
    /// What happened.
    package let action: Action

    /// What happened at a moment.
    package init(_ action: Action, at moment: ClockReading) {
        self.action = action
        at = moment
    }

    /// What happened. Items go by their position in the form, counted from 0.
    package enum Action: Sendable, Equatable {
        /// The candidate agreed to the rules, and the time began.
        case start
        /// Another item was handed out, in an exam that chooses each by the answers before.
        case give
        case show(Int)
        case answer(Int, String)
        /// Another answer in place of an earlier one.
        case change(Int, String)
        case flag(Int)
        case unflag(Int)
        /// The candidate left; the time runs on.
        case pause
        case resume
        /// A break that was granted: the time stands still until the candidate comes back, or the breaks are used up.
        case rest
        /// The wall clock was set by so many milliseconds.
        case clock(Int64)
        case submit
        /// An answer that came in after the time, and was written so many milliseconds before it came.
        case late(Int, String, written: Int64)
        /// Whoever watches the exam did something about its time.
        case intervene(Intervention)
        /// The time was over, and what was there was submitted.
        case timeout
    }
}
