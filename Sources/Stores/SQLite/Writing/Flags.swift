import GRDB
package import Learning
package import Scoring

extension SQLiteLearnerStore {
    @discardableResult
    package func flag(
        _ item: Records.Item, by learner: Records.Learner.ID, note: String, at moment: Moment
    ) throws(RecordsError) -> Records.Flag.ID {
        try write(.flag) { db in
            let item = try Self.keep(item, db)
            try db.cachedStatement(sql: "INSERT INTO flag (learner, item, note, at) VALUES (?, ?, ?, ?)")
                .execute(arguments: [learner.number, item.number, note.withoutNull, moment.milliseconds])
            return Records.RowID(db.lastInsertedRowID)
        }
    }

    package func flags(in pack: String?) throws(RecordsError) -> [Records.Flag] {
        try read(.reading) { db in
            let sql = """
                SELECT flag.id, learner.name, flag.at, flag.note, item.identity, item.heading, item.stem
                FROM flag JOIN item ON item.id = flag.item JOIN learner ON learner.id = flag.learner
                WHERE ?1 IS NULL OR item.pack = ?1
                ORDER BY flag.id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [pack]).map { row in
                Records.Flag(
                    id: try row.rowID(0), learner: try row.decode(atIndex: 1), at: try row.moment(2),
                    note: try row.decode(atIndex: 3), item: try row.decode(atIndex: 4),
                    heading: try row.decode(atIndex: 5), stem: try row.decode(atIndex: 6))
            }
        }
    }
}
