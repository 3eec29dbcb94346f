import GRDB
package import Learning

extension SQLiteLearnerStore {
    package func rebuild(
        _ learner: Records.Learner.ID, in pack: String?, by replay: some Records.Replay
    ) throws(RecordsError) -> [String: Records.State] {
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
                states[kept, default: Records.State()].revision = try row.decode(atIndex: 1)
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
