#if Server
import Examining
import Machine
import PseudoTerminal
import Quiz
import SampleExams
import SampleHouse
import Team
import TeamStores
import Testing
import WebTokens

@testable import Web

/// A house in which all that people can type has markup in it, and everything that there is has happened.
private struct Typed {
    /// Ends an attribute, a text and a script, wherever it stands.
    static let markup = #"<i x='"&>"#

    let server: Server
    let everybody: Visitor
    let attempt: String

    init() throws {
        let lesson = try LessonPack([
            ("blueprints.yaml", "title: The lesson, final", "title: 'The lesson \(Self.yaml)'"),
            ("blueprints.yaml", "summary: Whoever passes has read the lesson.", "summary: 'Whoever \(Self.yaml)'"),
        ])
        server = try Server(of: lesson, signer: TokenSigner())
        let house = server.house
        let token = try #require(try house.accounts.inviteFirstAdministrator())
        let root = try house.accounts.accept(
            token, as: "Root \(Self.markup)", at: "root@example.org", password: House.password)
        try house.accounts.setRoles(of: root.actor.person.id, to: Set(Role.allCases), by: root.actor)
        var visitor = Visitor(to: server.site)
        visitor.post("/sign-in", ["address": "root@example.org", "password": House.password])
        let actor = try house.accounts.actor(for: visitor.token)
        _ = try house.accounts.invite("Guest \(Self.markup)", at: "g@example.org", as: [.learner], by: actor)
        _ = try house.accounts.makeKey("Key \(Self.markup)", [.readPeople], days: 3, by: actor)
        visitor.upload(
            "/roster",
            [("team.csv", "candidate,name,email,group\nc1,Ada \(Self.csv),ada@example.org,Team \(Self.csv)\n")])
        try house.desk.giveBreaks(to: actor.person.id, "5", because: "x \(Self.markup)", by: actor)
        visitor.post("/issuer", ["name": "Issuer \(Self.markup)"])
        let me = actor.person.id
        try house.desk.assign("final", of: "lesson", to: [me], ExamWindow(), by: actor)
        let first = try house.desk.begin("final", of: "lesson", by: actor)
        for (place, item) in try house.desk.attempt(first, of: actor).form.items.enumerated() {
            let answer = try #require(LessonPack.right.first { item.contains("/\($0.key)") })
            _ = try house.desk.answer(place, answer.value, after: 0, in: first, by: actor)
        }
        try house.desk.extend(first, byMinutes: "5", because: "Given \(Self.markup)", by: actor)
        try house.desk.handIn(first, by: actor)
        let certificate = try house.desk.certify(first, days: 9, isDespiteDoubts: true, by: actor)
        try house.desk.revoke(certificate, because: "Back \(Self.markup)", by: actor)
        let second = try house.desk.begin("final", of: "lesson", by: actor)
        try house.desk.handIn(second, by: actor)
        try house.desk.void(second, because: "Void \(Self.markup)", by: actor)
        attempt = try house.desk.begin("final", of: "lesson", by: actor)
        _ = try house.desk.answer(0, "Answer \(Self.markup)", after: 0, in: attempt, by: actor)
        try house.desk.say("Said \(Self.markup)", to: nil, by: actor)
        let postman = Postman(house.database.outbox, Broken()) { house.time.now }
        try postman.deliver()
        everybody = visitor
    }

    private static let yaml = markup.replacing("'", with: "''")
    private static let csv = "\"" + markup.replacing("\"", with: "\"\"") + "\""

    /// Carries nothing, and says why in markup.
    private struct Broken: Carrier {
        let kind = Outgoing.Kind.mail
        func carry(_ outgoing: Outgoing) -> Carriage { .never("Broken \(Typed.markup)") }
    }
}

@Suite struct `Every page that a link leads to` {
    private static let typed = Result { try Typed() }

    /// Follows every link from a page on, as somebody of all roles, and gives the pages by path.
    private func pages(_ typed: Typed) -> [String: Visitor] {
        var found: [String: Visitor] = [:]
        var waiting = [
            "/", "/account?changed=yes", "/people", "/sittings/\(typed.attempt)", "/sitting/\(typed.attempt)",
        ]
        while let path = waiting.popLast() {
            guard found[path] == nil, found.count < 400 else { continue }
            var visitor = typed.everybody
            visitor.get(path)
            found[path] = visitor
            guard visitor.answer.field("content-type")?.hasPrefix("text/html") == true else { continue }
            for match in visitor.page.matches(of: /href="([^"#]+)/) {
                let link = String(match.1).replacing("&amp;", with: "&")
                if link.hasPrefix("/"), !link.hasPrefix("/sittings/events") { waiting.append(link) }
            }
        }
        return found
    }

