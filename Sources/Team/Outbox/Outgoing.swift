package import Scoring

/// Something that is to leave the house, or that follows from what happened. It is kept in one transaction with what
/// causes it, and any node sends it.
package struct Outgoing: Sendable, Equatable {
    /// What it is about: of the same subject only the first is kept, so that nothing is sent twice that is said twice.
    package let subject: String
    /// Who carries it.
    package let kind: Kind
    /// What is carried, as its carrier reads it. It is emptied once it was.
    package let body: String
    /// When it came about.
    package let since: Moment
    /// Before when nobody carries it; nil where it need not wait.
    package let due: Moment?

    /// Who carries something. The names are written, and never change.
    package enum Kind: String, Sendable, CaseIterable {
        /// That an attempt has its end, or what came of it is another now, or may be told: what follows is made of it.
        case closed
        /// A letter, by mail.
        case mail
        /// Statements of what was done, to a learning record store.
        case statements
        /// What an exam came to, to the learning system that sent the candidate.
        case grades
    }

    /// Something that came about at a moment, and may have to wait for another.
    package init(_ kind: Kind, about subject: String, _ body: String, since moment: Moment, due: Moment? = nil) {
        self.subject = subject
        self.kind = kind
        self.body = body
        self.due = due
        since = moment
    }
}

/// What a node has taken from the outbox to carry it; for a while it is no other node's.
package struct TakenUp: Sendable, Equatable {
    /// Its number in the outbox.
    package let number: Int64
    /// What is to be carried.
    package let outgoing: Outgoing
    /// How often it was taken, this time too.
    package let tries: Int
    /// By which its holder is known.
    package let holder: String

    package init(number: Int64, _ outgoing: Outgoing, tries: Int, holder: String) {
        self.number = number
        self.outgoing = outgoing
        self.tries = tries
        self.holder = holder
    }
}

/// Something in the outbox as whoever looks after it sees it.
package struct ListedOutgoing: Sendable, Equatable {
    /// Its number in the outbox.
    package let number: Int64
    /// What it is about.
    package let subject: String
    /// Who carries it.
    package let kind: Outgoing.Kind
    /// When it came about.
    package let since: Moment
    /// How often it was tried.
    package let tries: Int
    /// When it is tried next; nil where it was given up.
    package let due: Moment?
    /// What went wrong last.
    package let problem: String?

    package init(
        number: Int64, subject: String, kind: Outgoing.Kind, since: Moment, tries: Int, due: Moment?, problem: String?
    ) {
        self.number = number
        self.subject = subject
        self.kind = kind
        self.since = since
        self.tries = tries
        self.due = due
        self.problem = problem
    }
}
