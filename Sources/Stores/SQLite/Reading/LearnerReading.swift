import GRDB
package import Learning

extension SQLiteLearnerStore {
    package func knownLearner(named name: String) throws(RecordsError) -> Records.Learner? {
        try read(.learner) { try Self.find(name, $0) }
    }

    package func learnerNames() throws(RecordsError) -> [String] {
        try read(.learner) { try String.fetchAll($0, sql: "SELECT name FROM learner ORDER BY name") }
    }

    static func find(_ name: String, _ db: Database) throws -> Records.Learner? {
        let sql = "SELECT id, made FROM learner WHERE name = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [name]) else { return nil }
        return Records.Learner(id: try row.rowID(0), name: name, made: try row.moment(1))
    }
}