    @Test func `is there, shows what was typed as text, and runs nothing but our own files`() throws {
        let typed = try Self.typed.get()
        let all = pages(typed)
        #expect(all.count > 40)
        let markup = Array(Typed.markup.utf8)
        var shown: Set<String> = []
        for (path, visitor) in all {
            #expect(visitor.status == 200 || visitor.status == 303, "\(path): \(visitor.status)")
            let policy = visitor.answer.field("content-security-policy") ?? ""
            #expect(
                policy.contains("default-src 'self'") && visitor.answer.field("x-content-type-options") == "nosniff",
                "\(path)")
            guard visitor.answer.field("content-type")?.hasPrefix("text/html") == true,
                visitor.answer.field("content-disposition") == nil
            else { continue }
            #expect(visitor.answer.field("cache-control") == "no-store", "\(path)")
            #expect(visitor.answer.bytes.firstRange(of: markup) == nil, "\(path) shows it as markup")
            #expect(visitor.page.firstMatch(of: /<i x=/) == nil, "\(path)")
            for word in visitor.page.matches(of: /(\w+) &lt;i x=/) { shown.insert(String(word.1)) }
            for script in visitor.page.matches(of: /<script[^>]*>([^<]*)/) {
                #expect(script.0.contains("src=\"/static/") && script.1.isEmpty, "\(path)")
            }
            #expect(
                visitor.page.firstMatch(of: /\son[a-z]+=/) == nil && visitor.page.firstMatch(of: /\sstyle=/) == nil,
                "\(path)")
        }
        for word in [
            "Root", "Guest", "Key", "Issuer", "Given", "Back", "Void", "Answer", "Said", "Broken",
            "lesson", "Whoever",
        ] {
            #expect(shown.contains(word), "nobody sees \(word)")
        }
    }

    /// Whole without scripts: each form leads somewhere, and carries the key of the session.
    @Test func `has forms that a browser can send by itself`() throws {
        let typed = try Self.typed.get()
        let routes = typed.server.site.routes
        var posted: Set<String> = []
        for (path, visitor) in pages(typed) {
            for form in visitor.page.matches(of: /<form([^>]*)>([\s\S]*?)<\/form>/) {
                let attributes = String(form.1)
                let action = attributes.firstMatch(of: /action="([^"]*)"/).map { String($0.1) } ?? path
                let isPost = attributes.contains("method=\"post\"")
                let parts = try #require(
                    WebRequest(.get, action.replacing("&amp;", with: "&"), from: "a").path, "\(path): \(action)")
                let found = routes.filter { $0.match(parts) != nil && $0.method == (isPost ? .post : .get) }
                #expect(!found.isEmpty, "\(path): a form leads nowhere: \(action)")
                posted.formUnion(found.prefix(1).filter { $0.method == .post }.map(\.pattern))
                if isPost { #expect(form.2.contains("name=\"key\""), "\(path): \(action) has no key") }
            }
        }
        #expect(posted.count > 15, "\(posted.sorted())")
    }
}

@Suite struct `Whatever a form sends` {
    private static let server = Result { () throws -> (Server, Visitor) in
        let server = try Server()
        let root = try server.administrator()
        return (server, try server.somebody("all", Set(Role.allCases), by: root))
    }

    /// Bodies that no page sends, beside those that miss what they should have.
    private static let bodies: [(type: String, body: [UInt8])] = [
        ("application/x-www-form-urlencoded", []), ("application/x-www-form-urlencoded", Array("%%%".utf8)),
        ("application/x-www-form-urlencoded", [0xFF, 0xFE, 0x00]),
        ("application/x-www-form-urlencoded", Array(Array(repeating: "a=1", count: 1_200).joined(separator: "&").utf8)),
        ("application/json", Array(#"{"a":1}"#.utf8)), ("multipart/form-data; boundary=x", Array("--x--".utf8)),
        ("multipart/form-data; boundary=x", Array("--x\r\n\r\n".utf8)), ("", Array("key=x".utf8)),
    ]

    @Test func `is refused where it makes no sense, and never breaks anything`() throws {
        let (server, visitor) = try Self.server.get()
        let key = try #require(visitor.token?.formKey)
        for route in server.site.routes where route.method != .get && !route.pattern.hasPrefix("api/") {
            let path =
                "/"
                + route.pattern.split(separator: "/").map { $0.hasPrefix(":") ? "none" : String($0) }.joined(
                    separator: "/")
            guard path != "/sign-out" else { continue }
            for (type, body) in Self.bodies {
                var one = visitor
                one.send(.post, path, body, ["content-type": type, "origin": Server.place, "x-form-key": key])
                #expect((300..<500).contains(one.status) || one.status == 200, "\(path) \(type): \(one.status)")
                #expect(one.status != 403, "\(path)")
            }
            // Texts in every field that there is, far too long or of strange signs.
            let fields = [
                "name", "address", "text", "reason", "minutes", "days", "deed", "person", "group", "exam", "opens",
                "closes", "extra", "breaks", "times", "do", "item", "to", "old", "new", "role", "scope", "whom", "pack",
                "position",
            ]
            for text in [
                String(repeating: "9", count: 5_000), "\u{0}\u{202E}", "-1", "9223372036854775808", "NaN",
                "lesson/final", "' OR 1=1 --",
            ] {
                var one = visitor
                one.post(path, pairs: fields.map { ($0, text) })
                #expect(
                    (300..<500).contains(one.status) || one.status == 200, "\(path) \(text.prefix(9)): \(one.status)")
            }
        }
    }

    @Test(arguments: [WebRequest.Method.put, .delete, .other]) func `is asked by no other method`(
        method: WebRequest.Method
    ) throws {
        let (server, visitor) = try Self.server.get()
        for path in ["/", "/people", "/sign-in", "/sittings", "/static/style.css"] {
            var one = visitor
            one.send(method, path, [], ["origin": Server.place])
            #expect(one.status == 405 && one.answer.field("allow")?.contains("GET") == true, "\(path)")
        }
        #expect(server.site.routes.count > 50)
    }

    @Test func `is asked for its head as for all of it`() throws {
        let (_, visitor) = try Self.server.get()
        for path in ["/", "/people", "/nowhere", "/trail", "/static/style.css", "/health/live", "/issuer.json"] {
            var (whole, head) = (visitor, visitor)
            whole.get(path)
            head.send(.head, path, [], [:])
            #expect(head.status == whole.status && head.page.isEmpty, "\(path)")
            #expect(head.answer.fields.map(\.name) == whole.answer.fields.map(\.name), "\(path)")
        }
    }
}
#endif
