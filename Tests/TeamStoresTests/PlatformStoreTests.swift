import DatabaseServer
import PseudoTerminal
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

/// What every store promises of those who sign in elsewhere, and of learning systems.
@Suite struct `A store of platforms` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ kind: DatabaseKind) throws -> TeamDatabase {
        let database = try TeamDatabase(try kind.place(in: folder.path))
        try database.migrate()
        return database
    }

    private func person(_ name: String) throws -> Person {
        let address = try #require(MailAddress("\(name)@example.org"))
        return Person(id: .new(), name: name, address: address, roles: [.learner], since: Moment(milliseconds: 1))
    }

    private func platform(_ id: String, _ client: String = "house") -> Platform {
        Platform(
            id: id, name: "School \(id)", issuer: "https://lms.example.org/'", client: client, deployments: ["1", "2"],
            authorization: "https://lms.example.org/a", token: "https://lms.example.org/t",
            keys: "https://lms.example.org/k")
    }

    private func entry(_ action: TrailEntry.Action) -> TrailEntry {
        TrailEntry(at: Moment(milliseconds: 2), by: nil, action)
    }

    @Test(arguments: DatabaseKind.allCases) func `knows a person by an identity, and no two`(kind: DatabaseKind) throws
    {
        let store = try open(kind).people
        let (ada, bob) = (try person("ada"), try person("bob"))
        let identity = Identity(issuer: "https://login.example.org", subject: "1' OR '1'='1")
        try store.apply([.admit(ada), .admit(bob), .connect(identity, ada.id)], noting: [])
        #expect(try store.person(of: identity) == ada && store.identities(of: ada.id) == [identity])
        #expect(try store.person(of: Identity(issuer: identity.issuer, subject: "1")) == nil)
        #expect(try store.person(of: Identity(issuer: "https://other.example.org", subject: identity.subject)) == nil)
        let error = #expect(throws: TeamError.self) { try store.apply([.connect(identity, bob.id)], noting: []) }
        #expect(error?.kind == .taken)
        #expect(try store.person(of: identity) == ada && store.identities(of: bob.id) == [])
        try store.apply([.disconnect(ada.id)], noting: [])
        #expect(try store.person(of: identity) == nil)
    }

    @Test(arguments: DatabaseKind.allCases) func `keeps learning systems and what they told`(kind: DatabaseKind) throws
    {
        let database = try open(kind)
        let store = database.platforms
        let (a, b) = (platform("a"), platform("b", "other"))
        try store.add(b, noting: entry(.addedPlatform))
        try store.add(a, noting: entry(.addedPlatform))
        let error = #expect(throws: TeamError.self) { try store.add(platform("c"), noting: entry(.addedPlatform)) }
        #expect(error?.kind == .taken)
        #expect(try store.platforms() == [a, b] && database.people.trail(9).count == 2)
        let course = Course(platform: "a", id: "1", title: "Coding", members: nil)
        try store.keep(course)
        let later = Course(platform: "a", id: "1", title: "Coding 2", members: "https://lms.example.org/m")
        try store.keep(later)
        #expect(try store.courses() == [later] && course.group == later.group)
        let ada = try person("ada")
        try database.people.apply([.admit(ada)], noting: [])
        let first = GradePlace(platform: "a", subject: "7", lineItem: nil, lineItems: "https://l/1", link: "x")
        let second = GradePlace(platform: "b", subject: "8", lineItem: "https://l/2", lineItems: nil, link: "y")
        try store.keep(first, of: ada.id, in: "pack/exam")
        #expect(try store.gradePlace(of: ada.id, in: "pack/exam") == first)
        try store.keep(second, of: ada.id, in: "pack/exam")
        #expect(try store.gradePlace(of: ada.id, in: "pack/exam") == second)
        #expect(try store.gradePlace(of: ada.id, in: "pack/other") == nil)
        try store.remove("b", noting: entry(.removedPlatform))
        #expect(try store.gradePlace(of: ada.id, in: "pack/exam") == nil)
        let none = #expect(throws: TeamError.self) { try store.remove("b", noting: entry(.removedPlatform)) }
        #expect(none?.kind == .notFound)
        #expect(try store.platforms() == [a] && store.courses() == [later])
    }
}
