import Audit
import DatabaseServer
import Examining
import PseudoTerminal
import Scoring
import Team
import TeamStores
import Testing

/// What may be kept in a log.
private struct Note: Codable, Sendable, Equatable { let number: Int }

/// A PostgreSQL server of its own, whose connections are cut.
@Suite struct `A connection that breaks` {
    private let server: PostgreSQLServer
    private let database: TeamDatabase

    init() throws {
        server = try PostgreSQLServer()
        database = try TeamDatabase(try server.emptyDatabase())
        try database.migrate()
    }

    private func cut() throws {
        let cut = try run(
            "/usr/bin/psql",
            [
                "-q", "-h", server.folder, "-U", "preceptor", "-d", "postgres", "-c",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'preceptor'",
            ])
        #expect(cut.code == 0)
    }

    @Test func `is not noticed by who comes next`() throws {
        let address = try #require(MailAddress("ada@example.org"))
        let ada = Person(id: .new(), name: "Ada", address: address, roles: [], since: Moment(milliseconds: 1))
        try database.people.apply([.admit(ada)], noting: [])
        try cut()
        #expect(try database.people.people() == [ada])
        try cut()
        try database.people.apply([.setPassword(ada.id, hash: "x")], noting: [])
        #expect(try database.people.passwordHash(of: ada.id) == "x")
    }

    @Test func `loses nothing that was acknowledged, and keeps nothing twice`() async throws {
        let logs = database.logs
        let acknowledged = try await withThrowingTaskGroup(of: [Int].self) { group in
            for writer in 0..<4 {
                group.addTask {
                    var chain = Chain<Note>()
                    var kept: [Int] = []
                    for number in 0..<60 {
                        let end = chain.end
                        let line = try chain.seal(Note(number: number))
                        // Whoever is told that it was not kept says it once more, as a page does.
                        while true {
                            do {
                                try logs.append([line], to: .attempt("writer-\(writer)"), after: end)
                                break
                            } catch LogError.unwritable { continue }
                        }
                        kept.append(number)
                    }
                    return kept
                }
            }
            group.addTask {
                for _ in 0..<6 {
                    try await Task.sleep(for: .milliseconds(30))
                    try self.cut()
                }
                return []
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(acknowledged.count == 240)
        for writer in 0..<4 {
            let log = ChainedLog<Note>(try #require(try logs.read(.attempt("writer-\(writer)"))))
            #expect(log.problems == [] && log.entries.map(\.number) == Array(0..<60))
        }
    }

    @Test func `to a server that is gone is told as such, at once`() throws {
        let gone = try TeamDatabase(try server.emptyDatabase())
        try gone.migrate()
        server.stop()
        #expect { try gone.people.people() } throws: { ($0 as? TeamError)?.kind == .unavailable }
        var chain = Chain<Note>()
        let line = try chain.seal(Note(number: 1))
        #expect {
            try gone.logs.append([line], to: .register, after: .beginning())
        } throws: { error in
            if case LogError.unwritable = error { true } else { false }
        }
    }
}
