/// A failed edit: which, where, and in which words.
package struct Finding: Sendable, Equatable {
    /// The edit that failed.
    package let edit: Edit.Name
    /// What the payer makes of it.
    package let severity: Severity
    /// The line of the claim, counted from 1; nil where the finding is about something that is not on it.
    package let line: Int?
    /// The code of the line, or the one that the claim lacks.
    package let code: Code
    let words: Message
    /// What the payer sends back where it differs from what the edit leads to otherwise.
    let ownDenial: Denial?

    /// What the payer makes of it.
    package enum Severity: String, Sendable {
        /// The line comes back unpaid.
        case denied
        /// The line is paid for fewer units.
        case reduced
        /// No payer objects, and the provider is paid too little.
        case underbilled
    }

    /// What is said of a failed edit. Each edit has its own, which stand beside it; the words are made when somebody
    /// wants to read them.
    struct Message: Sendable, Equatable {
        private let words: @Sendable (Wording) -> String

        init(_ words: @escaping @autoclosure @Sendable () -> String) { self.words = { _ in words() } }

        /// A message that names kinds of service or people.
        init(_ words: @escaping @Sendable (Wording) -> String) { self.words = words }

        func text(by wording: Wording) -> String { words(wording) }

        static func == (left: Message, right: Message) -> Bool { left.text(by: .plain) == right.text(by: .plain) }
    }

    /// The finding in plain words, with the fact it rests on.
    package var message: String { message(by: .plain) }

    /// The same where kinds of service and people are called by what a pack calls them.
    package func message(by wording: Wording) -> String { words.text(by: wording) }
    /// What a payer would send back; nil where no payer objects.
    package var denial: Denial? { ownDenial ?? Edit.named(edit).denials.first }
    /// The claim adjustment reason code that a payer would send; nil where no payer objects.
    package var carc: String? { denial?.carc }
    /// The remark code that goes with it.
    package var rarc: String? { denial?.rarc }
    /// Where the edit's law is written.
    package var source: String { Edit.named(edit).source }
}
