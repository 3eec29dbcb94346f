import Scoring

/// An answer that cannot be read: what was expected, and where.
package struct UnreadableAnswer: Error, Equatable, Sendable {
    /// What was expected, for whoever typed the answer.
    package let message: String
    /// The characters of the answer that the message is about, counted from 0; nil where it is about all of it.
    package let position: Range<Int>?

    init(_ message: String, at position: Range<Int>? = nil) {
        self.message = message
        self.position = position
    }

    init(_ error: AnswerError) {
        self.init(error.message, at: error.offset..<error.offset + error.length)
    }
}
