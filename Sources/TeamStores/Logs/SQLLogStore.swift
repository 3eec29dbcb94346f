package import Audit
package import Examining
import Machine
import Team

/// The logs of exams in a database, a row for each line.
package final class SQLLogStore: LogStore {
    private let database: any SQLDatabase
    private let writer: LogWriter

    init(_ database: any SQLDatabase) {
        self.database = database
        writer =
            if let postgresql = database as? PostgreSQLDatabase {
                LogWriter(lanes: 2) { postgresql.write($0) }
            } else {
                LogWriter(lanes: 1) { database.write($0) }
            }
    }

    package let location = "the database"

    package func location(of log: ExamLog) -> String { "\(log.name) in the database" }

    package func attempts() throws(LogError) -> [String] { try attempts("") }

    /// The names of the attempts that have no signed end.
    ///
    /// - Throws: `LogError` where they cannot be told.
    func open() throws(LogError) -> [String] { try attempts("AND signed_end IS NULL") }

    private func attempts(_ condition: String) throws(LogError) -> [String] {
        let prefix = ExamLog.attempt("").name
        let names = try reading {
            try $0.run(
                "SELECT name FROM log WHERE name >= ?1 AND name < ?2 \(condition) ORDER BY name",
                // The sign after the slash that ends the prefix.
                [.text(prefix), .text(String(prefix.dropLast()) + "0")]
            ).map { try $0.text(0) }
        }
        return names.map { String($0.dropFirst(prefix.count)) }
    }

    package func read(_ log: ExamLog) throws(LogError) -> [UInt8]? {
        try reading { connection in
            guard let row = try connection.run("SELECT signed_end FROM log WHERE name = ?1", [.text(log.name)]).first
            else { return nil }
            let lines = try connection.run(
                "SELECT line FROM log_line WHERE log = ?1 ORDER BY number", [.text(log.name)])
            var bytes = try Self.bytes(of: lines)
            if let signed = try row.optionalText(0) { bytes += (signed + "\n").utf8 }
            return bytes
        }
    }

    package func read(_ log: ExamLog, after position: LogPosition) throws(LogError) -> [UInt8]? {
        try reading { connection in
            let last = try connection.run(
                "SELECT line FROM log_line WHERE log = ?1 AND number = ?2",
                [.text(log.name), .integer(Int64(position.end.count))]
            ).first
            guard let last, LogEnd(ofLine: try last.text(0).utf8) == position.end else { return nil }
            let lines = try connection.run(
                "SELECT line FROM log_line WHERE log = ?1 AND number > ?2 ORDER BY number",
                [.text(log.name), .integer(Int64(position.end.count))])
            return try Self.bytes(of: lines)
        }
    }

    private static func bytes(of lines: [SQLRow]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines { bytes += try (line.text(0) + "\n").utf8 }
        return bytes
    }

    /// Lines are found by their numbers.
    package func position(in log: ExamLog, at end: LogEnd) -> LogPosition? {
        LogPosition(end: end, length: 0, digest: [])
    }

    package func marks() throws(LogError) -> [String: LogMark] {
        let rows = try reading { try $0.run("SELECT name, count, hash, signed_end FROM log", []) }
        var figures: [String: [Int]] = [:]
        do {
            for row in rows {
                // Lines are only ever added here, so that the last one's hash stands for all.
                let hash = Int(try row.text(2).prefix(15), radix: 16) ?? 0
                figures[try row.text(0)] = [
                    Int(try row.integer(1)), hash, try row.optionalText(3) == nil ? 0 : 1,
                ]
            }
        } catch { throw LogError(error, isReading: true) }
        let prefix = ExamLog.attempt("").name
        var marks: [String: LogMark] = [:]
        for (name, own) in figures where name.hasPrefix(prefix) {
            let attempt = String(name.dropFirst(prefix.count))
            marks[attempt] = LogMark(own + (figures[ExamLog.addenda(attempt).name] ?? []))
        }
        return marks
    }

    package func append(_ lines: [String], to log: ExamLog, after end: LogEnd) throws(LogError) {
        guard let next = lines.last.flatMap({ LogEnd(ofLine: $0.utf8) }) else {
            throw .unwritable("\(location(of: log)): what is added is no entry")
        }
        try writer.write(LogWish(lines, to: log.name, after: end, reaching: next))
    }

    package func seal(_ log: ExamLog, with line: String, after end: LogEnd) throws(LogError) {
        let outcome: LogWish.Outcome = try writing { connection in
            let sealed = try connection.run(
                """
                UPDATE log SET signed_end = ?4 WHERE name = ?1 AND count = ?2 AND hash = ?3 AND signed_end IS NULL
                RETURNING name
                """, [.text(log.name), .integer(Int64(end.count)), .text(end.hash), .text(line)])
            guard sealed.isEmpty else {
                try Self.send(log, over: connection)
                return .kept
            }
            guard let kept = try connection.ends(of: [log.name])[log.name] else { return .failed(.changed) }
            guard let signed = kept.signedEnd else { return .failed(.changed) }
            return signed == line ? .kept : .failed(.sealed)
        }
        if case .failed(let error) = outcome { throw error }
    }

    /// What follows from the end of an attempt is done later, by whichever node.
    private static func send(_ log: ExamLog, over connection: any SQLConnection) throws {
        guard case .attempt(let name) = log else { return }
        let now = MachineTime().now
        try connection.send(Outgoing(.closed, about: "closed \(name)", name, since: now))
    }

    package func remove(_ log: ExamLog) throws(LogError) {
        _ = try writing { connection in try connection.run("DELETE FROM log WHERE name = ?1", [.text(log.name)]) }
    }

    private func reading<Result>(_ body: (any SQLConnection) throws -> Result) throws(LogError) -> Result {
        do { return try database.read(body) } catch { throw LogError(error, isReading: true) }
    }

    private func writing<Result>(_ body: (any SQLConnection) throws -> Result) throws(LogError) -> Result {
        do { return try database.write(body) } catch { throw LogError(error, isReading: false) }
    }
}

extension ExamLog {
    /// What it is called among the logs.
    fileprivate var name: String {
        switch self {
        case .attempt(let name): "attempt/\(name)"
        case .addenda(let name): "addenda/\(name)"
        case .register: "register.log"
        case .issued: "issued.log"
        }
    }
}

extension LogError {
    init(_ error: any Error, isReading: Bool) {
        let fault = error as? DatabaseFault ?? .defect("\(error)")
        switch fault {
        case .full(let text): self = .full(text)
        default: self = isReading ? .unreadable(fault.message) : .unwritable(fault.message)
        }
    }
}

extension SQLConnection {
    /// Where logs end; those that nobody began are left out.
    func ends(of logs: [String]) throws -> [String: KeptEnd] {
        var ends: [String: KeptEnd] = [:]
        for log in logs {
            let rows = try run("SELECT count, hash, signed_end FROM log WHERE name = ?1", [.text(log)])
            guard let row = rows.first else { continue }
            ends[log] = KeptEnd(
                end: LogEnd(count: Int(try row.integer(0)), hash: try row.text(1)), signedEnd: try row.optionalText(2))
        }
        return ends
    }
}
