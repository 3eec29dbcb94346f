import DatabaseServer
import Dispatch
import PseudoTerminal
import Synchronization
import Team
import Testing

@testable import TeamStores

private struct Refused: Error, Equatable {}

/// What both databases promise whoever runs statements.
@Suite struct `A database behind statements` {
    /// A table of notes, in which nothing is.
    private func notes(_ kind: DatabaseKind) throws -> Base {
        let base = try Base(kind, isEmpty: true)
        try base.database.write { connection in
            try connection.runScript(
                "CREATE TABLE note (name TEXT NOT NULL PRIMARY KEY, number BIGINT, share DOUBLE PRECISION)")
        }
        return base
    }

    private func put(_ name: String, _ number: Int64, over connection: any SQLConnection) throws {
        try connection.run("INSERT INTO note (name, number) VALUES (?1, ?2)", [.text(name), .integer(number)])
    }

    private func names(in base: Base) throws -> [String] {
        try base.database.read { try $0.run("SELECT name FROM note ORDER BY name", []).map { try $0.text(0) } }
    }

    @Test(arguments: DatabaseKind.allCases) func `gives back each text as it was put`(kind: DatabaseKind) throws {
        let base = try notes(kind)
        for text in [
            "", " ", "ada", "O'Hara \"Ö\" \\ \\\\n", "?1 $1 ?2; DROP TABLE note --", "{\"a\":[1,null]}",
            "\n\r\t\u{1}\u{7F}", "👩🏽‍⚕️ é e\u{301} \u{202E}\u{200B}", "NULL", "1",
            String(repeating: "long ", count: 40_000),
        ] {
            try base.database.write { try put(text, 1, over: $0) }
            let found = try base.database.read { connection in
                try connection.run("SELECT name FROM note WHERE name = ?1 AND name = ?1", [.text(text)])
            }
            #expect(found.map { Array(((try? $0.text(0)) ?? "none").utf8) } == [Array(text.utf8)])
        }
    }

    @Test(arguments: DatabaseKind.allCases) func `gives back each number as it was put`(kind: DatabaseKind) throws {
        let base = try notes(kind)
        let whole: [Int64] = [0, 1, -1, 1 << 53 + 1, .max, .min]
        let shares = [0.1, -0.5, 1, 1.0 / 3, 1e308, -1e-308, .leastNonzeroMagnitude, .pi]
        try base.database.write { connection in
            for (place, number) in whole.enumerated() { try put("\(place)", number, over: connection) }
            for (place, share) in shares.enumerated() {
                try connection.run(
                    "INSERT INTO note (name, share) VALUES (?1, ?2)", [.text("s\(place)"), .real(share)])
            }
        }
        let rows = try base.database.read { try $0.run("SELECT number, share FROM note ORDER BY name", []) }
        #expect(try rows.prefix(whole.count).map { try $0.integer(0) } == whole)
        #expect(try rows.suffix(shares.count).map { try $0.real(1) } == shares)
        #expect(try rows[0].optionalText(1) == nil && rows.last?.optionalInteger(0) == nil)
    }

