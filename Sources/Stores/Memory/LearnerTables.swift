import Learning

/// What a ``MemoryLearnerStore`` keeps, each list in the order in which it came; numbers count from 1.
struct LearnerTables: Sendable {
    var learners: [Records.Learner] = []
    var sessions: [Records.Session] = []
    var answers: [Records.RecordedAnswer] = []
    var flags: [Flag] = []
    var lessonNotes: [Scope: [Records.LessonNote]] = [:]
    /// By identity, as they were first asked.
    private(set) var items: [String: Records.Item] = [:]
    private(set) var states: [Scope: Records.State] = [:]

    /// One learner in one pack.
    struct Scope: Hashable {
        let learner: Records.Learner.ID
        let pack: String
    }

    /// A learner's word about an item, whose pack is known beside it.
    struct Flag: Sendable {
        let flag: Records.Flag
        let pack: String
    }

    /// Keeps an item unless one of that identity is kept already.
    ///
    /// - Returns: The one that is kept.
    mutating func keep(_ item: Records.Item) -> Records.Item {
        if let known = items[item.identity] { return known }
        items[item.identity] = item
        return item
    }

    func learner(_ id: Records.Learner.ID) -> Records.Learner? { learners.first { $0.id == id } }

    /// Counts one more change of a learner's answers.
    ///
    /// - Returns: The new revision, where the new state was worked out from the one that is kept; otherwise nil, and the
    ///   state is marked as one that does not follow from all answers.
    mutating func advance(_ scope: Scope, from revision: Int) -> Int? {
        let kept = states[scope] ?? Records.State()
        let follows = kept.isCurrent && kept.revision == revision
        states[scope, default: kept].revision = kept.revision + 1
        states[scope, default: kept].isCurrent = follows
        return follows ? kept.revision + 1 : nil
    }

    /// Writes rows in place of those under the same names.
    mutating func put(_ rows: Records.State, in scope: Scope) { states[scope, default: Records.State()].put(rows) }

    /// Puts a state in place of the one that was kept, whose revision counts on.
    mutating func replace(_ state: Records.State, in scope: Scope) {
        states[scope] = Records.State(
            revision: states[scope]?.revision ?? 0, isCurrent: states[scope]?.isCurrent ?? true, memory: state.memory,
            mastery: state.mastery, beliefs: state.beliefs, cures: state.cures)
    }

    /// Puts a state that was worked out from all answers in place of the one that was kept.
    ///
    /// - Returns: It, with its new revision.
    mutating func rebuild(_ state: Records.State, in scope: Scope) -> Records.State {
        replace(state, in: scope)
        states[scope]?.revision += 1
        states[scope]?.isCurrent = true
        return states[scope] ?? Records.State()
    }
}
