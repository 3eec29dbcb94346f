import Dispatch
import Synchronization

/// A database of a PostgreSQL server, which any number of nodes may share.
///
/// A connection is lent to one caller at a time; callers beyond the most that there are wait their turn. One whose
/// statement was not done, or that broke, is never lent again. What a broken connection had not begun to commit is tried
/// once more on a new one, so that a server that was started anew is not noticed.
final class PostgreSQLDatabase: SQLDatabase {
    let dialect = SQLDialect.postgresql
    private let place: String
    private let turns: DispatchSemaphore
    private let idle = Mutex<[PostgreSQLConnection]>([])

    /// How long a caller waits for a connection.
    private static let patience = DispatchTimeInterval.seconds(10)
    /// How often a transaction is tried that others were in the way of.
    private static let tries = 8

    /// - Parameters:
    ///   - place: A URL or a list of words, as libpq reads it.
    ///   - connections: How many there are at most.
    /// - Throws: `DatabaseFault.unavailable` where nobody answers there.
    init(_ place: String, connections: Int = 20) throws {
        self.place = place
        turns = DispatchSemaphore(value: connections)
        let first = try PostgreSQLConnection(place)
        idle.withLock { $0.append(first) }
    }

    func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
        try transaction("BEGIN", body)
    }

    func close() throws { idle.withLock { $0.removeAll() } }

    /// Runs one statement by itself, which is a transaction of its own.
    ///
    /// - Throws: `DatabaseFault`; `unknown` where the connection broke, and the statement may have been done.
    func runAlone(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
        try lending { connection in
            do { return try connection.run(sql, values) } catch DatabaseFault.unavailable(let reason) {
                throw DatabaseFault.unknown(reason)
            }
        }
    }

    private func transaction<Result>(
        _ beginning: String, _ body: (any SQLConnection) throws -> Result
    ) throws -> Result {
        var tried = 0
        while true {
            tried += 1
            do {
                return try lending { connection in try Self.once(beginning, on: connection, body) }
            } catch DatabaseFault.again where tried < Self.tries {
                continue
            } catch DatabaseFault.unavailable where tried < 2 {
                // Connections that were idle when the server went away are all broken.
                idle.withLock { $0.removeAll() }
            }
        }
    }

    private static func once<Result>(
        _ beginning: String, on connection: PostgreSQLConnection, _ body: (any SQLConnection) throws -> Result
    ) throws -> Result {
        try connection.runScript(beginning)
        let result: Result
        do {
            result = try body(connection)
            // The server would undo it at its end, and call that no error.
            if connection.isUndone { throw DatabaseFault.defect("a fault was passed over") }
        } catch {
            if connection.isSound { try? connection.runScript("ROLLBACK") }
            throw error
        }
        do { try connection.runScript("COMMIT") } catch DatabaseFault.unavailable(let reason) {
            throw DatabaseFault.unknown(reason)
        }
        return result
    }

    private func lending<Result>(_ body: (PostgreSQLConnection) throws -> Result) throws -> Result {
        guard turns.wait(timeout: .now() + Self.patience) == .success else {
            throw DatabaseFault.again("all connections to the database are busy")
        }
        defer { turns.signal() }
        let connection = try idle.withLock { $0.popLast() } ?? PostgreSQLConnection(place)
        defer { if connection.isSound, !connection.isBroken { idle.withLock { $0.append(connection) } } }
        return try body(connection)
    }
}
