#if Server
import SampleHouse
import Team
import Testing
import Web

private let trainers: Set<Role> = [.learner, .candidate, .educator, .lead, .groupLead, .administrator]

/// Every route, and who may ask it. A route that is not here fails the test.
private let table: [String: Set<Role>] = [
    "GET people": [.lead, .administrator], "POST people/invite": [.lead, .administrator],
    "POST people/:person/roles": [.administrator], "POST people/:person/shut-out": [.administrator],
    "GET trail": [.administrator], "GET exams": [.candidate], "GET exams/:pack/:blueprint": [.candidate],
    "POST exams/:pack/:blueprint": [.candidate], "GET sitting/:attempt": [.candidate],
    "POST sitting/:attempt/items/:number": [.candidate], "POST sitting/:attempt/items/:number/flag": [.candidate],
    "POST sitting/:attempt/items/:number/show": [.candidate], "POST sitting/:attempt/hand-in": [.candidate],
    "POST sitting/:attempt/break": [.candidate], "GET sitting/:attempt/result": [.candidate],
    "GET sittings": [.proctor, .lead, .groupLead],
    "GET sittings/events": [.proctor, .lead, .groupLead], "GET sittings/results.csv": [.lead, .groupLead],
    "GET sittings/results.xlsx": [.lead, .groupLead],
    "GET sittings/results.json": [.lead, .groupLead],
    "GET assignments.csv": [.lead, .groupLead], "GET assignments.xlsx": [.lead, .groupLead],
    "GET assignments.json": [.lead, .groupLead],
    "GET certificates.csv": [.lead], "GET certificates.xlsx": [.lead], "GET certificates.json": [.lead],
    "GET training": trainers, "GET training/:pack": trainers, "POST training/:pack": trainers,
    "POST training/:pack/end": trainers, "GET training/:pack/progress": trainers,
    "GET lessons/:pack": trainers, "POST lessons/:pack": trainers, "GET lessons/:pack/now": trainers,
    "POST lessons/:pack/now": trainers,
    "GET sitting/:attempt/messages": [.candidate], "GET sittings/:attempt": [.proctor, .lead, .groupLead],
    "POST sittings/say": [.proctor, .lead, .groupLead], "POST sittings/:attempt/say": [.proctor, .lead, .groupLead],
    "POST sittings/time": [.proctor, .lead, .groupLead], "POST sittings/:attempt/time": [.proctor, .lead, .groupLead],
    "POST sittings/:attempt/void": [.lead], "POST sittings/:attempt/certificate": [.lead],
    "GET reports": [.lead, .groupLead], "GET reports/:pack/:blueprint": [.lead, .groupLead],
    "GET reports/:pack/:blueprint/:file": [.lead, .groupLead],
    "GET packs": [.educator, .lead], "GET packs/:version": [.educator, .lead],
    "GET packs/:version/items/:kind/:id": [.educator, .lead], "GET packs/:version/files": [.educator],
    "POST packs": [.educator], "POST packs/:version/review": [.educator],
    "POST packs/:version/turn-down": [.educator], "POST packs/:version/use": [.educator],
    "GET assignments": [.lead, .groupLead], "POST assignments/take-back": [.lead, .groupLead],
    "GET groups": [.lead, .administrator], "POST groups/:group/leads": [.lead, .administrator],
    "GET roster": [.lead], "POST roster": [.lead],
    "GET certificates": [.lead], "POST certificates/:id/revoke": [.lead],
    "GET issuer": [.administrator], "GET outbox": [.administrator], "POST outbox/:number": [.administrator],
    "POST issuer": [.administrator], "GET learning-systems": [.administrator],
    "POST learning-systems": [.administrator], "POST learning-systems/:id/remove": [.administrator],
    "GET courses": [.lead], "POST courses": [.lead],
    "GET keys": [.lead, .groupLead, .administrator], "POST keys": [.lead, .groupLead, .administrator],
    "POST keys/:key/end": [.lead, .groupLead, .administrator], "GET account/terminals": trainers,
    "POST account/terminals": trainers, "POST account/terminals/:key/end": trainers,
    "GET sittings/:attempt/log": [.lead, .groupLead], "GET assign": [.lead, .groupLead],
    "POST assign": [.lead, .groupLead],
]

/// Those that whoever is signed in may ask.
private let everybodys: Set<String> = [
    "GET ", "POST sign-out", "GET account", "POST account/password", "POST account/provider",
    "POST account/provider/disconnect",
]

/// Those that anybody may ask.
private let anybodys: Set<String> = [
    "GET static/:name", "GET health/:what", "GET sign-in", "POST sign-in", "GET invitation/:token",
    "POST invitation/:token", "GET sign-in/provider", "GET sign-in/provider/back", "GET invitation/:token/provider",
    "GET lti/login", "POST lti/login", "POST lti/launch", "GET lti/keys", "GET issuer.json", "GET certificate/:id",
    "GET certificate/:id/:file",
]

@Suite struct `Every route` {
    private let server: Server
    private let root: Visitor

    init() throws {
        server = try Server()
        root = try server.administrator()
    }

    /// All routes but those of programs, which have keys and no cookies.
    private var pages: [Route] { server.site.routes.filter { !$0.pattern.hasPrefix("api/") } }

    private func path(_ route: Route) -> String {
        "/"
            + route.pattern.split(separator: "/").map { $0.hasPrefix(":") ? "x" : String($0) }.joined(
                separator: "/")
    }

    @Test func `is in the table`() {
        let names = pages.map { "\($0.method.rawValue) \($0.pattern)" }
        #expect(Set(names) == Set(table.keys).union(everybodys).union(anybodys))
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: Role.allCases) func `is open to those of the table alone`(role: Role) throws {
        _ = try server.somebody("somebody", [role], by: root)
        for route in pages {
            // Some of them end the session.
            var visitor = Visitor(to: server.site)
            visitor.post("/sign-in", ["address": "somebody@example.org", "password": House.password])
            let name = "\(route.method.rawValue) \(route.pattern)"
            if route.method == .get { visitor.get(path(route)) } else { visitor.post(path(route)) }
            let isOpen = table[name].map { $0.contains(role) } ?? true
            #expect((visitor.status == 403) == !isOpen, "\(name): \(visitor.status)")
            #expect(visitor.status < 500)
        }
    }

    @Test func `is closed to whoever is not signed in, but for those that let people in`() {
        for route in pages {
            var visitor = Visitor(to: server.site)
            if route.method == .get { visitor.get(path(route)) } else { visitor.post(path(route)) }
            let isClosed =
                visitor.status == 401 || visitor.answer.field("location")?.hasPrefix("/sign-in?to=") == true
            #expect(isClosed == !anybodys.contains("\(route.method.rawValue) \(route.pattern)"), "\(route.pattern)")
        }
    }
}
#endif
