package import Quiz

/// One entry of an attempt's log: what happened, and when by both clocks. It holds answers and, once all is over, the
/// identities of items, never their words or keys.
package struct ExamEntry: Sendable, Equatable {
    /// When, by both clocks.
    package let at: ClockReading
    /// What happened.
    package let event: Event

    /// What can happen, with what belongs to it.
    package enum Event: Sendable, Equatable {
        /// What is sat, and by whom: the first entry, and no other.
        case form(FormRecord)
        /// The time began: how much of it, where it is not the form's.
        case start(AllottedTime?)
        /// An item was handed out, closed until the end.
        case give(SealedContents)
        /// Everything else that follows the start; never the start itself.
        case action(ExamEvent.Action)
        /// What the form asks, which was closed until the end: next to the last entry, and no other.
        case contents(FormContents)
        /// What the attempt came to: the last entry, and no other.
        case result(ResultRecord)
    }

    package init(_ event: Event, at reading: ClockReading) {
        self.event = event
        at = reading
    }

    init(_ event: ExamEvent) {
        self.init(event.action == .start ? .start(nil) : .action(event.action), at: event.at)
    }

    /// What happened to the attempt; nil for the first and the last entries, which tell of nothing that did.
    var asEvent: ExamEvent? {
        switch event {
        case .form, .contents, .result: nil
        case .give: ExamEvent(.give, at: at)
        case .start: ExamEvent(.start, at: at)
        case .action(let action): ExamEvent(action, at: at)
        }
    }
}
