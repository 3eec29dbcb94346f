extension Records {
    /// What is being done to the records, in words that follow "while".
    package enum Operation: String, Sendable {
        case opening = "opening the records"
        case closing = "closing the records"
        case learner = "looking up a learner"
        case session = "keeping a session"
        case answer = "keeping an answer"
        case undo = "undoing an answer"
        case flag = "keeping a flag"
        case lesson = "keeping how far a lesson is"
        case rebuild = "rebuilding what follows from the answers"
        case reading = "reading the records"
        case rescue = "rescuing the records"
    }
}
