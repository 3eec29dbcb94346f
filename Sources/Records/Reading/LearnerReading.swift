internal import GRDB

extension Records {
    /// The learner of a name; nil where nobody has used it.
    package func knownLearner(named name: String) throws(RecordsError) -> Learner? {
        try read(.learner) { try Self.find(name, $0) }
    }

    /// The names of all learners, in order.
    package func learnerNames() throws(RecordsError) -> [String] {
        try read(.learner) { try String.fetchAll($0, sql: "SELECT name FROM learner ORDER BY name") }
    }

    static func find(_ name: String, _ db: Database) throws -> Learner? {
        let sql = "SELECT id, made FROM learner WHERE name = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [name]) else { return nil }
        return Learner(id: try row.rowID(0), name: name, made: try row.moment(1))
    }
}
