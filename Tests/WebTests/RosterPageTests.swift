#if Server
import Examining
import Quiz
import SampleHouse
import Team
import Testing
import Web

@Suite struct `The pages of the roster` {
    private let server: Server
    private let root: Visitor
    private var lead: Visitor

    init() throws {
        server = try Server()
        root = try server.administrator()
        lead = try server.somebody("lead", [.lead], by: root)
    }

    private let team = """
        candidate,name,email,group
        c1,Ada Lovelace,ada@example.org,Night team
        c2,Bob Byron,bob@example.org,Night team
        c2,Bob Byron,bob@example.org,All
        """

    /// The link of somebody on the page.
    private func link(of address: String) -> String? {
        guard let row = lead.page.split(separator: "\n").first(where: { $0.contains("\(address),https://") }) else {
            return nil
        }
        return row.firstMatch(of: /\/invitation\/[A-Za-z0-9_-]+/).map { String($0.0) }
    }

    private func people() throws -> [Person] { try server.house.accounts.store.people() }

    @Test mutating func `take people and groups in, who choose a password and sit what their group sits`() throws {
        lead.get("/roster")
        #expect(lead.page.contains("multipart/form-data"))
        lead.upload("/roster", [("team.csv", team)])
        #expect(
            lead.status == 200 && lead.page.contains("Candidates: 2 added") && lead.page.contains("Groups: 2 added"))
        let ada = try #require(try people().first { $0.address.text == "ada@example.org" })
        #expect(ada.roles == [.learner, .candidate])
        var visitor = Visitor(to: server.site)
        visitor.post("/sign-in", ["address": "ada@example.org", "password": House.password])
        #expect(visitor.status == 422)
        visitor.post(try #require(link(of: "ada@example.org")), ["name": "Somebody Else", "password": House.password])
        #expect(visitor.status == 303)
        #expect(try server.house.accounts.actor(for: visitor.token).person == ada)
        lead.get("/assign")
        #expect(lead.page.contains("Night team (2)") && lead.page.contains("All (1)"))
        lead.post("/assign", ["exam": "lesson/final", "group": "Night team"])
        #expect(lead.page.contains("1 group can sit it now."))
        visitor.get("/exams")
        #expect(visitor.page.contains("The lesson, final"))
        visitor.post("/exams/lesson/final", ["agree": "yes"])
        #expect(visitor.status == 303)
        lead.get("/sittings")
        #expect(lead.page.contains("Ada Lovelace"))
    }