    @Test func `tells where a column has not what is asked of it`() throws {
        let row = SQLRow(values: [.text("a"), .integer(7), .real(0.5), .null])
        #expect(try row.text(0) == "a" && row.integer(1) == 7 && row.real(1) == 7 && row.real(2) == 0.5)
        let asked: [(SQLRow) throws -> Void] = [
            { _ = try $0.text(1) }, { _ = try $0.text(3) }, { _ = try $0.text(4) }, { _ = try $0.integer(0) },
            { _ = try $0.integer(2) }, { _ = try $0.real(0) }, { _ = try $0.real(3) }, { _ = try $0.real(-1) },
            { _ = try $0.optionalText(1) }, { _ = try $0.optionalText(9) }, { _ = try $0.optionalInteger(0) },
        ]
        for (place, ask) in asked.enumerated() {
            #expect("\(place)") { try ask(row) } throws: { error in
                if case DatabaseFault.defect = error { true } else { false }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases) func `changes nothing where the body throws`(kind: DatabaseKind) throws {
        let base = try notes(kind)
        try base.database.write { try put("a", 1, over: $0) }
        #expect(throws: Refused()) {
            try base.database.write { connection in
                try put("b", 1, over: connection)
                throw Refused()
            }
        }
        #expect {
            try base.database.write { connection in
                try put("c", 1, over: connection)
                try put("a", 2, over: connection)
            }
        } throws: { error in
            if case DatabaseFault.conflict = error { true } else { false }
        }
        #expect(throws: Refused()) { try base.database.read { _ in throw Refused() } }
        #expect(try names(in: base) == ["a"])
        try base.database.write { try put("d", 1, over: $0) }
        #expect(try names(in: base) == ["a", "d"], "the same connection goes on")
    }

    /// PostgreSQL undoes a transaction at its end in which a statement failed, and calls that no error.
    @Test func `is told that nothing was kept where a fault was passed over`() throws {
        let base = try notes(.postgresql)
        #expect(throws: DatabaseFault.self) {
            try base.database.write { connection in
                try put("a", 1, over: connection)
                try? put("a", 2, over: connection)
            }
        }
        #expect(try names(in: base) == [])
        try base.database.write { try put("b", 1, over: $0) }
        #expect(try names(in: base) == ["b"])
    }

    @Test(arguments: DatabaseKind.allCases) func `reads all of one moment`(kind: DatabaseKind) throws {
        let base = try notes(kind)
        let other = try base.other()
        try base.database.read { connection in
            func count() throws -> Int64? { try connection.run("SELECT count(*) FROM note", []).first?.integer(0) }
            #expect(try count() == 0)
            try other.write { try put("a", 1, over: $0) }
            #expect(try count() == 0, "what came meanwhile is of another moment")
        }
        #expect(try names(in: base) == ["a"])
    }

    @Test(arguments: DatabaseKind.allCases) func `writes nothing while it reads`(kind: DatabaseKind) throws {
        let base = try notes(kind)
        #expect(throws: DatabaseFault.self) { try base.database.read { try put("a", 1, over: $0) } }
        #expect(try names(in: base) == [])
    }

    @Test(arguments: DatabaseKind.allCases) func `loses no count of many at once`(kind: DatabaseKind) async throws {
        let base = try notes(kind)
        let nodes = [base.database, try base.other()]
        try base.database.write { try put("a", 0, over: $0) }
        let results = await racing(24) { number in
            try nodes[number % 2].write { connection in
                try connection.run("UPDATE note SET number = number + 1 WHERE name = ?1", [.text("a")])
            }
        }
        #expect(results.allSatisfy { $0.error == nil })
        #expect(try base.database.read { try $0.run("SELECT number FROM note", []).first?.integer(0) } == 24)
    }

    @Test(arguments: DatabaseKind.allCases) func `says which statements are none`(kind: DatabaseKind) throws {
        let base = try notes(kind)
        for sql in [
            "SELEC 1", "SELECT nothing FROM note", "SELECT 1 FROM nowhere", "INSERT INTO note (number) VALUES (1)",
        ] {
            #expect("\(sql)") { try base.database.write { try $0.run(sql, []) } } throws: { $0 is DatabaseFault }
        }
    }
}

/// What a server may say, and what becomes of it.
@Suite struct `A database of a server` {
    private static let base = Result { try Base(.postgresql, isEmpty: true) }
    private let base: Base

    init() throws { base = try Self.base.get() }

    private func raise(_ state: String, over connection: any SQLConnection) throws {
        try connection.runScript("DO $$ BEGIN RAISE EXCEPTION 'so it is' USING ERRCODE = '\(state)'; END $$")
    }

