import CPageSums
import GRDBSQLite
import Glibc

/// A floor to measure against: rows through SQLite's own interface, WAL and FULL, one transaction at a time.
final class PlainSQLite {
    private var connection: OpaquePointer?
    private var statements: [OpaquePointer?] = []

    /// Makes as many tables as there are to be trees; each gets a row of so many bytes in every transaction. Pages carry
    /// sums, or do not come through the layer that makes them.
    init(path: String, trees: Int, bytes: Int, carriesSums: Bool = false) {
        if carriesSums { check(pageSumsInstall()) }
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        check(sqlite3_open_v2(path, &connection, flags, carriesSums ? "page-sums" : "unix"))
        if carriesSums { pageSumsReserve(connection) }
        run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        if trees > 1 { prepare("BEGIN IMMEDIATE") }
        for tree in 1...trees {
            run("CREATE TABLE row\(tree) (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL) STRICT")
            let text = String(repeating: "x", count: bytes)
            prepare("INSERT INTO row\(tree) (at, text) VALUES (1767000000000, '\(text)')")
        }
        if trees > 1 { prepare("COMMIT") }
    }

    deinit {
        for statement in statements { sqlite3_finalize(statement) }
        sqlite3_close(connection)
    }

    func insert() {
        for statement in statements {
            if sqlite3_step(statement) != SQLITE_DONE { check(sqlite3_errcode(connection)) }
            sqlite3_reset(statement)
        }
    }

    /// Reads all rows, from the system's memory and not from that of the connection.
    func readAll() {
        run("PRAGMA shrink_memory")
        for tree in 1...max(statements.count - 2, 1) { run("SELECT sum(length(text)) FROM row\(tree)") }
    }

    private func prepare(_ sql: String) {
        var statement: OpaquePointer?
        check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil))
        statements.append(statement)
    }

    private func run(_ sql: String) { check(sqlite3_exec(connection, sql, nil, nil, nil)) }

    private func check(_ code: Int32) {
        guard code != SQLITE_OK else { return }
        say(String(cString: sqlite3_errmsg(connection)), on: STDERR_FILENO)
        exit(70)
    }
}
