package import Learning
package import Scoring

/// What learners did, in the database of a house. It lets go of nothing when it is closed: others use the same database.
package struct SQLLearnerStore: LearnerStore {
    private let database: any SQLDatabase

    init(_ database: any SQLDatabase) { self.database = database }

    package func close() {}

    package func learner(named name: String, at moment: Moment) throws(RecordsError) -> Records.Learner {
        try Records.Learner.check(name: name)
        if let known = try knownLearner(named: name) { return known }
        return try write(.learner) { connection in
            // Another session may have been quicker, and then nothing is put in.
            try connection.run(
                "INSERT INTO learner (name, made) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING",
                [.text(name), .integer(moment.milliseconds)])
            guard let made = try connection.learner(named: name) else {
                throw RecordsError.defect(.learner, "\(name) is neither new nor known")
            }
            return made
        }
    }

    package func knownLearner(named name: String) throws(RecordsError) -> Records.Learner? {
        try read(.learner) { try $0.learner(named: name) }
    }

    package func learnerNames() throws(RecordsError) -> [String] {
        try read(.learner) { try $0.run("SELECT name FROM learner ORDER BY name", []).map { try $0.text(0) } }
    }

    package func startSession(
        of learner: Records.Learner.ID, pack: String, goal: Int, at moment: Moment
    ) throws(RecordsError) -> Records.Session {
        try write(.session) { connection in
            let id: Records.Session.ID = try connection.insert(
                "INSERT INTO training_session (learner, pack, started, goal) VALUES (?1, ?2, ?3, ?4) RETURNING id",
                [.number(of: learner), .text(pack), .integer(moment.milliseconds), .integer(Int64(goal))])
            return Records.Session(id: id, learner: learner, pack: pack, started: moment, ended: nil, goal: goal)
        }
    }

    package func endSession(_ session: Records.Session.ID, at moment: Moment) throws(RecordsError) {
        _ = try write(.session) { connection in
            try connection.run(
                "UPDATE training_session SET ended = ?2 WHERE id = ?1 AND ended IS NULL",
                [.number(of: session), .integer(moment.milliseconds)])
        }
    }

    /// The door through which every write goes.
    func write<Result>(
        _ operation: Records.Operation, _ body: (any SQLConnection) throws -> Result
    ) throws(RecordsError) -> Result {
        do { return try database.write(body) } catch { throw Self.told(error, operation) }
    }

    /// Reads at one moment.
    func read<Result>(
        _ operation: Records.Operation, _ body: (any SQLConnection) throws -> Result
    ) throws(RecordsError) -> Result {
        do { return try database.read(body) } catch { throw Self.told(error, operation) }
    }

    /// What the database says, in the domain's own words.
    private static func told(_ error: any Error, _ operation: Records.Operation) -> RecordsError {
        if let error = error as? RecordsError { return error }
        let fault = error as? DatabaseFault ?? .defect("\(error)")
        let kind: RecordsError.Kind
        switch fault {
        case .unavailable, .unknown: kind = .cannotWrite
        case .again: kind = .locked
        case .full: kind = .full
        case .foreign: kind = .newer
        case .conflict, .defect: return .defect(operation, fault.message)
        }
        return RecordsError(kind: kind, message: "The database, while \(operation.rawValue): \(fault.message).")
    }
}

extension SQLValue {
    /// The number of a row.
    static func number<Owner>(of id: Records.RowID<Owner>) -> SQLValue { .integer(id.number) }
}

extension SQLRow {
    /// The number of a row that stands in a column.
    func id<Owner>(_ position: Int) throws -> Records.RowID<Owner> { Records.RowID(try integer(position)) }

    /// The moment in a column.
    func moment(_ position: Int) throws -> Moment { Moment(milliseconds: try integer(position)) }

    /// The count in a column.
    func count(_ position: Int) throws -> Int { Int(try integer(position)) }
}

extension SQLConnection {
    /// Puts a row in.
    ///
    /// - Returns: Its number, which the statement asks for.
    func insert<Owner>(_ sql: String, _ values: [SQLValue]) throws -> Records.RowID<Owner> {
        guard let row = try run(sql, values).first else { throw DatabaseFault.defect("a row was not put in") }
        return try row.id(0)
    }

    fileprivate func learner(named name: String) throws -> Records.Learner? {
        try run("SELECT id, made FROM learner WHERE name = ?1", [.text(name)]).first.map { row in
            Records.Learner(id: try row.id(0), name: name, made: try row.moment(1))
        }
    }
}
