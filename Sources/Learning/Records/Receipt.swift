extension Records {
    /// What became of an answer that was handed over.
    package struct Receipt: Equatable, Sendable {
        /// The number of the answer.
        package let id: Answer.ID
        /// The revision of the state that the answer led to; nil where the state handed over did not follow from all
        /// answers, because another session came between. The answer is kept, the state wants a `rebuild`.
        package let revision: Int?

        package init(id: Answer.ID, revision: Int?) {
            self.id = id
            self.revision = revision
        }
    }

    /// Works out from a learner's answers what follows from them.
    package protocol Replay {
        /// Takes the next answer of the learner, in the order in which they were kept, those of all packs in turn.
        /// Answers that were undone do not come.
        mutating func take(_ answer: RecordedAnswer)
        /// What follows from the answers taken so far, by pack.
        var states: [String: State] { get }
    }
}
