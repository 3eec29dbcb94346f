/// Why something about people and their access cannot be done: each face says it in its own way.
package struct TeamError: Error, Sendable, Equatable {
    /// The kinds of failure that callers handle differently.
    package enum Kind: Sendable, Equatable {
        /// Nobody is signed in.
        case signedOut
        /// Whoever asks may not do it.
        case forbidden
        /// What was said makes no sense.
        case invalid
        /// What is named is not there, or no longer.
        case notFound
        /// What is to be made is there already.
        case taken
        /// It was tried too often; how many seconds to wait.
        case tooMany(seconds: Int)
        /// What keeps everything cannot be reached, or not now; nothing has changed.
        case unavailable
        /// The program is wrong.
        case defect
    }

    /// What is wrong.
    package let kind: Kind
    /// The same as a clause.
    package let problem: String
    /// What to do about it; nil where that is plain.
    package let mend: String?

    package init(_ kind: Kind, _ problem: String, mend: String? = nil) {
        self.kind = kind
        self.problem = problem
        self.mend = mend
    }

    /// The message for a person.
    package var message: String { problem + (mend.map { "; \($0)" } ?? "") }
}
