import Audit
import DatabaseServer
import PseudoTerminal
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

/// What every store of people promises.
@Suite struct `A store of people` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ kind: DatabaseKind) throws -> any TeamStore {
        let database = try TeamDatabase(try kind.place(in: folder.path))
        try database.migrate()
        return database.people
    }

    private func person(_ name: String, _ roles: Set<Role> = [.learner]) throws -> Person {
        let address = try #require(MailAddress("\(name)@example.org"))
        return Person(id: .new(), name: name, address: address, roles: roles, since: at(1))
    }

    private func session(_ person: Person, until moment: Moment) -> Session {
        Session(digest: Token.new().digest, person: person.id, since: at(1), expires: moment)
    }

    private func at(_ milliseconds: Int64) -> Moment { Moment(milliseconds: milliseconds) }

    @Test(arguments: DatabaseKind.allCases) func `gives back who was taken in`(kind: DatabaseKind) throws {
        let store = try open(kind)
        #expect(try store.people() == [])
        var ada = try person("ada", [.lead, .administrator])
        let bob = try person("bob")
        try store.apply([.admit(bob), .admit(ada), .setPassword(ada.id, hash: "one")], noting: [])
        #expect(try store.people() == [ada, bob])
        #expect(try store.person(ada.id) == ada && store.person(at: bob.address) == bob)
        #expect(try store.passwordHash(of: ada.id) == "one" && store.passwordHash(of: bob.id) == nil)
        ada.isShutOut = true
        ada.name = "Ada “Ö” O'Hara; DROP TABLE person"
        ada.roles = []
        try store.apply([.update(ada), .setPassword(ada.id, hash: "two")], noting: [])
        #expect(try store.person(at: ada.address) == ada && store.passwordHash(of: ada.id) == "two")
        #expect(try store.person(.new()) == nil)
    }

    @Test(arguments: DatabaseKind.allCases) func `keeps keys until they end`(kind: DatabaseKind) throws {
        let store = try open(kind)
        let (ada, bob) = (try person("ada"), try person("bob"))
        func key(_ id: String, of person: Person, until moment: Moment) -> AccessKey {
            AccessKey(
                id: id, digest: Token.new().digest, person: person.id, name: "Ada's “key”",
                scopes: [.train, .readPeople], since: at(id == "a" ? 1 : 2), expires: moment)
        }
        let (a, b, c) = (
            key("a", of: ada, until: at(9)), key("b", of: ada, until: at(5)), key("c", of: bob, until: at(9))
        )
        try store.apply([.admit(ada), .admit(bob), .make(a), .make(b), .make(c)], noting: [])
        #expect(try store.keys() == [b, c, a])
        #expect(try store.key(a.digest)?.key == a && store.key(a.digest)?.person == ada)
        #expect(try store.key(Token.new().digest) == nil)
        try store.apply([.clear(before: at(5)), .endAll(of: ada.id, but: Token.new().digest)], noting: [])
        #expect(try store.keys() == [c, a])
        try store.apply([.endAll(of: ada.id, but: nil)], noting: [])
        #expect(try store.keys() == [c])
        try store.apply([.endKey("c")], noting: [])
        #expect { try store.apply([.endKey("c")], noting: []) } throws: { isOf(.notFound, $0) }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `applies all or nothing, and notes nothing where it does nothing`(kind: DatabaseKind) throws {
        let store = try open(kind)
        let ada = try person("ada")
        try store.apply([.admit(ada)], noting: [TrailEntry(at: at(1), by: nil, .joined)])
        let twin = Person(id: .new(), name: "Twin", address: ada.address, roles: [], since: at(2))
        let bob = try person("bob")
        let entry = TrailEntry(at: at(2), by: ada.id, .invited)
        #expect { try store.apply([.admit(bob), .admit(twin)], noting: [entry]) } throws: { isOf(.taken, $0) }
        #expect { try store.apply([.admit(bob), .update(twin)], noting: [entry]) } throws: { isOf(.notFound, $0) }
        #expect { try store.apply([.admit(bob), .redeem(Token.new().digest)], noting: [entry]) } throws: {
            isOf(.notFound, $0)
        }
        #expect(try store.people() == [ada])
        #expect(try store.trailLines().count == 1)
    }

    @Test(arguments: DatabaseKind.allCases) func `takes an invitation up once`(kind: DatabaseKind) throws {
        let store = try open(kind)
        let ada = try person("ada")
        func invitation(_ address: String?, _ expires: Int64) -> Invitation {
            Invitation(
                digest: Token.new().digest, name: "Bob", address: address.flatMap(MailAddress.init),
                roles: [.candidate, .learner], by: address.map { _ in ada.id }, expires: at(expires))
        }
        let (first, second, third) = (invitation("b@c.de", 20), invitation("b@c.de", 30), invitation(nil, 40))
        try store.apply([.admit(ada), .invite(first), .invite(second), .invite(third)], noting: [])
        #expect(try store.invitations() == [third, second], "the later one to an address stands")
        #expect(try store.invitation(second.digest) == second)
        try store.apply([.redeem(second.digest)], noting: [])
        #expect { try store.apply([.redeem(second.digest)], noting: []) } throws: { isOf(.notFound, $0) }
        try store.apply([.clear(before: at(40))], noting: [])
        #expect(try store.invitations() == [])
    }

    @Test(arguments: DatabaseKind.allCases) func `knows who is signed in`(kind: DatabaseKind) throws {
        let store = try open(kind)
        let (ada, bob) = (try person("ada"), try person("bob"))
        let sessions = [session(ada, until: at(10)), session(ada, until: at(20)), session(bob, until: at(20))]
        try store.apply([.admit(ada), .admit(bob)] + sessions.map { .begin($0) }, noting: [])
        let found = try #require(try store.session(sessions[1].digest))
        #expect(found.session == sessions[1] && found.person == ada)
        func stillOpen() throws -> [Int] {
            try sessions.indices.filter { try store.session(sessions[$0].digest) != nil }
        }
        try store.apply([.clear(before: at(10))], noting: [])
        #expect(try stillOpen() == [1, 2])
        try store.apply([.endAll(of: bob.id, but: sessions[1].digest)], noting: [])
        #expect(try stillOpen() == [1])
        try store.apply([.endAll(of: ada.id, but: sessions[1].digest)], noting: [])
        #expect(try stillOpen() == [1])
        try store.apply([.end(sessions[1].digest), .end(sessions[1].digest)], noting: [])
        #expect(try stillOpen() == [])
    }

    @Test(arguments: DatabaseKind.allCases) func `counts what happens in a period`(kind: DatabaseKind) throws {
        let store = try open(kind)
        #expect(try store.counted("a", in: 1) == 0)
        #expect(try (0..<3).map { _ in try store.count("a", in: 1) } == [1, 2, 3])
        #expect(try store.counted("a", in: 1) == 3 && store.counted("a", in: 2) == 0 && store.counted("b", in: 1) == 0)
        #expect(try store.count("a", in: 2) == 1)
        try store.forgetCount("a")
        #expect(try store.counted("a", in: 2) == 0)
    }

    @Test(arguments: DatabaseKind.allCases) func `chains the trail, however many write it`(kind: DatabaseKind)
        async throws
    {
        let store = try open(kind)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0..<5 {
                        let entry = TrailEntry(
                            at: Moment(milliseconds: Int64(number)), by: nil, .signedIn, to: "\(writer)")
                        try store.apply([], noting: [entry])
                    }
                }
            }
            try await group.waitForAll()
        }
        let lines = try store.trailLines()
        let chain = ChainedLog<TrailEntry>(Array(lines.map { $0 + "\n" }.joined().utf8))
        #expect(chain.problems == [] && chain.entries.count == 20)
        #expect(try store.trail(3) == Array(chain.entries.suffix(3).reversed()))
    }
}
