#if Server
import Couriers
import Examining
import Foundation
import LearningTools
import Machine
import PseudoTerminal
import PythonPackages
import Quiz
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing
import Web
import WebTokens

/// What a learning system was told, as its script writes it.
private struct Told: Decodable {
    let userId: String
    let scoreGiven: Double?
    let column: String
}

/// A house to which a learning system that others wrote sends people.
private struct School {
    let folder: TemporaryFolder
    let system: PythonServer
    let server: Server
    let launches: LaunchDesk
    var root: Visitor

    init() throws {
        folder = try TemporaryFolder()
        system = try PythonServer(
            "Tests/LearningToolsTests/Scripts/school.py", of: "learning", [folder.path, Server.place])
        let signer: TokenSigner = try #require(TokenSigner())
        server = try Server(signer: signer)
        launches = try #require(server.launches)
        root = try server.administrator()
        try folder.write(String(decoding: launches.publishedKeys, as: UTF8.self), to: "tool.json")
        root.post("/learning-systems", form())
        #expect(root.answer.field("location") == "/learning-systems")
    }

    var address: String { "http://127.0.0.1:\(system.port)" }

    func form(_ more: [String: String] = [:]) -> [String: String] {
        [
            "name": "The school", "issuer": address, "client": "house", "deployments": "1",
            "authorization": "\(address)/authorize", "token": "\(address)/token", "keys": "\(address)/keys",
        ].merging(more) { $1 }
    }

    func visitor() -> Visitor { Visitor(to: server.site) }

    /// What the learning system's page would post, once somebody followed a link there.
    func answer(_ user: String, _ fields: [String: String], to visitor: inout Visitor) throws -> [String: String] {
        let query = fields.merging(["user": user]) { $1 }.map { ($0.key, $0.value) }
        let start = try WebClient().get("\(address)/start?\(WebClient.form(query))")
        let login = try JSONDecoder().decode(String.self, from: Data(start.body))
        visitor.get(String(login.dropFirst(Server.place.count)))
        let further = try #require(visitor.answer.field("location"), "\(visitor.page)")
        #expect(further.hasPrefix("\(address)/authorize?"))
        let answer = try WebClient().get(further)
        return try JSONDecoder().decode([String: String].self, from: Data(answer.body))
    }

    /// Follows a link there, up to what this house answers.
    func follow(_ user: String, _ fields: [String: String], by visitor: inout Visitor) throws {
        let answer = try answer(user, fields, to: &visitor)
        #expect(answer["launch_url"] == "\(Server.place)/lti/launch")
        post(answer, by: &visitor)
    }

    func post(_ answer: [String: String], by visitor: inout Visitor) {
        visitor.post("/lti/launch", answer, ["origin": address, "sec-fetch-site": "cross-site"])
    }

    var exam: String { server.house.desk.offered[0].exam }

    var problems: String { (try? folder.read("problems")) ?? "" }

    func told() throws -> [Told] {
        try JSONDecoder().decode([Told].self, from: Data((folder.read("scores.json") ?? "[]").utf8))
    }
}

