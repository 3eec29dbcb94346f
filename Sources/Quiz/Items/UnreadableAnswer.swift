import Scoring

/// An answer that cannot be read: what was expected, and where.
package struct UnreadableAnswer: Error, Equatable, Sendable {
    /// What was expected, for whoever typed the answer.
    package let message: String
    /// The characters of the answer that the message is about, counted from 0; nil where it is about all of it.
    package let place: Range<Int>?

    init(_ message: String, at place: Range<Int>? = nil) {
        self.message = message
        self.place = place
    }

    init(_ error: AnswerError) {
        self.init(error.message, at: error.offset..<error.offset + error.length)
    }
}
