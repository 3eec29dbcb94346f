internal import GRDB

extension Records {
    /// The learner of a name, who is made when the name is first used.
    ///
    /// - Throws: `RecordsError`; of kind `name` unless it is 1 to 64 printable characters.
    package func learner(named name: String, at moment: Moment) throws(RecordsError) -> Learner {
        if let fault = Learner.fault(in: name) {
            throw RecordsError(
                kind: .name,
                message: "A learner's name is 1 to \(Learner.longest) printable characters, and of this one \(fault).")
        }
        if let known = try knownLearner(named: name) { return known }
        return try write(.learner) { db in
            // Another process may have been quicker.
            if let known = try Self.find(name, db) { return known }
            try db.cachedStatement(sql: "INSERT INTO learner (name, made) VALUES (?, ?)")
                .execute(arguments: [name, moment.milliseconds])
            return Learner(id: RowID(db.lastInsertedRowID), name: name, made: moment)
        }
    }
}
