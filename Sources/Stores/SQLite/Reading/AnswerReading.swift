import GRDB
package import Learning
package import Scoring

extension SQLiteLearnerStore {
    package func seen(among items: [String], by learner: Records.Learner.ID) throws(RecordsError) -> Set<String> {
        try read(.reading) { db in
            let find = try db.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM answer WHERE learner = ? AND item = (SELECT id FROM item WHERE identity = ?)
                    )
                    """)
            return Set(try items.filter { try Bool.fetchOne(find, arguments: [learner.number, $0]) ?? false })
        }
    }

    package func answers(
        of learner: Records.Learner.ID, in pack: String
    ) throws(RecordsError) -> [Records.RecordedAnswer] {
        try read(.reading) { db in
            let sql =
                Self.selectAnswers
                + " WHERE answer.learner = ? AND session.pack = ? AND answer.undone IS NULL ORDER BY answer.id"
            return try Row.fetchAll(db, sql: sql, arguments: [learner.number, pack]).map(Self.answer)
        }
    }

    package func lastAnswers(
        _ count: Int, of learner: Records.Learner.ID
    ) throws(RecordsError) -> [Records.RecordedAnswer] {
        try read(.reading) { db in
            // Walks back from the last row (the plus keeps SQLite from sorting all that the learner ever answered).
            let sql = Self.selectAnswers + " WHERE +answer.learner = ? ORDER BY answer.id DESC LIMIT ?"
            return try Row.fetchAll(db, sql: sql, arguments: [learner.number, max(count, 0)]).map(Self.answer)
        }
    }

    package func forEachAnswer(
        of learner: Records.Learner.ID, in pack: String, _ body: (Moment, Int, Records.Verdict) -> Void
    ) throws(RecordsError) {
        try read(.reading) { db in
            let sql = """
                SELECT at, response, verdict FROM answer
                WHERE undone IS NULL AND session IN (SELECT id FROM session WHERE learner = ? AND pack = ?)
                """
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [learner.number, pack])
            while let row = try rows.next() {
                body(try row.moment(0), try row.decode(atIndex: 1), try row.verdict(2))
            }
        }
    }

    /// Hands on a learner's answers one by one, so that no more than one is in memory.
    static func forEachAnswer(
        of learner: Records.Learner.ID, _ db: Database, _ body: (Records.RecordedAnswer) throws -> Void
    ) throws {
        let sql = Self.selectAnswers + " WHERE +answer.learner = ? ORDER BY answer.id"
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [learner.number])
        while let row = try rows.next() { try body(Self.answer(row)) }
    }

    private static let selectAnswers = """
        SELECT answer.id, answer.learner, answer.session, session.pack, item.identity, answer.place, answer.at,
        answer.response, answer.hints, answer.text, answer.verdict, answer.fraction, answer.skills, answer.findings,
        answer.beliefs, answer.undone
        FROM answer JOIN session ON session.id = answer.session JOIN item ON item.id = answer.item
        """

    private static func answer(_ row: Row) throws -> Records.RecordedAnswer {
        let answer = Records.Answer(
            position: try row.decode(atIndex: 5), at: try row.moment(6),
            responseMilliseconds: try row.decode(atIndex: 7),
            hints: try row.decode(atIndex: 8), text: try row.decode(atIndex: 9), verdict: try row.verdict(10),
            fraction: try row.decode(atIndex: 11),
            skills: IDList.ids(try row.decode(atIndex: 12)), findings: IDList.ids(try row.decode(atIndex: 13)),
            beliefs: IDList.joined(try row.decode(atIndex: 14)))
        return Records.RecordedAnswer(
            id: try row.rowID(0), learner: try row.rowID(1), session: try row.rowID(2),
            pack: try row.decode(atIndex: 3), item: try row.decode(atIndex: 4), answer: answer,
            undone: try row.momentIfAny(15))
    }
}
