internal import GRDB

extension Records {
    /// A session and how its answers came out; those undone do not count.
    package struct PastSession: Equatable, Sendable {
        package let session: Session
        package let counts: Counts
    }

    /// A learner's last sessions, the last of them first.
    package func lastSessions(_ count: Int, of learner: RowID<Learner>) throws(RecordsError) -> [PastSession] {
        try read(.reading) { db in
            let sql = "SELECT id, pack, started, ended, goal FROM session WHERE learner = ? ORDER BY id DESC LIMIT ?"
            return try Row.fetchAll(db, sql: sql, arguments: [learner.number, max(count, 0)]).map { row in
                let session = Session(
                    id: try row.rowID(0), learner: learner, pack: try row.decode(atIndex: 1),
                    started: try row.moment(2), ended: try row.momentIfAny(3), goal: try row.decode(atIndex: 4))
                return PastSession(session: session, counts: try Self.counts(in: session.id, db))
            }
        }
    }

    private static func counts(in session: RowID<Session>, _ db: Database) throws -> Counts {
        var counts = Counts()
        let find = try db.cachedStatement(sql: "SELECT verdict FROM answer WHERE session = ? AND undone IS NULL")
        let rows = try Row.fetchCursor(find, arguments: [session.number])
        while let row = try rows.next() { counts.add(try row.verdict(0)) }
        return counts
    }
}
