import Audit
import Glibc

extension SQLDatabase {
    /// Writes wishes in one transaction, statement by statement, and answers each.
    func write(_ wishes: [LogWish]) {
        do {
            let outcomes = try write { connection in try wishes.map { try connection.write($0) } }
            for (wish, outcome) in zip(wishes, outcomes) { wish.answer(outcome) }
        } catch {
            for wish in wishes { wish.answer(.failed(LogError(error, isReading: false))) }
        }
    }
}

extension SQLConnection {
    fileprivate func write(_ wish: LogWish) throws -> LogWish.Outcome {
        let name = SQLValue.text(wish.log)
        let next: [SQLValue] = [.integer(Int64(wish.next.count)), .text(wish.next.hash)]
        let moved =
            wish.end.count == 0
            ? try run(
                "INSERT INTO log (name, count, hash) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO NOTHING RETURNING name",
                [name] + next)
            : try run(
                """
                UPDATE log SET count = ?2, hash = ?3
                WHERE name = ?1 AND count = ?4 AND hash = ?5 AND signed_end IS NULL RETURNING name
                """, [name] + next + [.integer(Int64(wish.end.count)), .text(wish.end.hash)])
        guard !moved.isEmpty else { return wish.outcome(finding: try ends(of: [wish.log])[wish.log]) }
        for (position, line) in wish.lines.enumerated() {
            try run(
                "INSERT INTO log_line (log, number, line) VALUES (?1, ?2, ?3)",
                [name, .integer(Int64(wish.end.count + position + 1)), .text(line)])
        }
        return .kept
    }
}

extension PostgreSQLDatabase {
    /// Writes wishes with one statement, so that a hundred take as many journeys to the server as one: a third of the
    /// time. A connection that breaks leaves open whether they were kept; they are said again on another, and what was
    /// kept already is known by its end.
    func write(_ wishes: [LogWish]) {
        var kept: Set<String> = []
        var ends: [String: KeptEnd] = [:]
        for pause in [0, 50, 200, 800, 2_000] as [UInt32] {
            usleep(pause * 1_000)
            do {
                kept = Set(try runAlone(writeWishes, wishes.parameters).map { try $0.text(0) })
                let others = wishes.map(\.log).filter { !kept.contains($0) }
                if !others.isEmpty { ends = try read { try $0.ends(of: others) } }
                for wish in wishes {
                    wish.answer(kept.contains(wish.log) ? .kept : wish.outcome(finding: ends[wish.log]))
                }
                return
            } catch let fault as DatabaseFault {
                switch fault {
                case .again, .unavailable, .unknown: continue
                case .conflict, .full, .foreign, .defect: break
                }
                return refuse(wishes, fault)
            } catch {
                return refuse(wishes, error)
            }
        }
        refuse(wishes, DatabaseFault.unavailable("the database cannot be reached"))
    }

    private func refuse(_ wishes: [LogWish], _ error: any Error) {
        for wish in wishes { wish.answer(.failed(LogError(error, isReading: false))) }
    }
}

/// Moves the ends of those logs that end as told, begins those that are to end at their beginning and are not there, and
/// adds the lines of both. It gives the names of the logs that lines were added to.
private let writeWishes = """
    WITH wish AS (
        SELECT * FROM unnest(?1::text[], ?2::bigint[], ?3::text[], ?4::bigint[], ?5::text[])
            AS wish (log, count, hash, next_count, next_hash)
    ), begun AS (
        INSERT INTO log (name, count, hash)
        SELECT log, next_count, next_hash FROM wish WHERE count = 0 ON CONFLICT (name) DO NOTHING RETURNING name
    ), moved AS (
        UPDATE log SET count = wish.next_count, hash = wish.next_hash FROM wish
        WHERE log.name = wish.log AND log.count = wish.count AND log.hash = wish.hash AND log.signed_end IS NULL
            AND wish.count > 0
        RETURNING log.name
    ), kept AS (SELECT name FROM begun UNION ALL SELECT name FROM moved)
    INSERT INTO log_line (log, number, line)
    SELECT line.log, line.number, line.line
    FROM unnest(?6::text[], ?7::bigint[], ?8::text[]) AS line (log, number, line)
    JOIN kept ON kept.name = line.log
    RETURNING log
    """

extension [LogWish] {
    fileprivate var parameters: [SQLValue] {
        let lines = flatMap { wish in
            wish.lines.enumerated().map { (wish.log, wish.end.count + $0.offset + 1, $0.element) }
        }
        return [
            .text(array(map(\.log))), .text(array(map { "\($0.end.count)" })), .text(array(map(\.end.hash))),
            .text(array(map { "\($0.next.count)" })), .text(array(map(\.next.hash))),
            .text(array(lines.map(\.0))), .text(array(lines.map { "\($0.1)" })), .text(array(lines.map(\.2))),
        ]
    }
}

/// Texts as PostgreSQL reads an array.
private func array(_ texts: [String]) -> String {
    var array: [UInt8] = [UInt8(ascii: "{")]
    for (position, text) in texts.enumerated() {
        array += position == 0 ? "\"".utf8 : ",\"".utf8
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { array.append(UInt8(ascii: "\\")) }
            array.append(byte)
        }
        array.append(UInt8(ascii: "\""))
    }
    return String(decoding: array + [UInt8(ascii: "}")], as: UTF8.self)
}
