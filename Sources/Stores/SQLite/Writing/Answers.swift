import GRDB
package import Learning
package import Scoring

extension SQLiteLearnerStore {
    package func record(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session, changing state: Records.State
    ) throws(RecordsError) -> Records.Receipt {
        try answer.check()
        try state.check(.answer)
        return try write(.answer) { db in
            let id = try Self.insert(answer, to: try Self.keep(item, db), in: session, db)
            let scope = Scope(learner: session.learner, pack: session.pack)
            let revision = try scope.advance(from: state.revision, db)
            if revision != nil { try scope.put(state, db) }
            return Records.Receipt(id: id, revision: revision)
        }
    }

    package func recordOnce(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session
    ) throws(RecordsError) -> Records.Answer.ID? {
        try answer.check()
        return try write(.answer) { db in
            let row = try Self.keep(item, db)
            let same = try Row.fetchOne(
                db, sql: "SELECT id FROM answer WHERE learner = ? AND item = ? AND at = ? LIMIT 1",
                arguments: [session.learner.number, row.number, answer.at.milliseconds])
            guard same == nil else { return nil }
            let id = try Self.insert(answer, to: row, in: session, db)
            _ = try Scope(learner: session.learner, pack: session.pack).advance(from: -1, db)
            return id
        }
    }

    package func undo(
        _ answer: Records.Answer.ID, at moment: Moment, leaving state: Records.State
    ) throws(RecordsError) -> Int? {
        try state.check(.undo)
        return try write(.undo) { db in
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
    static func keep(_ item: Records.Item, _ db: Database) throws -> Records.RowID<Records.Item> {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO item (identity, kind, pack, heading, question, stem, key) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
        try insert.execute(arguments: [
            item.identity, item.kind, item.pack, item.heading, item.question, item.stem, item.key,
        ])
        guard db.changesCount == 0 else { return Records.RowID(db.lastInsertedRowID) }
        let find = try db.cachedStatement(sql: "SELECT id FROM item WHERE identity = ?")
        guard let row = try Row.fetchOne(find, arguments: [item.identity]) else {
            throw RecordsError.defect(.answer, "the item \(item.identity) is neither new nor known")
        }
        return try row.rowID(0)
    }

    private static func insert(
        _ answer: Records.Answer, to item: Records.RowID<Records.Item>, in session: Records.Session, _ db: Database
    ) throws -> Records.Answer.ID {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO answer (
                    learner, session, item, place, at, response, hints, text, verdict, fraction, skills, findings,
                    beliefs
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try insert.execute(arguments: [
            session.learner.number, session.id.number, item.number, answer.position, answer.at.milliseconds,
            answer.responseMilliseconds, answer.hints, answer.text.withoutNull, answer.verdict.rawValue,
            answer.fraction,
            IDList.text(answer.skills), IDList.text(answer.findings), IDList.text(joined: answer.beliefs),
        ])
        return Records.RowID(db.lastInsertedRowID)
    }
}
