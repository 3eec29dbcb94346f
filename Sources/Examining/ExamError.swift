package import Audit
package import Scoring

/// Why something about exams cannot be done: the message, and its kind for a face that says it in its own way.
package struct ExamError: Error, Sendable, Equatable {
    /// The kinds of failure that callers handle differently.
    package enum Kind: Sendable, Equatable {
        /// It will be allowed, and not before a moment.
        case early(until: Moment)
        /// It is not allowed to whoever asks, now or ever.
        case forbidden
        /// What was asked for makes no sense, or cannot follow from what was before.
        case invalid
        /// What is named is not there.
        case notFound
        /// A check failed that must hold first.
        case checkFailed
        /// What was kept, or the pack, is not as it should be.
        case unreadable
        /// What is to be made is there already.
        case taken
        /// Somebody has it open elsewhere.
        case inUse
        /// Somebody else was faster: ask again.
        case changed
        /// Nothing can be made where it is to be kept.
        case cannotMake
        /// It was begun and could not be kept, as on a full disk: then all is as it was before.
        case cannotKeep
        /// The program is wrong.
        case defect
    }

    /// By which callers tell failures apart.
    package let kind: Kind
    /// What is wrong, as a clause.
    package let problem: String
    /// What to do about it; nil where that is plain, or said.
    package let mend: String?

    package init(_ kind: Kind, _ problem: String, mend: String? = nil) {
        self.kind = kind
        self.problem = problem
        self.mend = mend
    }

    /// The message for a person.
    package var message: String { problem + (mend.map { "; \($0)" } ?? "") }
}

extension ExamError {
    /// What a log that cannot be used ends in.
    package init(_ error: LogError) {
        switch error {
        case .inUse:
            self.init(
                .inUse, "this attempt is open in another window", mend: "go on there, or close it and call again")
        case .changed: self.init(.changed, "something else was added just now", mend: "call again")
        case .sealed: self.init(.changed, "it was closed meanwhile, and takes nothing more")
        case .full(let reason):
            self.init(
                .cannotKeep, "no more can be written to \(reason)",
                mend: "free some space, and call the same command again")
        case .unwritable(let reason): self.init(.cannotKeep, "cannot write \(reason)")
        case .unreadable(let reason): self.init(.notFound, "cannot read \(reason)")
        case .damaged(let problems):
            self.init(
                .unreadable, "the log of this attempt is damaged: \(problems.prefix(3).joined(separator: "; "))")
        }
    }
}

/// Does what a store does, and throws what it cannot do as the domain's own error.
func keeping<Result>(_ body: () throws(LogError) -> Result) throws(ExamError) -> Result {
    do { return try body() } catch { throw ExamError(error) }
}
