internal import GRDB

extension Records {
    /// What became of an answer.
    package struct Receipt: Equatable, Sendable {
        package let id: RowID<Answer>
        /// The revision of the state that the answer led to; nil where the state handed over did not follow from all
        /// answers, because another process came between. The answer is kept, the state wants a `rebuild`.
        package let revision: Int?
    }

    /// Keeps an answer, the item it was given to, and what follows from it, all or nothing. `state` holds the rows that
    /// the answer changes, and the revision of the state they were worked out from.
    package func record(
        _ answer: Answer, to item: Item, in session: Session, changing state: State
    ) throws(RecordsError) -> Receipt {
        try write(.answer) { db in
            let id = try Self.insert(answer, to: try Self.keep(item, db), in: session, db)
            let scope = Scope(learner: session.learner, pack: session.pack)
            let revision = try scope.advance(from: state.revision, db)
            if revision != nil { try scope.put(state, db) }
            return Receipt(id: id, revision: revision)
        }
    }

    /// Marks an answer as undone: it stays where it is, and counts no more. `state` is all that follows from the
    /// answers that are left in the pack, with the revision of the state that it replaces. What comes back is the new
    /// revision, or nil as in a `Receipt`.
    package func undo(
        _ answer: RowID<Answer>, at moment: Moment, leaving state: State
    ) throws(RecordsError) -> Int? {
        try write(.undo) { db in
            let sql = """
                SELECT session.learner, session.pack FROM answer JOIN session ON session.id = answer.session
                WHERE answer.id = ? AND answer.undone IS NULL
                """
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [answer.number]) else {
                throw RecordsError.defect(.undo, "there is no answer \(answer) that could be undone")
            }
            let scope = Scope(learner: try row.rowID(0), pack: try row.decode(atIndex: 1))
            try db.cachedStatement(sql: "UPDATE answer SET undone = ? WHERE id = ?")
                .execute(arguments: [moment.milliseconds, answer.number])
            let revision = try scope.advance(from: state.revision, db)
            if revision != nil {
                try scope.clear(db)
                try scope.put(state, db)
            }
            return revision
        }
    }

    /// The row of an item, which is written when its identity is first seen.
    static func keep(_ item: Item, _ db: Database) throws -> RowID<Item> {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO item (identity, kind, pack, heading, question, stem, key) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
        try insert.execute(arguments: [
            item.identity, item.kind, item.pack, item.heading, item.question, item.stem, item.key,
        ])
        guard db.changesCount == 0 else { return RowID(db.lastInsertedRowID) }
        let find = try db.cachedStatement(sql: "SELECT id FROM item WHERE identity = ?")
        guard let row = try Row.fetchOne(find, arguments: [item.identity]) else {
            throw RecordsError.defect(.answer, "the item \(item.identity) is neither new nor known")
        }
        return try row.rowID(0)
    }

    private static func insert(
        _ answer: Answer, to item: RowID<Item>, in session: Session, _ db: Database
    ) throws -> RowID<Answer> {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO answer (
                    learner, session, item, place, at, response, hints, text, verdict, fraction, skills, findings,
                    beliefs
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try insert.execute(arguments: [
            session.learner.number, session.id.number, item.number, answer.place, answer.at.milliseconds,
            answer.responseMilliseconds, answer.hints, answer.text.readable, answer.verdict.rawValue, answer.fraction,
            try IDList.text(answer.skills), try IDList.text(answer.findings),
            try IDList.text(joined: answer.beliefs),
        ])
        return RowID(db.lastInsertedRowID)
    }
}