    @Test mutating func `list what is assigned, and take it back`() throws {
        lead.get("/assignments")
        #expect(lead.page.contains("Nothing is assigned."))
        lead.upload("/roster", [("team.csv", team)])
        var ada = Visitor(to: server.site)
        ada.post(try #require(link(of: "ada@example.org")), ["name": "Ada", "password": House.password])
        lead.post("/assign", ["exam": "lesson/final", "group": "Night team", "closes": "2026-03-09T12:00"])
        lead.get("/assignments")
        #expect(lead.page.contains("Night team (2 candidates)") && lead.page.contains("2026-03-09"))
        ada.get("/exams")
        #expect(ada.page.contains("The lesson, final"))
        let form = ["exam": "final", "pack": "lesson", "whom": "group:Night team"]
        lead.post("/assignments/take-back", form)
        #expect(lead.answer.field("location") == "/assignments?done=yes")
        ada.get("/exams")
        #expect(!ada.page.contains("The lesson, final"))
        lead.post("/assignments/take-back", form)
        #expect(lead.status == 404)
        lead.post("/assignments/take-back", ["exam": "final", "pack": "nowhere", "whom": "group:Night team"])
        #expect(lead.status == 404)
    }

    @Test mutating func `know people again, and invite anew who has no password`() throws {
        lead.upload("/roster", [("team.csv", team)])
        let (ada, bob) = (try #require(link(of: "ada@example.org")), try #require(link(of: "bob@example.org")))
        var visitor = Visitor(to: server.site)
        visitor.post(ada, ["name": "Ada", "password": House.password])
        let before = try people()
        lead.upload("/roster", [("team.csv", team.replacing("Bob Byron", with: "Robert Byron"))])
        #expect(lead.page.contains("0 added, 1 changed, 0 gone") && link(of: "ada@example.org") == nil)
        #expect(link(of: "bob@example.org") != bob)
        #expect(try people().map(\.id) == before.map(\.id))
        var old = Visitor(to: server.site)
        old.get(bob)
        #expect(old.status == 404)
        // A table that names people by the word of the first one is enough later.
        lead.upload("/roster", [("gone.csv", "candidate,status\nc2,tobedeleted\n")])
        #expect(lead.page.contains("Candidates: 0 added, 0 changed, 1 gone"))
        #expect(try people().count == before.count)
    }

    @Test mutating func `read the tables of OneRoster, and leave teachers out`() throws {
        let users = """
            sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,email
            u1,active,2026-01-01,true,o1,student,ada,Ada,Lovelace,ada@example.org
            u2,active,2026-01-01,true,o1,teacher,max,Max,Born,max@example.org
            """
        let classes = "sourcedId,status,title\nk1,active,Night team\n"
        let enrollments = """
            sourcedId,status,classSourcedId,userSourcedId,role
            e1,active,k1,u1,student
            e2,active,k1,u2,teacher
            """
        lead.upload(
            "/roster", [("users.csv", users), ("classes.csv", classes), ("enrollments.csv", enrollments)])
        #expect(lead.status == 200 && lead.page.contains("Left out, as no students: Max Born (teacher)."))
        #expect(try people().map(\.name).contains("Ada Lovelace") && people().count == 3)
        let group = try #require(try server.house.desk.exams.roster.read().groups.first)
        #expect(group.title == "Night team" && group.members.count == 1)
    }

    @Test(arguments: [
        ("candidate,name,email\nc1,Ada,ada@example.org\nc2,Bob,\n", "team.csv:3: column email: c2 has no mail address"),
        ("candidate,name,email\nc1,Ada,a@example.org\nc2,Bob,a@example.org\n", "c2 has the mail address of c1"),
        ("candidate,name,email\nc1,Lead,lead@example.org\n", "lead is no candidate"),
        ("candidate,naem,email\nc1,Ada,ada@example.org\n", "did you mean name?"),
        ("<html>", "names no column of a roster"), ("", "the table is empty"),
        ("PK\u{3}\u{4}", "nothing was imported"),
    ])
    func `take in nothing of a file with a problem, and tell where it is`(text: String, message: String) throws {
        var lead = lead
        let before = try people()
        lead.upload("/roster", [("team.csv", text)])
        #expect(lead.status == 422 && lead.page.contains(message), "\(lead.page)")
        #expect(try people() == before && server.house.desk.exams.roster.read().candidates.isEmpty)
    }

    @Test mutating func `want a file, and the key of the page`() {
        lead.upload("/roster", [])
        #expect(lead.status == 422 && lead.page.contains("Choose a file"))
        lead.upload("/roster", [("", team)])
        #expect(lead.status == 422 && lead.page.contains("Choose a file"))
        let fields = ["content-type": "multipart/form-data; boundary=b", "origin": Server.place]
        lead.send(.post, "/roster", Array("--b".utf8), fields)
        #expect(lead.status == 422 && lead.page.contains("form cannot be read"))
        let other = "--b\r\ncontent-disposition: form-data; name=\"other\"\r\n\r\n1\r\n--b--\r\n"
        lead.send(.post, "/roster", Array(other.utf8), fields)
        #expect(lead.status == 403)
    }
}

@Suite struct `A form with files` {
    private func form(_ body: String, _ type: String = "multipart/form-data; boundary=b") -> FormFields? {
        WebRequest(.post, "/", fields: ["content-type": type], body: Array(body.utf8), from: "").form
    }

    private let head = "Content-Disposition: form-data; name=\"a\""

    @Test func `is read as browsers send it`() throws {
        let two =
            "--b\r\n\(head)\r\n\r\n1\r\n--b\r\n\(head); filename=\"/x/y.csv\"\r\nContent-Type: text/csv\r\n\r\n--c\r\n\r\n\r\n--b--"
        let fields = try #require(form(two))
        #expect(
            fields["a"] == "1"
                && fields.files("a") == [UploadedFile(path: "/x/y.csv", bytes: Array("--c\r\n\r\n".utf8))])
        #expect(form("--b--") == FormFields())
        #expect(form("--q\"--", "multipart/form-data; boundary=\"q\"") == nil)
    }

    @Test(arguments: [
        "", "--b", "--b\r\n", "--b\r\n--b--", "--b\r\n\r\n--b--", "--b\r\n\r\n\r\n\r\n--b--", "no boundary",
        "--b\r\nContent-Type: text/csv\r\n\r\n1\r\n--b--", "--bb\r\n\r\n--bb--",
    ])
    func `that is not whole is none`(body: String) { #expect(form(body) == nil) }

    @Test func `has limits`() {
        let part = "--b\r\n\(head)\r\n\r\n1\r\n"
        #expect(form(String(repeating: part, count: 1_000) + "--b--")?.all("a").count == 1_000)
        #expect(form(String(repeating: part, count: 1_001) + "--b--") == nil)
        let long = "--b\r\n\(head)\r\nX: \(String(repeating: "x", count: 2_000))\r\n\r\n1\r\n--b--"
        #expect(form(long) == nil)
        #expect(form("--b--", "multipart/form-data") == nil)
    }
}
#endif
