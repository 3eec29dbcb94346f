import GRDB
package import Learning
package import Scoring

extension SQLiteLearnerStore {
    package func startSession(
        of learner: Records.Learner.ID, pack: String, goal: Int, at moment: Moment
    ) throws(RecordsError) -> Records.Session {
        try write(.session) { db in
            try db.cachedStatement(sql: "INSERT INTO session (learner, pack, started, goal) VALUES (?, ?, ?, ?)")
                .execute(arguments: [learner.number, pack, moment.milliseconds, goal])
            return Records.Session(
                id: Records.RowID(db.lastInsertedRowID), learner: learner, pack: pack, started: moment, ended: nil,
                goal: goal)
        }
    }

    package func endSession(_ session: Records.Session.ID, at moment: Moment) throws(RecordsError) {
        try write(.session) { db in
            try db.cachedStatement(sql: "UPDATE session SET ended = ? WHERE id = ? AND ended IS NULL")
                .execute(arguments: [moment.milliseconds, session.number])
        }
    }
}
