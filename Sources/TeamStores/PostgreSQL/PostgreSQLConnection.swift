import CPostgreSQL

/// One connection to a PostgreSQL server. It blocks the thread that uses it, and one thread uses it at a time, which the
/// pool sees to: that is why it may go from one thread to another.
final class PostgreSQLConnection: SQLConnection, @unchecked Sendable {
    let dialect = SQLDialect.postgresql
    private let connection: OpaquePointer
    /// The names of statements that the server keeps prepared for this connection.
    private var prepared: [String: String] = [:]
    /// Whether it can be used again: no statement was left half done.
    private(set) var isSound = true

    /// Connects.
    ///
    /// - Parameter place: A URL or a list of words, as libpq reads it.
    /// - Throws: `DatabaseFault.unavailable`.
    init(_ place: String) throws {
        let settings: [(String, String)] = [
            ("dbname", place), ("connect_timeout", "5"), ("client_encoding", "UTF8"),
            ("fallback_application_name", "preceptor"),
            ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "10000"),
        ]
        let made = withCStrings(settings.map(\.0)) { names in
            withCStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let made else { throw DatabaseFault.unavailable("there is no memory for a connection") }
        connection = made
        guard PQstatus(connection) == CONNECTION_OK else { throw DatabaseFault.unavailable(lastMessage) }
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        // What takes longer than this is given up, and so is whoever waits for another's lock.
        try runScript("SET statement_timeout = '15s'; SET lock_timeout = '10s'; SET standard_conforming_strings = on")
    }

    deinit { PQfinish(connection) }

    func run(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
        let name = try prepare(sql)
        let texts = values.map(\.parameter)
        // It would be cut there, and another be meant than was said.
        guard !texts.contains(where: { $0?.utf8.contains(0) == true }) else {
            throw DatabaseFault.defect("a text has a zero in it")
        }
        let result = withCStrings(texts) { parameters in
            PQexecPrepared(connection, name, Int32(texts.count), parameters, nil, nil, 0)
        }
        return try take(result).rows
    }

    func runScript(_ sql: String) throws { _ = try take(PQexec(connection, sql)) }

    /// Whether a statement of the transaction failed, so that its end will undo it.
    var isUndone: Bool { PQtransactionStatus(connection) == PQTRANS_INERROR }

    /// Whether the server has closed the connection.
    var isBroken: Bool { PQstatus(connection) != CONNECTION_OK }

    private func prepare(_ sql: String) throws -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        // Places are numbered alike, with another sign before the number.
        let text = String(decoding: sql.utf8.map { $0 == UInt8(ascii: "?") ? UInt8(ascii: "$") : $0 }, as: UTF8.self)
        _ = try take(PQprepare(connection, name, text, 0, nil))
        prepared[sql] = name
        return name
    }

    private func take(_ result: OpaquePointer?) throws -> PostgreSQLResult {
        let result = PostgreSQLResult(result)
        guard let fault = result.fault(else: lastMessage) else { return result }
        if isBroken { isSound = false }
        if case .unavailable = fault { isSound = false }
        throw fault
    }

    private var lastMessage: String {
        let text = String(cString: PQerrorMessage(connection))
        return text.split(separator: "\n").first.map(String.init) ?? "the connection broke"
    }
}

/// What a statement gave, which is freed with it.
private struct PostgreSQLResult: ~Copyable {
    private let result: OpaquePointer?

    init(_ result: OpaquePointer?) { self.result = result }

    deinit { PQclear(result) }

    /// Why the statement was not done; nil where it was.
    func fault(else message: String) -> DatabaseFault? {
        guard let result else { return .unavailable(message) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return nil
        default: break
        }
        guard let state = field("C", of: result) else { return .unavailable(message) }
        return DatabaseFault(sqlState: state, field("M", of: result) ?? message)
    }

    var rows: [SQLRow] {
        let columns = PQnfields(result)
        let types = (0..<columns).map { PQftype(result, $0) }
        return (0..<PQntuples(result)).map { row in
            SQLRow(values: (0..<columns).map { column in value(row, column, of: types[Int(column)]) })
        }
    }

    private func value(_ row: Int32, _ column: Int32, of type: Oid) -> SQLValue {
        guard PQgetisnull(result, row, column) == 0, let bytes = PQgetvalue(result, row, column) else { return .null }
        let length = Int(PQgetlength(result, row, column))
        let text = bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
        }
        if type == realType { return Double(text).map(SQLValue.real) ?? .null }
        return numberTypes.contains(type) ? Int64(text).map(SQLValue.integer) ?? .null : .text(text)
    }

    private func field(_ code: Character, of result: OpaquePointer) -> String? {
        guard let code = code.asciiValue, let text = PQresultErrorField(result, Int32(code)) else { return nil }
        return String(cString: text)
    }
}

/// The types of whole numbers: int8, int2, int4.
private let numberTypes: Set<Oid> = [20, 21, 23]
/// The type of other numbers: float8, which is told with as many digits as it has.
private let realType: Oid = 701

extension DatabaseFault {
    /// What one of PostgreSQL's codes of five letters means to whoever asked.
    fileprivate init(sqlState state: String, _ message: String) {
        switch state {
        case "23505", "23503": self = .conflict(message)
        case "40001", "40P01", "55P03": self = .again(message)
        case _ where state.hasPrefix("53"): self = state == "53300" ? .unavailable(message) : .full(message)
        // It shuts down, is starting, gave up waiting, or is a copy that only reads.
        case _ where state.hasPrefix("57") || state.hasPrefix("08") || state == "25006": self = .unavailable(message)
        default: self = .defect("\(message) (\(state))")
        }
    }
}

extension SQLValue {
    fileprivate var parameter: String? {
        switch self {
        case .null: nil
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): text
        }
    }
}

/// Hands texts on as C has them: pointers to bytes with a zero at the end, and a null pointer after the last.
private func withCStrings<Result>(
    _ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> Result
) -> Result {
    var bytes: [CChar] = []
    let starts = texts.map { text -> Int? in
        guard let text else { return nil }
        defer { bytes += text.utf8.map { CChar(bitPattern: $0) } + [0] }
        return bytes.count
    }
    return bytes.withUnsafeBufferPointer { buffer in
        body(starts.map { start in start.flatMap { buffer.baseAddress?.advanced(by: $0) } } + [nil])
    }
}
