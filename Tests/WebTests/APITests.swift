#if Server
import SampleHouse
import Scoring
import Team
import Testing
import Web

private let trainers: Set<Role> = [.learner, .candidate, .educator, .lead, .groupLead, .administrator]
private let leads: Set<Role> = [.lead, .groupLead]

/// Everything that a program can ask for: what its key must allow, and who may do it. A route that is not here fails the
/// test.
private let table: [String: (scope: KeyScope?, roles: Set<Role>)] = [
    "GET me": (nil, Set(Role.allCases)),
    "GET people": (.readPeople, [.lead, .administrator]), "POST people": (.writePeople, [.lead, .administrator]),
    "PUT people/:person/roles": (.writePeople, [.administrator]),
    "PUT people/:person/shut-out": (.writePeople, [.administrator]),
    "GET groups": (.readGroups, leads), "POST roster": (.writeGroups, [.lead]),
    "GET exams": (.readAssignments, leads), "GET assignments": (.readAssignments, leads),
    "POST assignments": (.writeAssignments, leads),
    "DELETE assignments/:pack/:exam/:whom": (.writeAssignments, leads),
    "GET results": (.readResults, leads), "GET results/:pack/:exam": (.readResults, leads),
    "GET training/answers": (.train, trainers), "POST training/answers": (.train, trainers),
    "POST score": (.score, [.lead, .groupLead, .administrator]),
]

/// Bodies that make sense, by what they are sent to.
private let bodies = [
    "POST people": #"{"name":"New","address":"new@example.org","roles":["learner"]}"#,
    "PUT people/:person/roles": #"{"roles":["learner"]}"#, "PUT people/:person/shut-out": #"{"isShutOut":true}"#,
    "POST roster": #"{"candidates":[]}"#, "POST assignments": #"{"pack":"x","exam":"x"}"#,
    "POST score": #"{"answer":"none","minutes":60}"#, "POST training/answers": #"{"answers":[]}"#,
]

/// A program with a key.
struct Program {
    let server: Server
    let token: Token

    /// A program that acts for somebody by a key of these scopes, whoever would make it.
    init(_ scopes: Set<KeyScope>, for person: Person.ID, in server: Server) throws {
        self.server = server
        token = .new()
        let now = server.house.accounts.now
        let key = AccessKey(
            id: "key \(token.digest.text)", digest: token.digest, person: person, name: "test", scopes: scopes,
            since: now, expires: now.adding(milliseconds: 3_600_000))
        try server.house.accounts.store.apply([.make(key)], noting: [])
    }

    func ask(
        _ method: WebRequest.Method, _ path: String, _ body: String? = nil, _ more: [String: String] = [:]
    ) -> (status: Int, text: String, type: String?) {
        var fields = ["host": "exams.example.org", "authorization": "Bearer \(token.text)"]
        if body != nil { fields["content-type"] = "application/json" }
        fields.merge(more) { $1 }
        let answer = server.site.respond(
            to: WebRequest(
                method, "/api/v1/\(path)", fields: fields, body: Array((body ?? "").utf8), from: "192.0.2.1"))
        return (answer.status, String(decoding: answer.bytes, as: UTF8.self), answer.field("content-type"))
    }
}

private func path(_ pattern: String) -> String {
    pattern.split(separator: "/").map { $0.hasPrefix(":") ? "x" : String($0) }.joined(separator: "/")
}

@Suite struct `Every operation of the interface` {
    private let server: Server
    private let root: Visitor

    init() throws {
        server = try Server()
        root = try server.administrator()
    }

    private var routes: [(name: String, method: WebRequest.Method, pattern: String)] {
        server.site.routes.filter { $0.pattern.hasPrefix("api/v1/") && !$0.pattern.hasSuffix("openapi.json") }.map {
            let pattern = String($0.pattern.dropFirst("api/v1/".count))
            return ("\($0.method.rawValue) \(pattern)", $0.method, pattern)
        }
    }

    private func somebody(_ roles: Set<Role>) throws -> Person.ID {
        let actor = try server.house.accounts.actor(for: root.token)
        return try server.house.somebody("x\(roles.text.utf8.count)", roles, by: actor).person.id
    }

