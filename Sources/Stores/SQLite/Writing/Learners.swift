import GRDB
package import Learning
package import Scoring

extension SQLiteLearnerStore {
    package func learner(named name: String, at moment: Moment) throws(RecordsError) -> Records.Learner {
        try Records.Learner.check(name: name)
        if let known = try knownLearner(named: name) { return known }
        return try write(.learner) { db in
            // Another process may have been quicker.
            if let known = try Self.find(name, db) { return known }
            try db.cachedStatement(sql: "INSERT INTO learner (name, made) VALUES (?, ?)")
                .execute(arguments: [name, moment.milliseconds])
            return Records.Learner(id: Records.RowID(db.lastInsertedRowID), name: name, made: moment)
        }
    }
}
