package import Quiz

extension ExamError {
    /// What is refused by the rules of an attempt.
    init(_ refusal: ExamRefusal) { self.init(.invalid, refusal.message) }
}

extension ExamRefusal {
    /// Why, as a clause.
    package var message: String {
        switch self {
        case .closed: "the exam is closed"
        case .outOfOrder: "that cannot follow from what was before"
        case .timeIsOver: "the time is over"
        case .noSuchItem: "there is no such item"
        case .forwardOnly: "this exam goes forward only"
        case .noBreak: "no break is left"
        case .onBreak: "you are on a break"
        case .held: "the supervisor has stopped the time"
        case .notHeld: "the time was not stopped"
        }
    }
}
