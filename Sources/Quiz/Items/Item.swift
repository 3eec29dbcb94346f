package import Content
package import Scoring

/// One question, fixed: its words, its key and its explanation never change.
package protocol Item: Sendable {
    var id: ItemID { get }
    /// What the item is about, in words that do not give the answer away.
    var heading: String { get }
    /// What is asked for.
    var question: String { get }
    /// What there is to know before answering, a paragraph each.
    var stem: [String] { get }
    /// What the learner may choose from, numbered from 1; empty where the answer is free.
    var options: [String] { get }
    var skills: Set<Skill> { get }
    /// Hints, each saying more than the one before, none saying all.
    var hints: [String] { get }
    /// The right answer as one would type it.
    var key: String { get }
    /// How the facts and the rules lead to the key, in plain words.
    var why: String { get }
    /// Titles of where it is written.
    var sources: [String] { get }

    /// Holds an answer against the key.
    ///
    /// - Throws: `UnreadableAnswer` where it is no answer to the question; the item then stays open.
    func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback

    /// Reads an answer without holding it against the key, which costs less.
    ///
    /// - Throws: `UnreadableAnswer` as `judge` does.
    func check(_ answer: String) throws(UnreadableAnswer)

    /// What an answer comes to; nil where it says nothing of the learner's beliefs.
    func response(_ answer: String) -> Response?

    /// What some would answer who hold beliefs about the rules of the item's policy, each in its place; nil where
    /// beliefs have no part in it.
    func responses(of believers: [Beliefs.Held]) -> [Response?]
}

extension Item {
    package var kind: ItemKind { id.kind }
    package var options: [String] { [] }
    package func check(_ answer: String) throws(UnreadableAnswer) { _ = try judge(answer) }
}

/// An answer that cannot be read: what was expected, and where.
package struct UnreadableAnswer: Error, Equatable, Sendable {
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