    @Test func `is in the table`() { #expect(Set(routes.map(\.name)) == Set(table.keys)) }

    @Test(arguments: Role.allCases) func `is open to those of the table alone`(role: Role) throws {
        let program = try Program(Set(KeyScope.allCases), for: try somebody([role]), in: server)
        for route in routes {
            let answer = program.ask(route.method, path(route.pattern), bodies[route.name])
            let isOpen = table[route.name]?.roles.contains(role) == true
            #expect((answer.status == 403) == !isOpen, "\(route.name): \(answer.status) \(answer.text)")
            #expect(answer.status < 500)
        }
    }

    @Test(arguments: KeyScope.allCases) func `wants a key that allows it`(scope: KeyScope) throws {
        let program = try Program([scope], for: try somebody(Set(Role.allCases)), in: server)
        for route in routes {
            let answer = program.ask(route.method, path(route.pattern), bodies[route.name])
            let isAllowed = table[route.name].map { $0.scope == nil || $0.scope == scope } == true
            #expect((answer.status == 403) == !isAllowed, "\(route.name): \(answer.status) \(answer.text)")
        }
    }

    @Test func `is closed without a key, to cookies and to what is no key`() throws {
        for route in routes {
            for fields in [
                [:], ["cookie": root.cookie ?? ""], ["authorization": "Basic eDp5"],
                ["authorization": "Bearer \(root.token?.text ?? "")"],
            ] as [[String: String]] {
                let all = fields.merging(["host": "exams.example.org"]) { $1 }
                let answer = server.site.respond(
                    to: WebRequest(
                        route.method, "/api/v1/\(path(route.pattern))", fields: all,
                        from: "192.0.2.\(route.name.utf8.count)"))
                #expect(answer.status == 401 && answer.field("www-authenticate") == "Bearer", "\(route.name)")
                #expect(answer.field("content-type") == "application/problem+json")
            }
        }
    }

    @Test func `says what is wrong in one shape`() throws {
        let program = try Program(Set(KeyScope.allCases), for: try somebody(Set(Role.allCases)), in: server)
        for (method, path, body, status, words) in [
            (.get, "nowhere", nil, 404, "no such page"), (.get, "people%00", nil, 404, "no such page"),
            (.other, "people", nil, 405, "another method"), (.put, "people", "{}", 405, "another method"),
            (.get, "people?limit=0", nil, 422, "Limit is a whole number from 1 to 1000"),
            (.get, "people?limit=1&limit=2", nil, 422, "more than once"),
            (.post, "people", "{", 422, "no JSON"), (.post, "people", "[]", 422, "body is no object"),
            (.post, "people", #"{"nane":1}"#, 422, "nothing called nane"),
            (.post, "people", #"{"name":"x","address":"x@example.org","roles":["king"]}"#, 422, "Roles.0 is one of"),
            (.post, "people", #"{"name":"x","address":"no address","roles":["learner"]}"#, 422, "mail address"),
            (.post, "people", #"{"name":"x","address":"root@example.org","roles":["learner"]}"#, 409, "in already"),
            (.post, "people", String(repeating: "[", count: 99), 422, "no JSON"),
            (.put, "people/x/roles", #"{"roles":[]}"#, 404, "no such person"),
            (.post, "assignments", #"{"pack":"x","exam":"x","opens":"soon"}"#, 422, "Opens is no moment"),
            (.post, "assignments", #"{"pack":"x","exam":"x","groups":["g"]}"#, 404, "no group g"),
            (.post, "assignments", #"{"pack":"x","exam":"x","people":["p"]}"#, 404, "nobody of the id p"),
            (.post, "roster", #"{"candidates":[{"candidate":"-x"}]}"#, 422, "hyphen"),
            (.post, "roster", #"{"candidates":[{"candidate":"x","name":"X"}]}"#, 422, "mail address"),
            (.get, "results/x/y", nil, 404, "no such exam"),
            (.delete, "assignments/x/y/candidate:z", nil, 404, "no such exam"),
            (.post, "score", #"{"answer":"9960l x1","minutes":60}"#, 422, "letter l"),
            (.post, "score", #"{"answer":"none"}"#, 422, "one of scenario"),
        ] as [(WebRequest.Method, String, String?, Int, String)] {
            let answer = program.ask(method, path, body)
            #expect(answer.status == status && answer.text.contains(words), "\(path): \(answer)")
            #expect(answer.type == "application/problem+json" && answer.text.contains("\"status\":\(status)"))
        }
        let form = program.ask(.post, "people", "name=x", ["content-type": "application/x-www-form-urlencoded"])
        #expect(form.status == 422 && form.text.contains("not called JSON"))
    }
}

@Suite struct `A program with a key` {
    private let server: Server
    private let root: Visitor
    private let program: Program

    init() throws {
        server = try Server()
        root = try server.administrator()
        let actor = try server.house.accounts.actor(for: root.token)
        let lead = try server.house.somebody("lead", [.lead, .administrator], by: actor)
        program = try Program(Set(KeyScope.allCases).subtracting([.train]), for: lead.person.id, in: server)
    }

    @Test func `takes a team in, assigns an exam, and takes that back`() throws {
        let taken = program.ask(
            .post, "roster",
            #"""
            {"candidates":[{"candidate":"a1","name":"Ada","email":"ada@example.org","groups":["north","night"]},
                           {"candidate":"b2","name":"Ben","email":"ben@example.org","groups":["north"]}]}
            """#)
        #expect(taken.status == 200 && taken.text.hasPrefix(#"{"added":2,"changed":0,"invitations":[{"id":""#))
        #expect(taken.text.contains(#""link":"https://exams.example.org/invitation/"#))
        let people = try server.house.accounts.store.people()
        let ids = people.filter { $0.roles.contains(.candidate) }.map(\.id.text)
        let groups = program.ask(.get, "groups")
        #expect(
            groups.text.contains(#""id":"night""#)
                && groups.text.contains(#""members":["\#(ids.sorted().joined(separator: #"",""#))"]"#))
        let exams = program.ask(.get, "exams")
        let exam = try #require(exams.text.firstMatch(of: /"pack":"([^"]+)","exam":"([^"]+)"/))
        let assigned = program.ask(
            .post, "assignments",
            #"{"pack":"\#(exam.1)","exam":"\#(exam.2)","groups":["north"],"closes":"2026-12-01T10:00:30+01:00"}"#)
        #expect(assigned.status == 204, "\(assigned)")
        let all = program.ask(.get, "assignments")
        #expect(
            all.text.contains(#""whom":"group:north","name":"north""#)
                && all.text.contains(#""closes":"2026-12-01T09:00:30Z""#))
        #expect(program.ask(.delete, "assignments/\(exam.1)/\(exam.2)/group:north").status == 204)
        #expect(program.ask(.get, "assignments").text == #"{"assignments":[],"next":null}"# + "\n")
        let trail = try server.house.accounts.store.trail(20)
        #expect(trail.contains { $0.action == .usedKey && $0.note == "POST roster" })
    }

    @Test func `reads lists part by part`() throws {
        for name in ["ada", "ben", "cleo"] {
            let invited = program.ask(
                .post, "people", #"{"name":"\#(name)","address":"\#(name)@example.org","roles":["learner"]}"#)
            let link = try #require(invited.text.firstMatch(of: /"link":"https:\/\/exams.example.org([^"]+)"/))
            var visitor = Visitor(to: server.site)
            visitor.post(String(link.1), ["name": name, "password": House.password])
            #expect(visitor.status == 303)
        }
        var seen: [String] = []
        var path = "people?limit=2"
        for round in 0..<4 {
            let part = program.ask(.get, path).text
            seen += part.matches(of: /"id":"([0-9a-f]+)"/).map { String($0.1) }
            guard let next = part.firstMatch(of: /"next":"([^"]+)"/) else { break }
            #expect(round < 3)
            path = "people?limit=2&after=\(next.1)"
        }
        #expect(seen == (try server.house.accounts.store.people().map(\.id.text).sorted()))
        let ada = try #require(try server.house.accounts.store.people().first { $0.name == "ada" })
        #expect(program.ask(.put, "people/\(ada.id.text)/roles", #"{"roles":["candidate"]}"#).status == 204)
        #expect(program.ask(.put, "people/\(ada.id.text)/shut-out", #"{"isShutOut":true}"#).status == 204)
        let now = try server.house.accounts.store.person(ada.id)
        #expect(now?.roles == [.candidate] && now?.isShutOut == true)
    }

    @Test func `has answers scored, one or many`() {
        let one = program.ask(.post, "score", #"{"id":7,"answer":"none", "minutes":0}"#)
        #expect(one.status == 200 && one.text.hasPrefix(#"{"id":7,"verdict":""#), "\(one)")
        let many = program.ask(
            .post, "score",
            "{\"answer\":\"none\",\"minutes\":0}\n\nnonsense\n{\"id\":\"z\",\"answer\":\"none\",\"minutes\":0}",
            ["content-type": "application/x-ndjson"])
        let lines = many.text.split(separator: "\n")
        #expect(many.type == "application/x-ndjson" && lines.count == 3)
        #expect(lines[0].hasPrefix(#"{"verdict":""#) && lines[2].hasPrefix(#"{"id":"z","verdict":""#))
        #expect(lines[1] == #"{"error":{"message":"the line is not a JSON object","line":3}}"#)
    }

    @Test func `is told who it is, and what there is to ask`() {
        let me = program.ask(.get, "me")
        #expect(me.text.contains(#""name":"lead","scopes":["assignments:read""#))
        var anybody = Visitor(to: server.site)
        anybody.get("/api/v1/openapi.json")
        #expect(anybody.status == 200 && anybody.page.hasPrefix(#"{"openapi":"3.1.0""#))
        for name in table.keys {
            let path = name.split(separator: " ")[1].split(separator: "/").map {
                $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0)
            }
            #expect(anybody.page.contains("\"/\(path.joined(separator: "/"))\":"), "\(name)")
        }
    }

    @Test func `gets its key from a page that shows it once`() throws {
        var lead = Visitor(to: server.site)
        lead.post("/sign-in", ["address": "lead@example.org", "password": House.password])
        lead.post("/keys", ["name": "import", "scope": "people:read", "days": "9"])
        let key = try #require(lead.page.firstMatch(of: /<code>([A-Za-z0-9_-]{43})<\/code>/))
        lead.get("/keys")
        #expect(lead.page.contains("End import") && !lead.page.contains(key.1))
        lead.post("/keys", ["name": "import", "days": "9"])
        #expect(lead.status == 422 && lead.page.contains("choose a scope"))
        let id = try #require(lead.page.firstMatch(of: /\/keys\/([0-9a-f]{32})\/end/))
        lead.post("/keys/\(id.1)/end")
        #expect(lead.answer.field("location") == "/keys?done=yes")
        let ended = server.site.respond(
            to: WebRequest(
                .get, "/api/v1/people", fields: ["host": "exams.example.org", "authorization": "Bearer \(key.1)"],
                from: "a"))
        #expect(ended.status == 401)
    }
}
#endif
