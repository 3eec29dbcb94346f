import GRDB
package import Learning

extension SQLiteLearnerStore {
    package func state(of learner: Records.Learner.ID, in pack: String) throws(RecordsError) -> Records.State {
        try read(.reading) { db in
            let scope: StatementArguments = [learner.number, pack]
            func rows(_ sql: String) throws -> RowCursor {
                try Row.fetchCursor(db, sql: sql + " WHERE learner = ? AND pack = ?", arguments: scope)
            }
            var state = Records.State()
            // Whoever has no revision has never answered.
            let revisions = try rows("SELECT revision, stale FROM state")
            guard let kept = try revisions.next() else { return state }
            state.revision = try kept.decode(atIndex: 0)
            state.isCurrent = try !kept.decode(Bool.self, atIndex: 1)
            let memory = try rows("SELECT item, stability, difficulty, due, last, reviews FROM memory")
            while let row = try memory.next() {
                state.memory[try row.decode(atIndex: 0)] = Records.Memory(
                    stability: try row.decode(atIndex: 1), difficulty: try row.decode(atIndex: 2),
                    due: try row.moment(3), last: try row.moment(4), reviews: try row.decode(atIndex: 5))
            }
            let mastery = try rows("SELECT skill, successes, failures, answers, missed, updated FROM mastery")
            while let row = try mastery.next() {
                state.mastery[try row.decode(atIndex: 0)] = Records.Mastery(
                    successes: try row.decode(atIndex: 1), failures: try row.decode(atIndex: 2),
                    answers: try row.decode(atIndex: 3), missed: try row.decode(atIndex: 4),
                    updated: try row.moment(5))
            }
            let beliefs = try rows("SELECT hypothesis, weight FROM belief")
            while let row = try beliefs.next() {
                state.beliefs[try row.decode(atIndex: 0)] = try row.decode(Double.self, atIndex: 1)
            }
            let cures = try rows("SELECT misconception, met, withstood, wait FROM cure")
            while let row = try cures.next() {
                state.cures[try row.decode(atIndex: 0)] = Records.Cure(
                    met: try row.decode(atIndex: 1), withstood: try row.decode(atIndex: 2),
                    wait: try row.decode(atIndex: 3))
            }
            return state
        }
    }
}
