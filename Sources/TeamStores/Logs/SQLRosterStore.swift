package import Examining
package import Quiz
import Signatures
import Synchronization

/// The roster in a database: one document, which is changed whole.
package final class SQLRosterStore: RosterStore {
    private let database: any SQLDatabase
    /// What was read last, with its version: most of the time nobody has changed it.
    private let known = Mutex<(version: Int64, roster: Roster)>((0, Roster()))

    init(_ database: any SQLDatabase) { self.database = database }

    package func read() throws(ExamError) -> Roster {
        let known = known.withLock(\.self)
        let found = try keeping {
            try database.read {
                try $0.run(
                    "SELECT version, body FROM document WHERE name = 'roster' AND version <> ?1",
                    [.integer(known.version)]
                ).first.map { (try $0.integer(0), try roster($0.text(1))) }
            }
        }
        guard let found else { return known.roster }
        self.known.withLock { if $0.version < found.0 { $0 = found } }
        return found.1
    }

    package func update<Result: Sendable>(
        _ change: (inout Roster) throws(ExamError) -> Result
    ) throws(ExamError) -> Result {
        try keeping {
            try database.write { connection in
                let lock = connection.dialect == .postgresql ? " FOR UPDATE" : ""
                try connection.run(
                    "INSERT INTO document (name, version, body) VALUES ('roster', 0, '') ON CONFLICT (name) DO NOTHING",
                    [])
                let row = try connection.run(
                    "SELECT version, body FROM document WHERE name = 'roster'" + lock, []
                ).first
                guard let row else { throw DatabaseFault.defect("the roster is gone") }
                var changed = try roster(row.text(1))
                let result = try change(&changed)
                try connection.run(
                    "UPDATE document SET version = ?1, body = ?2 WHERE name = 'roster'",
                    [
                        .integer(try row.integer(0) + 1),
                        .text(String(decoding: try canonical(changed), as: UTF8.self)),
                    ])
                return result
            }
        }
    }

    private func roster(_ body: String) throws -> Roster {
        guard !body.isEmpty else { return Roster() }
        guard let roster = value(Roster.self, written: Array(body.utf8)) else {
            throw ExamError(.unreadable, "what the database keeps is no roster", mend: "put it back from a copy")
        }
        return roster
    }

    private func keeping<Result>(_ body: () throws -> Result) throws(ExamError) -> Result {
        do { return try body() } catch let error as ExamError { throw error } catch let fault as DatabaseFault {
            throw ExamError(.cannotKeep, "the roster cannot be kept just now: \(fault.message)")
        } catch {
            throw ExamError(.defect, "\(error)")
        }
    }
}
