internal import GRDB

extension Records {
    /// Which of some items, named by their identities, a learner was asked and answered or skipped, undone or not.
    package func seen(among items: [String], by learner: RowID<Learner>) throws(RecordsError) -> Set<String> {
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

    /// The item of an identity, as it was asked; nil where nobody was asked it.
    package func item(_ identity: String) throws(RecordsError) -> Item? {
        try read(.reading) { db in
            let sql = "SELECT kind, pack, heading, question, stem, key FROM item WHERE identity = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [identity]) else { return nil }
            return Item(
                identity: identity, kind: try row.decode(atIndex: 0), pack: try row.decode(atIndex: 1),
                heading: try row.decode(atIndex: 2), question: try row.decode(atIndex: 3),
                stem: try row.decode(atIndex: 4), key: try row.decode(atIndex: 5))
        }
    }

    /// A learner's answers of a stretch of time, undone ones too, in the order in which they were kept.
    package func answers(
        of learner: RowID<Learner>, from start: Moment, to end: Moment
    ) throws(RecordsError) -> [RecordedAnswer] {
        try read(.reading) { db in
            let sql =
                Self.selectAnswers + " WHERE answer.learner = ? AND answer.at >= ? AND answer.at < ? ORDER BY answer.id"
            let arguments: StatementArguments = [learner.number, start.milliseconds, end.milliseconds]
            return try Row.fetchAll(db, sql: sql, arguments: arguments).map(Self.answer)
        }
    }

    /// A learner's last answers, undone ones too, the last of them first.
    package func lastAnswers(_ count: Int, of learner: RowID<Learner>) throws(RecordsError) -> [RecordedAnswer] {
        try read(.reading) { db in
            // Walks back from the last row (the plus keeps SQLite from sorting all that the learner ever answered).
            let sql = Self.selectAnswers + " WHERE +answer.learner = ? ORDER BY answer.id DESC LIMIT ?"
            return try Row.fetchAll(db, sql: sql, arguments: [learner.number, max(count, 0)]).map(Self.answer)
        }
    }

    /// A session's answers, undone ones too, in the order in which they were kept.
    package func answers(in session: RowID<Session>) throws(RecordsError) -> [RecordedAnswer] {
        try read(.reading) { db in
            let sql = Self.selectAnswers + " WHERE answer.session = ? ORDER BY answer.id"
            return try Row.fetchAll(db, sql: sql, arguments: [session.number]).map(Self.answer)
        }
    }

    /// Hands on when a learner answered in a pack, how many milliseconds it took, and how well it went: answer by answer,
    /// so that no more than one is in memory, and those that were undone left out.
    package func forEachAnswer(
        of learner: RowID<Learner>, in pack: String, _ body: (Moment, Int, Verdict) -> Void
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
        of learner: RowID<Learner>, _ db: Database, _ body: (RecordedAnswer) throws -> Void
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

    private static func answer(_ row: Row) throws -> RecordedAnswer {
        let answer = Answer(
            place: try row.decode(atIndex: 5), at: try row.moment(6), responseMilliseconds: try row.decode(atIndex: 7),
            hints: try row.decode(atIndex: 8), text: try row.decode(atIndex: 9), verdict: try row.verdict(10),
            fraction: try row.decode(atIndex: 11),
            skills: IDList.ids(try row.decode(atIndex: 12)), findings: IDList.ids(try row.decode(atIndex: 13)),
            beliefs: IDList.joined(try row.decode(atIndex: 14)))
        return RecordedAnswer(
            id: try row.rowID(0), learner: try row.rowID(1), session: try row.rowID(2),
            pack: try row.decode(atIndex: 3), item: try row.decode(atIndex: 4), answer: answer,
            undone: try row.momentIfAny(15))
    }
}