@Suite struct `A learning system` {
    @Test func `sends somebody to an exam, and is told what it came to`() throws {
        let school = try School()
        var ada = school.visitor()
        try school.follow("ada", ["kind": "resource", "exam": school.exam], by: &ada)
        #expect(ada.answer.field("location") == "/exams/\(school.exam)" && ada.token != nil && ada.way == nil)
        // Again, she is the same, and it is assigned once.
        let house = school.server.house
        let first = try house.accounts.actor(for: ada.token)
        try school.follow("ada", ["kind": "resource", "exam": school.exam], by: &ada)
        let actor = try house.accounts.actor(for: ada.token)
        #expect(actor.person == first.person && actor.person.name == "Ada" && !actor.person.address.isReachable)
        ada.get("/account")
        #expect(
            ada.page.contains("Your learning system sends you here") && !ada.page.contains("learning-system.invalid"))
        let parts = school.exam.split(separator: "/").map(String.init)
        let attempt = try house.desk.begin(parts[1], of: parts[0], by: actor)
        let items = try house.desk.attempt(attempt, of: actor).items
        for (place, item) in items.enumerated() {
            _ = try house.desk.answer(place, item.key, after: 0, in: attempt, by: actor)
            try house.desk.goOn(from: place, in: attempt, by: actor)
        }
        try house.desk.handIn(attempt, by: actor)
        let outbox = house.database.outbox
        let closed = ClosedAttempts(of: house.desk, gradesTo: house.database.platforms)
        #expect(try Postman(outbox, closed) { house.time.now }.deliver() == 1)
        _ = try school.folder.write("", to: "closed")
        let postman = Postman(outbox, GradeCarrier(of: school.launches)) { house.time.now }
        #expect(try postman.deliver() == 0 && school.told().isEmpty)
        try FileManager.default.removeItem(atPath: school.folder.path(of: "closed"))
        house.pass(minutes: 1)
        #expect(try postman.deliver() == 1)
        let told = try school.told()
        #expect(told.map(\.userId) == ["ada"] && told.map(\.scoreGiven) == [100] && told.map(\.column) == ["1"])
        // A column that is there already is used, and the same score is no second one.
        var ben = school.visitor()
        try school.follow("ben", ["kind": "resource", "exam": school.exam], by: &ben)
        let second = try house.accounts.actor(for: ben.token)
        let other = try house.desk.begin(parts[1], of: parts[0], by: second)
        try house.desk.handIn(other, by: second)
        #expect(try Postman(outbox, closed) { house.time.now }.deliver() == 1)
        let taken = try #require(
            try outbox.takeUp(.grades, at: house.time.now, until: house.time.now.adding(milliseconds: 1)))
        for _ in 0..<2 { #expect(GradeCarrier(of: school.launches).carry(taken.outgoing) == .carried) }
        #expect(try school.told().map(\.scoreGiven) == [100, 0] && school.told().map(\.column) == ["1", "1"])
        #expect(school.problems.isEmpty, "\(school.problems)")
    }

    @Test func `is told no score before its candidate is shown it, and then it is`() throws {
        let school = try School()
        let house = school.server.house
        var ada = school.visitor()
        try school.follow("ada", ["kind": "resource"], by: &ada)
        #expect(ada.answer.field("location") == "/")
        let actor = try house.accounts.actor(for: ada.token)
        let lead = try school.server.somebody("lead", [.lead], by: school.root)
        // The exam that is offered first shows results once its window is over.
        let parts = school.exam.split(separator: "/").map(String.init)
        let window = ExamWindow(opens: nil, closes: house.time.now.adding(milliseconds: 3_600_000))
        try house.desk.assign(
            parts[1], of: parts[0], to: [actor.person.id], window, by: house.accounts.actor(for: lead.token))
        try school.follow("ada", ["kind": "resource", "exam": school.exam], by: &ada)
        let attempt = try house.desk.begin(parts[1], of: parts[0], by: actor)
        try house.desk.handIn(attempt, by: actor)
        let closed = ClosedAttempts(of: house.desk, gradesTo: house.database.platforms)
        #expect(try Postman(house.database.outbox, closed) { house.time.now }.deliver() == 1)
        let grades = GradeCarrier(of: school.launches)
        #expect(try Postman(house.database.outbox, grades) { house.time.now }.deliver() == 0)
        let outbox = house.database.outbox
        #expect(try outbox.waiting(9).filter { $0.kind == .grades }.isEmpty && school.told().isEmpty)
        // The window is longer now; it is looked at again at the end of each.
        let longer = ExamWindow(opens: nil, closes: house.time.now.adding(milliseconds: 7_200_000))
        try house.desk.assign(
            parts[1], of: parts[0], to: [actor.person.id], longer, by: house.accounts.actor(for: lead.token))
        #expect(try Postman(outbox, closed) { house.time.now }.deliver() == 0)
        house.pass(minutes: 61)
        #expect(try Postman(outbox, closed) { house.time.now }.deliver() == 1)
        #expect(try Postman(outbox, grades) { house.time.now }.deliver() == 0)
        house.pass(minutes: 60)
        #expect(try Postman(outbox, closed) { house.time.now }.deliver() == 1)
        #expect(try Postman(outbox, grades) { house.time.now }.deliver() == 1)
        #expect(try school.told().map(\.scoreGiven) == [0])
        #expect(try Postman(outbox, closed) { house.time.now }.deliver() == 0)
        #expect(try outbox.waiting(99).allSatisfy { $0.kind == .mail })
        #expect(school.problems.isEmpty, "\(school.problems)")
    }

    @Test func `is told which score counts where one does no longer, or that none does`() throws {
        let school = try School()
        let house = school.server.house
        var ada = school.visitor()
        try school.follow("ada", ["kind": "resource", "exam": school.exam], by: &ada)
        let actor = try house.accounts.actor(for: ada.token)
        let lead = try house.accounts.actor(for: school.server.somebody("lead", [.lead], by: school.root).token)
        let parts = school.exam.split(separator: "/").map(String.init)
        let outbox = house.database.outbox
        let closed = ClosedAttempts(of: house.desk, gradesTo: house.database.platforms)
        let grades = GradeCarrier(of: school.launches)
        func tell() throws {
            #expect(try Postman(outbox, closed) { house.time.now }.deliver() == 1)
            #expect(try Postman(outbox, grades) { house.time.now }.deliver() == 1)
            house.pass(minutes: 25 * 60)
        }
        var attempts: [String] = []
        for count in [1, 0] {
            let name = try house.desk.begin(parts[1], of: parts[0], by: actor)
            for position in 0..<count {
                let key = try house.desk.attempt(name, of: actor).items[position].key
                _ = try house.desk.answer(position, key, after: 0, in: name, by: actor)
            }
            try house.desk.handIn(name, by: actor)
            attempts.append(name)
            try tell()
        }
        for name in attempts.reversed() {
            try house.desk.void(name, because: "the alarm", by: lead)
            try tell()
        }
        #expect(try school.told().map(\.scoreGiven) == [20, 0, 20, nil])
        #expect(school.problems.isEmpty, "\(school.problems)")
    }

    @Test(arguments: [
        "issuer": "somebody else made it", "audience": "for somebody else", "party": "for somebody else",
        "old": "another time", "expired": "expired", "nonce": "another question", "nobody": "who it is",
        "stranger": "signature is wrong", "none": "not taken here", "shared": "not taken here",
        "kid": "nobody published", "state": "began somewhere else", "deployment": "deployment that is not taken here",
        "version": "another version", "message": "not done here", "link": "names no link",
    ]) func `is not believed where its token has a fault`(fault: String, words: String) throws {
        let school = try School()
        var ada = school.visitor()
        try school.follow("ada", ["kind": "resource", "exam": school.exam, "fault": fault], by: &ada)
        #expect(ada.status == 422 && ada.token == nil && ada.page.contains(words), "\(ada.page)")
        #expect(try school.server.house.database.people.people().map(\.name) == ["Root"])
    }

    @Test func `gives a token to one browser, for one time`() throws {
        let school = try School()
        var (mine, other) = (school.visitor(), school.visitor())
        let answer = try school.answer("ada", ["kind": "resource", "exam": school.exam], to: &mine)
        school.post(answer, by: &other)
        #expect(other.status == 422 && other.token == nil, "it began in another browser")
        _ = try school.answer("ben", ["kind": "resource", "exam": school.exam], to: &other)
        school.post(answer, by: &other)
        #expect(other.status == 422 && other.token == nil, "it is the answer to another way")
        school.post(answer, by: &mine)
        #expect(mine.token != nil && mine.way == nil)
        var late = school.visitor()
        late.way = nil
        school.post(answer, by: &late)
        #expect(late.status == 422 && late.token == nil)
    }

    @Test func `never makes somebody another who is in already`() throws {
        let school = try School()
        // Its users have typed the administrator's mail address.
        var ada = school.visitor()
        try school.follow("ada", ["kind": "resource", "exam": school.exam], by: &ada)
        let actor = try school.server.house.accounts.actor(for: ada.token)
        #expect(actor.person.roles == [.learner, .candidate] && actor.person.address.text != "root@example.org")
        // Another system with the same words for people means others.
        var root = school.root
        root.post("/learning-systems", school.form(["name": "Another", "client": "other"]))
        #expect(root.answer.field("location") == "/learning-systems")
        let store = school.server.house.database.platforms
        let identities = Set(try store.platforms().map { $0.identity(of: "ada") })
        #expect(identities.count == 2)
        let provider = Identity(issuer: school.address, subject: "ada")
        #expect(try school.server.house.database.people.person(of: provider) == nil)
    }

    @Test func `does not send in who was shut out, nor anybody once it was taken out`() throws {
        let school = try School()
        let house = school.server.house
        var ada = school.visitor()
        try school.follow("ada", ["kind": "resource", "exam": school.exam], by: &ada)
        let person = try house.accounts.actor(for: ada.token).person
        let actor = try house.accounts.actor(for: school.root.token)
        try house.accounts.shutOut(person.id, true, by: actor)
        var again = school.visitor()
        try school.follow("ada", ["kind": "resource", "exam": school.exam], by: &again)
        #expect(again.status == 422 && again.token == nil)
        var root = school.root
        let id = try #require(try house.database.platforms.platforms().first?.id)
        var late = school.visitor()
        let answer = try school.answer("ben", ["kind": "resource", "exam": school.exam], to: &late)
        root.post("/learning-systems/\(id)/remove")
        school.post(answer, by: &late)
        #expect(late.status == 404 && late.token == nil)
        let trail = try house.database.people.trail(20).map(\.action)
        #expect(trail.contains(.addedPlatform) && trail.contains(.removedPlatform))
    }

    @Test func `chooses what a link leads to, and shows the choice within its page`() throws {
        let school = try School()
        var tess = school.visitor()
        try school.follow("tess", ["kind": "choose"], by: &tess)
        #expect(tess.status == 200 && tess.token == nil)
        let policy = try #require(tess.answer.field("content-security-policy"))
        #expect(
            policy.contains("frame-ancestors \(school.address);")
                && policy.contains("form-action 'self' \(school.address);"))
        #expect(tess.answer.field("x-frame-options") == nil)
        let forms = tess.page.matches(of: /action="([^"]*)"><input type="hidden" name="JWT" value="([^"]*)"/)
        #expect(forms.count == school.server.house.desk.offered.count + 1)
        for (place, form) in forms.enumerated() {
            #expect(form.1 == "\(school.address)/back")
            let body = Array(WebClient.form([("JWT", String(form.2))]).utf8)
            let reply = try WebClient().post(
                String(form.1), body, ["content-type: application/x-www-form-urlencoded"])
            let item = try #require(JSONValue(reply.body)?.list?.first)
            #expect(item["type"]?.text == "ltiResourceLink" && item["url"]?.text == school.launches.launch)
            let exam = place < forms.count - 1 ? school.server.house.desk.offered[place].exam : nil
            #expect(item["custom"]?["exam"]?.text == exam)
            #expect((item["lineItem"] != nil) == (exam != nil))
        }
        #expect(school.problems.isEmpty, "\(school.problems)")
    }

    @Test func `opens exams in a window of their own`() throws {
        let school = try School()
        let query = WebClient.form([
            ("iss", school.address), ("login_hint", "<ada>"), ("target_link_uri", school.launches.launch),
            ("lti_message_hint", "{\"a\":\"&\"}"), ("client_id", "house"),
        ])
        var ada = school.visitor()
        ada.get("/lti/login?\(query)", ["sec-fetch-dest": "iframe"])
        #expect(ada.status == 200 && ada.way == nil)
        #expect(ada.answer.field("content-security-policy")?.contains("frame-ancestors \(school.address);") == true)
        let link = try #require(ada.page.firstMatch(of: /href="(\/lti\/login\?[^"]*)" target="_blank"/))
        ada.get(String(link.1).replacing("&amp;", with: "&"))
        let further = try #require(ada.answer.field("location"))
        #expect(further.contains("login_hint=%3Cada%3E&") && further.contains("lti_message_hint=%7B%22a%22%3A%22%26"))
        let cookie = ada.answer.fields.first { $0.name == "set-cookie" }?.value ?? ""
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=None; Secure; Partitioned"))
    }

    @Test func `is known, and leads here, or nothing begins`() throws {
        let school = try School()
        let fields = [
            "iss": school.address, "login_hint": "ada", "target_link_uri": school.launches.launch, "client_id": "house",
        ]
        for (change, status) in [
            (["iss": "https://evil.example"], 404), (["client_id": "other"], 404),
            (["target_link_uri": "https://evil.example/lti/launch"], 422), (["login_hint": ""], 422),
            (["iss": ""], 404),
        ] {
            var visitor = school.visitor()
            visitor.post("/lti/login", fields.merging(change) { $1 }, ["origin": school.address])
            #expect(visitor.status == status && visitor.way == nil, "\(change)")
        }
        var visitor = school.visitor()
        visitor.post("/lti/login", fields, ["origin": school.address])
        #expect(visitor.status == 303 && visitor.way != nil)
    }

    @Test func `tells who learns in a course, who are then a group`() throws {
        let school = try School()
        let house = school.server.house
        var ada = school.visitor()
        try school.follow("ada", ["kind": "resource", "exam": school.exam], by: &ada)
        var lead = try school.server.somebody("lead", [.lead], by: school.root)
        lead.get("/courses")
        #expect(lead.page.contains("Coding 1") && lead.page.contains("The school"))
        let course = try #require(try house.database.platforms.courses().first)
        for _ in 0..<2 {
            lead.post("/courses", ["platform": course.platform, "course": course.id])
            #expect(lead.answer.field("location") == "/courses?taken=2", "\(lead.page)")
        }
        let groups = try house.desk.groups(for: house.accounts.actor(for: lead.token))
        let group = try #require(groups.first { $0.id == course.group })
        #expect(group.title == "Coding 1" && group.members.count == 2)
        #expect(group.members.contains(try house.accounts.actor(for: ada.token).person.id.text))
        #expect(try house.database.people.people().map(\.name) == ["Ada", "Ben", "Root", "lead"])
        lead.post("/courses", ["platform": course.platform, "course": "other"])
        #expect(lead.status == 404)
        #expect(school.problems.isEmpty, "\(school.problems)")
    }

    @Test(arguments: [
        "authorization": "http://lms.example.org/authorize", "token": "https://a@lms.example.org/token",
        "keys": "ftp://lms.example.org/keys", "issuer": "", "client": "", "name": "",
    ]) func `is taken with addresses that are asked, and names`(field: String, value: String) throws {
        var root = try School().root
        root.post(
            "/learning-systems",
            [
                "name": "Another", "issuer": "https://lms.example.org", "client": "house",
                "authorization": "https://lms.example.org/authorize", "token": "https://lms.example.org/token",
                "keys": "https://lms.example.org/keys",
            ].merging([field: value]) { $1 })
        #expect(root.status == 422 && root.page.contains("role=\"alert\""))
    }
}
#endif
