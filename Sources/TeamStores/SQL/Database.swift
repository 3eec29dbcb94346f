/// A database, in either dialect. Statements are written once where both read them: numbered positions `?1`, upserts and
/// `RETURNING` are common to SQLite and PostgreSQL.
protocol SQLDatabase: Sendable {
    var dialect: SQLDialect { get }

    /// Reads in one transaction, so that all that is read is of one moment.
    ///
    /// - Throws: What the body throws, or `DatabaseFault`.
    func read<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result

    /// Writes in one transaction, which is on the disk when this returns. The body may run again, where the database
    /// asks for it; where it throws, nothing has changed.
    ///
    /// - Throws: What the body throws, or `DatabaseFault`.
    func write<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result

    /// Lets go of the database.
    func close() throws
}

/// What the two databases say differently.
enum SQLDialect: Sendable {
    case sqlite, postgresql
}

/// A connection in a transaction; it is nobody else's until that ends.
protocol SQLConnection {
    var dialect: SQLDialect { get }

    /// Runs one statement.
    ///
    /// - Parameters:
    ///   - sql: With `?1`, `?2` in place of values.
    ///   - values: In the order of the numbers. They never become part of the text.
    /// - Returns: The rows that it gives.
    /// - Throws: `DatabaseFault`.
    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow]

    /// Runs several statements, without values.
    ///
    /// - Throws: `DatabaseFault`.
    func runScript(_ sql: String) throws
}

/// Why a database does not do something.
enum DatabaseFault: Error, Equatable {
    /// It cannot be reached, or not now: what the system says. Nothing has changed.
    case unavailable(String)
    /// The connection broke while the end of a transaction was on its way: it is done, or it is not.
    case unknown(String)
    /// What is to be unique is there already, or what is named is not there.
    case conflict(String)
    /// Another transaction was in the way: the same may go well another time.
    case again(String)
    /// The disk is full, or a limit is reached.
    case full(String)
    /// A newer version of this program has written it, or another program.
    case foreign(String)
    /// The program is wrong.
    case defect(String)

    /// The message for a person.
    var message: String {
        switch self {
        case .unavailable(let text), .unknown(let text), .conflict(let text), .again(let text), .full(let text),
            .foreign(let text), .defect(let text):
            text
        }
    }
}
