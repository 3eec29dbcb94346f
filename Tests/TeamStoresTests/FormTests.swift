import DatabaseServer
import Glibc
import PseudoTerminal
import Scoring
import Team
import Testing

@testable import TeamStores

@Suite struct `The form of a database` {
    /// What all steps together come to.
    private static let whole = Result { try DatabaseKind.allCases.map { try Base($0) } }

    /// Columns of every table, by table.
    private func columns(_ base: Base) throws -> [String: [String]] {
        let sql =
            base.database.dialect == .sqlite
            ? "SELECT name FROM pragma_table_info(?1) ORDER BY name"
            : "SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() "
                + "AND table_name = ?1 ORDER BY 1"
        return try base.tables().reduce(into: [:]) { all, table in
            all[table] = try base.database.read { try $0.run(sql, [.text(table)]).map { try $0.text(0) } }.sorted()
        }
    }

    @Test func `is the same in both`() throws {
        let (sqlite, postgresql) = (try columns(Self.whole.get()[0]), try columns(Self.whole.get()[1]))
        #expect(sqlite.count > 15)
        #expect(sqlite == postgresql)
    }

    @Test func `is reached in steps that are numbered without a gap`() {
        let numbers = Migration.all.map { Int($0.name.prefix { $0 != " " }) }
        #expect(numbers == (1...Migration.all.count).map { $0 })
    }

    /// Whoever comes from any earlier step gets to the same form, with what was there.
    @Test(arguments: DatabaseKind.allCases, 1...Migration.all.count) func `is reached from each earlier one`(
        kind: DatabaseKind, step: Int
    ) throws {
        let base = try Base(kind, isEmpty: true)
        let ada = try Person.sample("ada")
        try base.database.write { connection in
            try connection.runScript("CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY)")
            for migration in Migration.all.prefix(step) {
                try connection.runScript(kind == .sqlite ? migration.sqlite : migration.postgresql)
                try connection.run("INSERT INTO migration (name) VALUES (?1)", [.text(migration.name)])
            }
        }
        try base.people.apply([.admit(ada), .setPassword(ada.id, hash: "h")], noting: [])
        #expect(try base.database.pendingMigrations() == Migration.all.dropFirst(step).map(\.name))
        #expect(try base.database.migrate() == Migration.all.dropFirst(step).map(\.name))
        #expect(try base.people.people() == [ada] && base.people.passwordHash(of: ada.id) == "h")
        #expect(try columns(base) == columns(Self.whole.get()[0]))
    }
}

@Suite struct `A place of a database` {
    @Test(arguments: [
        ("postgres://a@b/c", true), ("postgresql:///c", true), ("postgres:", false), ("/srv/server.sqlite", false),
        ("POSTGRES://a", false), ("", false), ("./postgres://x", false),
    ]) func `is a server's by its first letters`(place: String, isOfServer: Bool) {
        #expect(TeamDatabase.isOfServer(place) == isOfServer)
    }

    @Test func `is for its owner's eyes from the first byte on`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path(of: "server.sqlite")
        let database = try TeamDatabase(path)
        try database.migrate()
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        try database.close()
    }

    @Test func `is copied whole, to where nothing is yet`() throws {
        let base = try Base(.sqlite)
        let ada = try Person.sample("ada")
        try base.people.apply([.admit(ada)], noting: [TrailEntry(at: at(1), by: nil, .joined)])
        let database = try TeamDatabase(base.place)
        let copy = base.folder.path(of: "copy.sqlite")
        try database.copy(to: copy)
        let copied = try TeamDatabase(copy)
        #expect(try copied.pendingMigrations() == [] && copied.people.people() == [ada])
        #expect(try copied.people.trailLines() == database.people.trailLines())
        #expect(throws: TeamError.self) { try database.copy(to: copy) }
        #expect(throws: TeamError.self) { try database.copy(to: base.folder.path(of: "nowhere/copy.sqlite")) }
        let server = try TeamDatabase(try DatabaseKind.postgresql.place(in: ""))
        #expect { try server.copy(to: copy) } throws: { ($0 as? TeamError)?.problem.contains("pg_dump") == true }
    }

    @Test func `that holds something else is left as it is`() throws {
        let folder = try TemporaryFolder()
        try folder.write("this is no database, whatever its name says", to: "server.sqlite")
        let path = folder.path(of: "server.sqlite")
        #expect { try TeamDatabase(path).migrate() } throws: { error in
            (error as? TeamError).map { $0.kind == .invalid && $0.problem.contains(path) } ?? false
        }
        #expect(try folder.read("server.sqlite") == "this is no database, whatever its name says")
    }
}
