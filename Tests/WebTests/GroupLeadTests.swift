#if Server
import Content
import Examining
import Quiz
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing
import Web

/// Ada is in the north and Zelda in the south, both have sat the exam, and Nora leads the north.
@Suite struct `A lead of groups` {
    private let server: Server
    private let root: Visitor
    private var lead: Visitor
    private var nora: Visitor
    private let ada: Actor
    private let zelda: Actor
    private let attempts: [String]
    private var others: String { attempts[1] }

    init() throws {
        server = try Server()
        root = try server.administrator()
        lead = try server.somebody("lena", [.lead], by: root)
        nora = try server.somebody("nora", [.groupLead], by: root)
        var candidates = [
            try server.somebody("ada", [.candidate], by: root), try server.somebody("zelda", [.candidate], by: root),
        ]
        lead.upload(
            "/roster",
            [
                (
                    name: "team.csv",
                    text: "candidate,name,email,group\na,Ada,ada@example.org,north\nz,Zelda,zelda@example.org,south\n"
                )
            ])
        lead.post("/assign", pairs: [("exam", "lesson/final"), ("group", "north"), ("group", "south")])
        attempts = try candidates.indices.map { place in
            candidates[place].post("/exams/lesson/final", ["agree": "yes"])
            return String(try #require(candidates[place].answer.field("location")?.split(separator: "/").last))
        }
        ada = try server.house.accounts.actor(for: candidates[0].token)
        zelda = try server.house.accounts.actor(for: candidates[1].token)
        lead.post("/groups/north/leads", ["person": try server.house.accounts.actor(for: nora.token).person.id.text])
        #expect(lead.answer.field("location") == "/groups?done=yes", "\(lead.page)")
    }

    private func handIn() throws {
        for (actor, name) in zip([ada, zelda], attempts) { try server.house.desk.handIn(name, by: actor) }
    }

    /// Whether something tells of Zelda or of the south.
    private func tells(_ text: String) -> Bool {
        text.lowercased().contains("zelda") || text.contains("south") || text.contains(zelda.person.id.text)
    }

    @Test mutating func `sees, assigns, reports and exports of the people of these groups`() throws {
        try handIn()
        for (path, words) in [
            ("/sittings", "Ada"), ("/sittings/results.csv", "Ada"), ("/sittings/results.json", "Ada"),
            ("/assign", "ada"), ("/assignments", "north"), ("/assignments.csv", "north"),
            ("/sittings/\(attempts[0])", "Ada"), ("/sittings/\(attempts[0])/log", ada.person.id.text),
            ("/reports/lesson/final", "north"), ("/reports/lesson/final/results.csv", "Ada"),
            ("/reports/lesson/final?group=north", "north"),
        ] {
            nora.get(path)
            #expect(nora.status == 200 && nora.page.contains(words) && !tells(nora.page), "\(path): \(nora.page)")
            // A lead of the house sees both.
            if !path.contains(attempts[0]), !path.contains("group=") {
                lead.get(path)
                #expect(lead.status == 200, "\(path)")
                if path != "/reports/lesson/final" { #expect(tells(lead.page), "\(path): \(lead.page)") }
            }
        }
        nora.get("/reports/lesson/final?group=south")
        #expect(nora.status == 422 && nora.page.contains("There is no such group"))
        nora.post("/assign", ["exam": "lesson/drill", "person": ada.person.id.text, "extra": "50%"])
        #expect(nora.page.contains("One person can sit it now"), "\(nora.page)")
        #expect(try server.house.desk.assigned(to: ada).map(\.blueprint.id.text) == ["final", "drill"])
        nora.post("/assignments/take-back", ["pack": "lesson", "exam": "final", "whom": "group:north"])
        #expect(nora.answer.field("location") == "/assignments?done=yes")
    }

    /// What a form may say, all of it about the other group.
    private var form: [(String, String)] {
        [
            ("exam", "lesson/final"), ("exam", "final"), ("pack", "lesson"), ("person", zelda.person.id.text),
            ("group", "south"), ("whom", "group:south"), ("text", "hello"), ("reason", "because"), ("deed", "extend"),
            ("minutes", "5"), ("extra", "50%"), ("days", "9"), ("name", "x"), ("scope", "train"),
        ]
    }

    @Test(arguments: [false, true]) mutating func `reaches nobody of another group by any page`(isOver: Bool) throws {
        if isOver { try handIn() }
        let before = (try server.house.database.logs.read(.attempt(others)), try server.house.database.roster.read())
        var count = 0
        for route in server.site.routes where !route.pattern.hasPrefix("api/") && !route.pattern.isOfOneself {
            for file in route.pattern.contains(":file")
                ? ["results.csv", "report.json", "report.html", "report.xlsx"] : [""]
            {
                let path =
                    "/"
                    + route.pattern.split(separator: "/").map { part -> String in
                        switch part {
                        case ":attempt": others
                        case ":pack": "lesson"
                        case ":blueprint": "final"
                        case ":group": "south"
                        case ":file": file
                        case ":person": zelda.person.id.text
                        default: part.hasPrefix(":") ? "x" : String(part)
                        }
                    }.joined(separator: "/")
                if route.method == .get { nora.get(path) } else { nora.post(path, pairs: form) }
                #expect(nora.status < 500 && !tells(nora.page), "\(route.method.rawValue) \(path): \(nora.page)")
                if path.contains(others) { #expect([403, 404].contains(nora.status), "\(path): \(nora.status)") }
                count += 1
            }
        }
        #expect(count > 60)
        #expect(try server.house.database.logs.read(.attempt(others)) == before.0)
        #expect(try server.house.desk.messages(to: others, after: 0, for: zelda).messages == [])
        let after = try server.house.database.roster.read()
        #expect(
            after.assignments.filter { $0.to == .group("south") }
                == before.1.assignments.filter { $0.to == .group("south") })
        #expect(after.candidate(zelda.person.id.text) == before.1.candidate(zelda.person.id.text))
        if !isOver {
            // What was said to all, and done about the time of all, reached those of the north.
            #expect(try server.house.desk.messages(to: attempts[0], after: 0, for: ada).messages.count == 2)
        }
    }

    @Test mutating func `reaches nobody of another group by a program`() throws {
        try handIn()
        let person = try server.house.accounts.actor(for: nora.token).person.id
        let program = try Program(Set(KeyScope.allCases), for: person, in: server)
        for (path, words) in [
            ("groups", "north"), ("assignments", "north"), ("results", "Ada"),
            ("results/lesson/final", ada.person.id.text),
        ] {
            let answer = program.ask(.get, path)
            #expect(answer.status == 200 && answer.text.contains(words) && !tells(answer.text), "\(path): \(answer)")
        }
        for body in [#""people":["\#(zelda.person.id.text)"]"#, #""groups":["south"]"#] {
            #expect(program.ask(.post, "assignments", #"{"pack":"lesson","exam":"drill",\#(body)}"#).status == 404)
        }
        #expect(program.ask(.delete, "assignments/lesson/final/group:south").status == 404)
        #expect(program.ask(.delete, "assignments/lesson/final/group:north").status == 204)
        #expect(program.ask(.get, "people").status == 403)
    }

    @Test mutating func `watches those of these groups, as it happens`() async throws {
        for (visitor, isOfAll) in [(nora, false), (lead, true)] {
            var visitor = visitor
            visitor.get("/sittings/events")
            guard case .pieces(let pieces) = visitor.answer.body else {
                Issue.record("\(visitor.page)")
                continue
            }
            var iterator = pieces.makeAsyncIterator()
            let first = await iterator.next() ?? ""
            #expect(first.contains("Ada") && tells(first) == isOfAll, "\(first)")
        }
    }

    @Test mutating func `leads as long as somebody who may says so`() throws {
        let person = try server.house.accounts.actor(for: nora.token).person.id.text
        lead.get("/groups")
        #expect(lead.page.contains("nora leads north no longer") && lead.page.contains("Nobody leads it."))
        lead.post("/groups/north/leads", ["person": person, "no-longer": "yes"])
        nora.get("/sittings")
        #expect(nora.status == 200 && !nora.page.contains("Ada") && !tells(nora.page))
        nora.get("/assign")
        #expect(!nora.page.contains("ada@example.org"))
        lead.post("/groups/south/leads", ["person": ada.person.id.text])
        #expect(lead.status == 422 && lead.page.contains("Ada is no lead of groups"))
        lead.post("/groups/nowhere/leads", ["person": person])
        #expect(lead.status == 404)
        lead.post("/groups/north/leads", ["person": "nobody"])
        #expect(lead.status == 404)
        nora.post("/groups/south/leads", ["person": person])
        #expect(nora.status == 403)
        // Who watches for the house watches all, and still sees results of nobody.
        var both = try server.somebody("both", [.proctor, .groupLead], by: root)
        lead.post("/groups/north/leads", ["person": try server.house.accounts.actor(for: both.token).person.id.text])
        try handIn()
        both.get("/sittings/results.json")
        #expect(tells(both.page) && both.page.ranges(of: #""isPassed":null"#).count == 1, "\(both.page)")
        var trail = root
        trail.get("/trail")
        #expect(trail.page.contains("appointed") && trail.page.contains("dismissed"))
    }
}

extension String {
    /// Whether a page is about whoever looks at it alone, or ends what the test goes on with.
    fileprivate var isOfOneself: Bool {
        self == "sign-out" || self == "account/password" || hasPrefix("sign-in") || hasPrefix("invitation")
    }
}
#endif
