import CPageSums
import GRDBSQLite
import PseudoTerminal

/// What the sums of pages add to a start: reading what a start reads of a long history through the layer that holds each
/// page against its sum, and through SQLite's own, the same file in turns.
enum PageSumsBenchmark {
    private static let rounds = 201
    /// The layer that was SQLite's own before sums were put over it.
    private static let plain = "unix"

    static func run() throws {
        let program = try builtExecutable("preceptor")
        let home = try TemporaryFolder()
        let path = "\(home.path)/records.sqlite"
        guard try HistoryBenchmark.fill(home, by: program), pageSumsInstall() == SQLITE_OK else {
            return print("the records cannot be filled")
        }
        var (with, without): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            without.append(try milliseconds { guard read(path, through: plain) else { throw Unreadable() } })
            with.append(try milliseconds { guard read(path, through: nil) else { throw Unreadable() } })
        }
        var starts: [Double] = []
        for round in 0..<21 {
            starts.append(
                try milliseconds {
                    let window = try TerminalSession(
                        program, ["--learner", round.isMultiple(of: 2) ? "old-hand" : "new"],
                        environment: ["PRECEPTOR_HOME": home.path])
                    try window.wait(for: "> ")
                })
        }
        let (floor, sums) = (median(without), median(with))
        print("reading at a start, median of \(rounds)                   ms   x floor")
        print(Row(title: "floor: pages without sums", figure: floor).text(floor: floor))
        print(Row(title: "pages with sums", figure: sums, budget: floor * 1.2).text(floor: floor))
        let share = (sums - floor) / median(starts) * 100
        print(
            "of a start's \(tenths(median(starts))) ms: \(tenths(max(share, 0))) %, budget 2: \(share <= 2 ? "kept" : "MISSED")"
        )
    }

    private struct Unreadable: Error {}

    /// Opens the records, and reads the newest answers and all of what follows from the others.
    private static func read(_ path: String, through layer: String?) -> Bool {
        var database: OpaquePointer?
        defer { sqlite3_close(database) }
        guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, layer) == SQLITE_OK else { return false }
        let tables = names(in: database)
        return !tables.isEmpty
            && tables.allSatisfy {
                count(of: "SELECT * FROM \"\($0)\" ORDER BY rowid DESC LIMIT 2000", in: database) != nil
            }
    }

    private static func names(in database: OpaquePointer?) -> [String] {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        let sql =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'"
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else { return [] }
        var names: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            if let name = sqlite3_column_text(statement, 0) { names.append(String(cString: name)) }
        }
        return names
    }

    private static func count(of sql: String, in database: OpaquePointer?) -> Int? {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else { return nil }
        var count = 0
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: count += 1
            case SQLITE_DONE: return count
            default: return nil
            }
        }
    }
}
