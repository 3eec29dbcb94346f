import GRDB
import Glibc

/// A database in one file, of one program on one machine: SQLite, with a log that is written ahead and on the disk
/// before a call returns.
final class SQLiteDatabase: SQLDatabase {
    let dialect = SQLDialect.sqlite
    private let pool: DatabasePool

    /// - Parameter path: Of the file; its folder is there, and the file is made where it is not.
    /// - Throws: `DatabaseFault`.
    init(_ path: String) throws {
        // Only the server's user may read it, from its first byte on.
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw DatabaseFault.unavailable("\(path): \(String(cString: strerror(errno)))") }
        Glibc.close(file)
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        do { pool = try DatabasePool(path: path, configuration: configuration) } catch {
            throw DatabaseFault(error, at: path)
        }
    }

    func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
        do { return try pool.read { try body(SQLiteConnection(database: $0)) } } catch {
            throw Self.told(error)
        }
    }

    func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
        do { return try pool.write { try body(SQLiteConnection(database: $0)) } } catch {
            throw Self.told(error)
        }
    }

    func close() throws { try pool.close() }

    /// What is thrown on: a body's own error as it is.
    fileprivate static func told(_ error: any Error) -> any Error {
        (error as? DatabaseError).map { DatabaseFault($0, at: "the database") } ?? error
    }

    /// Copies everything, as it is at one moment, into a file that is not there yet.
    ///
    /// - Throws: `DatabaseFault`.
    func copy(to path: String) throws {
        do {
            try pool.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        } catch {
            throw Self.told(error)
        }
    }
}

private struct SQLiteConnection: SQLConnection {
    let database: Database
    var dialect: SQLDialect { .sqlite }

    func run(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
        // What a statement runs into is told at once: its caller may know what it means.
        do {
            let statement = try database.cachedStatement(sql: sql)
            statement.setUncheckedArguments(StatementArguments(values.map(\.databaseValue)))
            return try Row.fetchAll(statement).map { row in
                SQLRow(values: row.databaseValues.map(SQLValue.init))
            }
        } catch { throw SQLiteDatabase.told(error) }
    }

    func runScript(_ sql: String) throws { try database.execute(sql: sql) }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .null, .blob: self = .null
        }
    }
}

extension DatabaseFault {
    fileprivate init(_ error: any Error, at path: String) {
        guard let error = error as? DatabaseError else {
            self = .defect("\(path): \(error)")
            return
        }
        let reason = "\(path): \(error.message ?? "\(error.resultCode)")"
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: self = .conflict(reason)
        case .SQLITE_FULL, .SQLITE_IOERR: self = .full(reason)
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            self = .unavailable(reason)
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .foreign(reason)
        default: self = .defect(reason)
        }
    }
}