    /// What the server says by its codes: https://www.postgresql.org/docs/current/errcodes-appendix.html.
    @Test(arguments: [
        ("40001", DatabaseFault.again("so it is"), 8), ("40P01", .again("so it is"), 8),
        ("55P03", .again("so it is"), 8), ("23505", .conflict("so it is"), 1), ("23503", .conflict("so it is"), 1),
        ("53100", .full("so it is"), 1), ("53200", .full("so it is"), 1), ("53300", .unavailable("so it is"), 2),
        ("57014", .unavailable("so it is"), 2), ("57P01", .unavailable("so it is"), 2),
        ("57P03", .unavailable("so it is"), 2), ("08006", .unavailable("so it is"), 2),
        ("25006", .unavailable("so it is"), 2), ("22012", .defect("so it is (22012)"), 1),
        ("XX000", .defect("so it is (XX000)"), 1),
    ])
    func `is understood by its codes, and asked again where that may help`(
        state: String, fault: DatabaseFault, runs: Int
    )
        throws
    {
        var count = 0
        #expect(throws: fault) {
            try base.database.write { connection in
                count += 1
                try raise(state, over: connection)
            }
        }
        #expect(count == runs)
        #expect(try base.database.read { try $0.run("SELECT 1", []).first?.integer(0) } == 1, "it goes on")
    }

    @Test(arguments: 0..<8) func `does a transaction again until nobody is in the way`(failures: Int) throws {
        var runs = 0
        let result = try base.database.write { connection in
            runs += 1
            if runs <= failures { try raise("40001", over: connection) }
            return runs
        }
        #expect(result == failures + 1)
    }

    /// Two transactions that each hold what the other wants next: the server breaks one off, and it is done again.
    @Test func `gets two past each other that wait for each other`() async throws {
        let place = try Base(.postgresql, isEmpty: true).place + "%20-cdeadlock_timeout%3D20ms"
        let database = try PostgreSQLDatabase(place)
        try database.write { connection in
            try connection.runScript("CREATE TABLE note (name TEXT PRIMARY KEY, number BIGINT)")
            try connection.runScript("INSERT INTO note VALUES ('a', 0), ('b', 0)")
        }
        let runs = Mutex(0)
        let hasFirst = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
        let results = await racing(2) { number in
            var isFirst = true
            try database.write { connection in
                runs.withLock { $0 += 1 }
                let rows = number == 0 ? ["a", "b"] : ["b", "a"]
                for (place, row) in rows.enumerated() {
                    try connection.run("UPDATE note SET number = number + 1 WHERE name = ?1", [.text(row)])
                    guard place == 0, isFirst else { continue }
                    isFirst = false
                    hasFirst[number].signal()
                    _ = hasFirst[1 - number].wait(timeout: .now() + 5)
                }
            }
        }
        #expect(results.allSatisfy { $0.error == nil })
        #expect(runs.withLock(\.self) >= 3)
        let numbers = try database.read { try $0.run("SELECT number FROM note", []).map { try $0.integer(0) } }
        #expect(numbers == [2, 2])
    }

    @Test func `is used over no more connections than there may be, each by one at a time`() async throws {
        let database = try PostgreSQLDatabase(base.place, connections: 2)
        let now = Mutex(0)
        let most = Mutex(0)
        let isFull = DispatchSemaphore(value: 0)
        let results = await racing(12) { number in
            try database.read { connection in
                let count = now.withLock { now in
                    now += 1
                    return now
                }
                most.withLock { $0 = max($0, count) }
                defer { now.withLock { $0 -= 1 } }
                // Who is in alone waits for a second one, as long as there was none.
                if count == 1, most.withLock(\.self) == 1 { _ = isFull.wait(timeout: .now() + 30) }
                if count == 2 { isFull.signal() }
                return try connection.run("SELECT ?1::bigint, pg_sleep(0.002)::text", [.integer(Int64(number))])[0]
                    .integer(0)
            }
        }
        #expect(most.withLock(\.self) == 2)
        #expect(Set(results.compactMap(\.value)) == Set((0..<12).map(Int64.init)))
        let made = try base.database.read { connection in
            try connection.run(
                "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT $1::bigint, pg_sleep%' OR query = 'COMMIT'",
                []
            ).first?.integer(0)
        }
        #expect(made ?? 0 >= 1)
    }

    /// Texts end at a zero on their way to the server: whoever asks for one gets no other.
    @Test func `takes no text with a zero in it, which would be cut there`() throws {
        let base = try Base(.postgresql)
        let ada = try Person.sample("ada")
        try base.people.apply([.admit(ada)], noting: [])
        #expect(throws: TeamError.self) { try base.people.person(Person.ID(ada.id.text + "\u{0}x")) }
        #expect(throws: TeamError.self) {
            try base.people.apply([.say("one\u{0}two", to: nil, at: at(1))], noting: [])
        }
        #expect(try base.people.messages(to: "x", since: at(0), after: 0) == [])
    }
}
