internal import GRDB

extension Records {
    /// Begins a session.
    package func startSession(
        of learner: RowID<Learner>, pack: String, goal: Int, at moment: Moment
    ) throws(RecordsError) -> Session {
        try write(.session) { db in
            try db.cachedStatement(sql: "INSERT INTO session (learner, pack, started, goal) VALUES (?, ?, ?, ?)")
                .execute(arguments: [learner.number, pack, moment.milliseconds, goal])
            return Session(
                id: RowID(db.lastInsertedRowID), learner: learner, pack: pack, started: moment, ended: nil, goal: goal)
        }
    }

    /// Ends a session; one that has ended already keeps its first end.
    package func endSession(_ session: RowID<Session>, at moment: Moment) throws(RecordsError) {
        try write(.session) { db in
            try db.cachedStatement(sql: "UPDATE session SET ended = ? WHERE id = ? AND ended IS NULL")
                .execute(arguments: [moment.milliseconds, session.number])
        }
    }
}
