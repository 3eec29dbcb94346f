internal import GRDB

extension Records {
    /// Keeps a learner's word about an item.
    @discardableResult
    package func flag(
        _ item: Item, by learner: RowID<Learner>, note: String, at moment: Moment
    ) throws(RecordsError) -> RowID<Flag> {
        try write(.flag) { db in
            let item = try Self.keep(item, db)
            try db.cachedStatement(sql: "INSERT INTO flag (learner, item, note, at) VALUES (?, ?, ?, ?)")
                .execute(arguments: [learner.number, item.number, note.readable, moment.milliseconds])
            return RowID(db.lastInsertedRowID)
        }
    }

    /// What learners flagged, the first flag first; of one pack, or of all.
    package func flags(in pack: String? = nil) throws(RecordsError) -> [Flag] {
        try read(.reading) { db in
            let sql = """
                SELECT flag.id, learner.name, flag.at, flag.note, item.identity, item.heading, item.stem
                FROM flag JOIN item ON item.id = flag.item JOIN learner ON learner.id = flag.learner
                WHERE ?1 IS NULL OR item.pack = ?1
                ORDER BY flag.id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [pack]).map { row in
                Flag(
                    id: try row.rowID(0), learner: try row.decode(atIndex: 1), at: try row.moment(2),
                    note: try row.decode(atIndex: 3), item: try row.decode(atIndex: 4),
                    heading: try row.decode(atIndex: 5), stem: try row.decode(atIndex: 6))
            }
        }
    }
}
