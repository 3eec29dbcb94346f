internal import GRDB

extension Records {
    /// Works out from a learner's answers what follows from them.
    package protocol Replay {
        /// Takes the next answer of the learner, in the order in which they were kept, those of all packs in turn.
        /// Answers that were undone do not come.
        mutating func take(_ answer: RecordedAnswer)
        /// What follows from the answers taken so far, by pack.
        var states: [String: State] { get }
    }

    /// Works out anew what follows from a learner's answers, and puts it in place of what was kept.
    ///
    /// Nothing can come between the reading and the writing: others who write wait meanwhile.
    ///
    /// - Parameters:
    ///   - learner: Whose answers are replayed.
    ///   - pack: The only pack whose answers are replayed and whose state is replaced; nil for all.
    ///   - replay: What works it out.
    /// - Returns: The states by pack, with their new revisions.
    /// - Throws: ``RecordsError``, with everything as it was before.
    package func rebuild(
        _ learner: RowID<Learner>, in pack: String? = nil, by replay: some Replay
    ) throws(RecordsError) -> [String: State] {
        var replay = replay
        return try write(.rebuild) { db in
            try Self.forEachAnswer(of: learner, db) { answer in
                if answer.undone == nil, pack == nil || answer.pack == pack { replay.take(answer) }
            }
            var states = replay.states
            let sql = "SELECT pack, revision FROM state WHERE learner = ?"
            for row in try Row.fetchAll(db, sql: sql, arguments: [learner.number]) {
                let kept: String = try row.decode(atIndex: 0)
                guard pack == nil || pack == kept else { continue }
                try Scope(learner: learner, pack: kept).clear(db)
                states[kept, default: State()].revision = try row.decode(atIndex: 1)
            }
            for (pack, var state) in states {
                let scope = Scope(learner: learner, pack: pack)
                state.revision += 1
                state.isCurrent = true
                try scope.mark(revision: state.revision, isStale: false, db)
                try scope.put(state, db)
                states[pack] = state
            }
            return states
        }
    }
}
