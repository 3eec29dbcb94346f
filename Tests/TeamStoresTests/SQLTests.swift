import DatabaseServer
import Dispatch
import PseudoTerminal
import Testing

@testable import TeamStores

/// What both databases promise whoever runs statements.
@Suite struct `A database of either dialect` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A database with a table of one column each for whole numbers, others and texts.
    private func open(_ kind: DatabaseKind) throws -> any SQLDatabase {
        let place = try kind.place(in: folder.path)
        let database: any SQLDatabase =
            TeamDatabase.isOfServer(place) ? try PostgreSQLDatabase(place) : try SQLiteDatabase(place)
        try database.write { connection in
            try connection.runScript(
                "CREATE TABLE thing (n bigint PRIMARY KEY, r double precision, t text); INSERT INTO thing (n) VALUES (0)"
            )
        }
        return database
    }

    private func count(_ connection: any SQLConnection) throws -> Int64 {
        try connection.run("SELECT count(*) FROM thing", [])[0].integer(0)
    }

    private static let values: [(SQLValue, SQLValue, SQLValue)] = [
        (.integer(.max), .real(.greatestFiniteMagnitude), .text("")),
        (.integer(.min), .real(-0.1), .text("'); DROP TABLE thing; --")),
        (.integer(-1), .real(.leastNonzeroMagnitude), .text("“Ö” 日本 👩‍⚕️ \n\t\\ ?1 $1")),
        (.integer(1), .real(3), .text("7")), (.integer(2), .null, .null),
    ]

    @Test(arguments: DatabaseKind.allCases, values)
    func `gives back what was put in`(kind: DatabaseKind, row: (n: SQLValue, r: SQLValue, t: SQLValue)) throws {
        let database = try open(kind)
        let values = [row.n, row.r, row.t]
        _ = try database.write { try $0.run("INSERT INTO thing VALUES (?1, ?2, ?3)", values) }
        let found = try database.read { try $0.run("SELECT n, r, t FROM thing WHERE n = ?1", [row.n]) }
        #expect(found == [SQLRow(values: values)])
        try database.close()
    }

    private struct Enough: Error {}

    @Test(arguments: DatabaseKind.allCases)
    func `keeps nothing of what was begun by whoever throws`(kind: DatabaseKind) throws {
        let database = try open(kind)
        #expect(throws: Enough.self) {
            try database.write { connection in
                try connection.run("INSERT INTO thing (n) VALUES (?1)", [.integer(1)])
                #expect(try count(connection) == 2)
                throw Enough()
            }
        }
        #expect(try database.read(count) == 1)
    }

    /// Statements, and as what they are refused.
    @Test(
        arguments: DatabaseKind.allCases,
        [
            ("INSERT INTO thing (n) VALUES (0)", "conflict"), ("INSERT INTO thing (n) VALUES (NULL, 1)", "defect"),
            ("SELECT nothing FROM thing", "defect"), ("SELEC", "defect"),
        ])
    func `says why a statement is not done, and goes on`(
        kind: DatabaseKind, statement: (sql: String, fault: String)
    ) throws {
        let database = try open(kind)
        #expect {
            try database.write { connection in
                try connection.run("INSERT INTO thing (n) VALUES (?1)", [.integer(1)])
                try connection.run(statement.sql, [])
            }
        } throws: { error in
            switch error as? DatabaseFault {
            case .conflict(let text)?: statement.fault == "conflict" && !text.isEmpty
            case .defect(let text)?: statement.fault == "defect" && !text.isEmpty
            default: false
            }
        }
        #expect(try database.read(count) == 1, "what stood before it is taken back with it")
        _ = try database.write { try $0.run("INSERT INTO thing (n) VALUES (?1)", [.integer(1)]) }
        #expect(try database.read(count) == 2)
    }

    @Test(arguments: DatabaseKind.allCases)
    func `writes nothing while it reads`(kind: DatabaseKind) throws {
        let database = try open(kind)
        #expect {
            try database.read { try $0.run("INSERT INTO thing (n) VALUES (1)", []) }
        } throws: { error in
            if case .unavailable? = error as? DatabaseFault { true } else { false }
        }
        #expect(try database.read(count) == 1)
    }

    @Test(arguments: DatabaseKind.allCases)
    func `reads of one moment, whatever others write meanwhile`(kind: DatabaseKind) throws {
        let database = try open(kind)
        let counts = try database.read { connection in
            let before = try count(connection)
            let isDone = DispatchSemaphore(value: 0)
            DispatchQueue.global().async {
                _ = try? database.write { try $0.run("INSERT INTO thing (n) VALUES (1)", []) }
                isDone.signal()
            }
            #expect(isDone.wait(timeout: .now() + 20) == .success)
            return [before, try count(connection)]
        }
        #expect(counts == [1, 1])
        #expect(try database.read(count) == 2)
    }
}

@Suite struct `A row` {
    private let row = SQLRow(values: [.integer(7), .real(0.5), .text("a"), .null])

    @Test func `has in each column what stands there`() throws {
        #expect(try row.integer(0) == 7 && row.real(1) == 0.5 && row.real(0) == 7 && row.text(2) == "a")
        #expect(try row.optionalInteger(0) == 7 && row.optionalInteger(3) == nil)
        #expect(try row.optionalText(2) == "a" && row.optionalText(3) == nil)
    }

    private func isGiven<Value>(_ read: (Int) throws -> Value, _ column: Int) -> Bool {
        do {
            _ = try read(column)
            return true
        } catch {
            return false
        }
    }

    @Test(arguments: [-1, 0, 1, 2, 3, 4]) func `takes nothing for something else`(column: Int) {
        let (isNumber, isText, isNull) = (column == 0, column == 2, column == 3)
        #expect(isGiven(row.integer, column) == isNumber)
        #expect(isGiven(row.text, column) == isText)
        #expect(isGiven(row.real, column) == (isNumber || column == 1))
        #expect(isGiven(row.optionalText, column) == (isText || isNull))
        #expect(isGiven(row.optionalInteger, column) == (isNumber || isNull))
    }
}
