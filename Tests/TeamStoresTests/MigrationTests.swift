import DatabaseServer
import GRDB
import PseudoTerminal
import SampleHouse
import Team
import TeamStores
import Testing

@Suite struct `A database` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: DatabaseKind.allCases) func `is brought up to date step by step, once`(kind: DatabaseKind) throws {
        let place = try kind.place(in: folder.path)
        let database = try TeamDatabase(place)
        let steps = [
            "1 people", "2 logs and documents", "3 training", "4 messages and certificates", "5 bookmarks",
            "6 access keys", "7 outbox", "8 identities", "9 platforms", "10 packs", "11 group leads",
        ]
        #expect(try database.pendingMigrations() == steps)
        #expect(try database.migrate() == steps)
        #expect(try database.pendingMigrations() == [] && database.migrate() == [])
        #expect(try TeamDatabase(place).pendingMigrations() == [])
    }

    @Test(arguments: DatabaseKind.allCases) func `is brought up to date by many at once`(kind: DatabaseKind)
        async throws
    {
        let place = try kind.place(in: folder.path)
        let taken = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<4 { group.addTask { try TeamDatabase(place).migrate() } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(
            taken.sorted() == [
                "1 people", "10 packs", "11 group leads", "2 logs and documents", "3 training",
                "4 messages and certificates", "5 bookmarks", "6 access keys", "7 outbox", "8 identities",
                "9 platforms",
            ])
    }

    @Test func `of another program, or a newer one, is left alone`() throws {
        let path = "\(folder.path)/server.sqlite"
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE other (id INTEGER)") }
        #expect { try TeamDatabase(path).migrate() } throws: { isOf(.invalid, $0) }
        try queue.write { db in
            try db.execute(sql: "CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY)")
            try db.execute(sql: "INSERT INTO migration VALUES ('9000 later')")
        }
        #expect {
            try TeamDatabase(path).migrate()
        } throws: { error in
            isOf(.invalid, error) && (error as? TeamError)?.problem.contains("newer version") == true
        }
    }

    @Test func `that does not answer is told`() {
        for place in ["postgres://preceptor@/postgres?host=/nowhere", "/nowhere/server.sqlite"] {
            #expect { try TeamDatabase(place) } throws: { isOf(.unavailable, $0) }
        }
    }
}
