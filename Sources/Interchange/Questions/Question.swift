/// A question as other systems know one: words, an answer that they can match, and what to say of it. It belongs to
/// no format; each format writes what it can of it.
package struct Question: Sendable, Equatable {
    /// How a question is answered.
    package enum Kind: String, Sendable, CaseIterable {
        /// One or several of its replies are to be chosen.
        case choice
        /// A reply is typed, and matched against all that are listed.
        case short
    }

    /// Something that may be chosen or typed.
    package struct Reply: Sendable, Equatable {
        /// What is chosen or typed, in one line.
        package var text: String
        /// What it is worth, 0 to 1, to five places: all where it is right, a part where some of it is.
        package private(set) var credit: Double
        /// What is said to whoever gives it; empty where nothing is.
        package var feedback: String

        package init(_ text: String, isRight: Bool, feedback: String = "") {
            self.init(text, credit: isRight ? 1 : 0, feedback: feedback)
        }

        package init(_ text: String, credit: Double, feedback: String = "") {
            self.text = plainLine(text)
            self.credit = min(max((credit * 100_000).rounded() / 100_000, 0), 1)
            self.feedback = plainLine(feedback)
        }

        /// Whether it is worth all of the credit.
        package var isRight: Bool {
            get { credit == 1 }
            set { credit = newValue ? 1 : 0 }
        }
        /// Whether it is worth a part, and not all.
        package var isPartlyRight: Bool { credit > 0 && !isRight }
    }

    /// What the question is, whatever its words: the same after an edit. Empty where the question came without.
    package var id: String
    /// What other systems call it; empty where it came without.
    package var title: String
    /// What is asked, a paragraph each.
    package var stem: [String]
    /// How it is answered.
    package var kind: Kind
    /// In the order in which they are shown or tried.
    package var replies: [Reply]
    /// Said after any reply, a paragraph each.
    package var explanation: [String]
    /// Titles of where it is written.
    package var sources: [String]
    /// Words by which other systems find it.
    package var tags: [String]

    package init(
        id: String = "", title: String = "", stem: [String], kind: Kind, replies: [Reply],
        explanation: [String] = [], sources: [String] = [], tags: [String] = []
    ) {
        self.id = plainLine(id)
        self.title = plainLine(title)
        self.stem = stem.map(plainLine).filter { !$0.isEmpty }
        self.kind = kind
        self.replies = replies
        self.explanation = explanation.map(plainLine).filter { !$0.isEmpty }
        self.sources = sources.map(plainLine).filter { !$0.isEmpty }
        self.tags = tags.map(plainLine).filter { !$0.isEmpty }
    }

    /// The replies that are worth all of the credit.
    package var right: [Reply] { replies.filter(\.isRight) }
    /// All others, those worth a part among them.
    package var wrong: [Reply] { replies.filter { !$0.isRight } }
}

/// Questions of one origin, with the name and the notice that go with them.
package struct QuestionBank: Sendable, Equatable {
    /// The name of the pack; empty where the questions came without.
    package var name: String
    /// What the pack is called where people read it; empty where the questions came without.
    package var title: String
    /// Licence and copyright, a paragraph each.
    package var notices: [String]
    /// In their order.
    package var questions: [Question]

    package init(name: String = "", title: String = "", notices: [String] = [], questions: [Question] = []) {
        self.name = plainLine(name)
        self.title = plainLine(title)
        self.notices = notices.map(plainLine).filter { !$0.isEmpty }
        self.questions = questions
    }
}
