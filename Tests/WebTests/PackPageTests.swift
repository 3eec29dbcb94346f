#if Server
import Content
import Examining
import Quiz
import SampleExams
import SampleHouse
import Team
import TeamStores
import Testing
import Web

@Suite struct `The pages of packs` {
    private let server: Server
    private let root: Visitor
    private var ada: Visitor
    private var bob: Visitor

    init() throws {
        server = try Server()
        root = try server.administrator()
        ada = try server.somebody("ada", [.educator], by: root)
        bob = try server.somebody("bob", [.educator], by: root)
    }

    private let edit = SentLesson.edit

    /// Puts the edited lesson up; its address.
    private mutating func putUp(_ edits: [(file: String, from: String, to: String)]) throws -> String {
        ada.upload("/packs", [("file", "lesson.zip", try SentLesson.archive(edits))], ["note": "clearer words"])
        let words = ada.page + (ada.answer.field("location") ?? "")
        return String(try #require(words.firstMatch(of: /\/packs\/[0-9a-f]{64}/), "\(words)").0)
    }

    private func isInUse(_ words: String) -> Bool {
        server.house.desk.packs["lesson"]?.pack.scenarios.contains { $0.stem.contains(words) } == true
    }

    @Test mutating func `put a version up, which somebody else reviews and takes into use`() throws {
        let path = try putUp([edit])
        ada.get("/packs")
        #expect(ada.page.contains("draft") && ada.page.contains("clearer words"))
        ada.get(path)
        #expect(ada.page.contains("half-an-hour-more") && ada.page.contains("Items:") && ada.page.contains("changed"))
        #expect(!ada.page.contains("\(path)/review"))
        ada.post("\(path)/review")
        #expect(ada.status == 403)
        ada.post("\(path)/use")
        #expect(ada.status == 422 && ada.page.contains("This version is a draft"))
        bob.get(path)
        #expect(bob.page.contains("\(path)/review"))
        bob.post("\(path)/review")
        #expect(bob.answer.field("location") == "\(path)?done=yes")
        bob.post("\(path)/review")
        #expect(bob.status == 409)
        bob.post("\(path)/turn-down", ["reason": "late"])
        #expect(bob.status == 409 && !isInUse("A nurse gives"))
        let other = try server.house.otherNode()
        ada.post("\(path)/use")
        #expect(ada.status == 303 && isInUse("A nurse gives"))
        #expect(other.desk.packs["lesson"]?.pack.scenarios.contains { $0.stem.contains("A nurse gives") } == true)
        ada.get(path)
        #expect(ada.page.contains("What was in use") && ada.page.contains("in use"))
        var trail = root
        trail.get("/trail")
        for words in ["put up", "reviewed", "took into use"] { #expect(trail.page.contains(words)) }
    }

    @Test mutating func `take a version into use from a day on, and go back`() throws {
        let path = try putUp([edit])
        bob.post("\(path)/review")
        let before = try #require(server.house.desk.packs["lesson"]?.sha256)
        bob.post("\(path)/use", ["from": "2026-03-01"])
        #expect(bob.status == 422 && bob.page.contains("2026-03-01 is over"))
        bob.post("\(path)/use", ["from": "soon"])
        #expect(bob.status == 422 && bob.page.contains("This is no day"))
        bob.post("\(path)/use", ["from": "2026-03-04"])
        #expect(bob.status == 303 && !isInUse("A nurse gives"))
        bob.get("/packs")
        #expect(bob.page.contains("in use from 2026-03-04"))
        server.house.pass(minutes: 60 * 24)
        #expect(!isInUse("A nurse gives"))
        server.house.pass(minutes: 60 * 24)
        #expect(isInUse("A nurse gives"))
        ada = try signedIn("ada")
        ada.post("/packs/\(before)/use")
        #expect(ada.status == 303 && !isInUse("A nurse gives"))
        ada.get(path)
        #expect(ada.page.contains("the server&#39;s own") || ada.page.contains("the server's own"))
    }

    private func signedIn(_ name: String) throws -> Visitor {
        var visitor = Visitor(to: server.site)
        visitor.post("/sign-in", ["address": "\(name)@example.org", "password": House.password])
        #expect(visitor.status == 303)
        return visitor
    }

    @Test mutating func `leave an attempt with the version that it was begun with`() throws {
        var lead = try server.somebody("lead", [.lead], by: root)
        var eve = try server.somebody("eve", [.candidate], by: root)
        let person = try server.house.accounts.actor(for: eve.token).person.id.text
        lead.post("/assign", ["exam": "lesson/final", "person": person])
        let path = try putUp([edit])
        bob.post("\(path)/review")
        eve.post("/exams/lesson/final", ["agree": "yes"])
        let sitting = try #require(eve.answer.field("location"))
        eve.get(sitting)
        #expect(eve.page.contains("A nurse infuses a drug at the"))
        bob.post("\(path)/use")
        #expect(isInUse("A nurse gives"))
        // Another node knows nothing of the attempt but its log.
        let other = try server.house.otherNode()
        let actor = try server.house.accounts.actor(for: eve.token)
        let name = String(try #require(sitting.split(separator: "/").last))
        #expect(try other.desk.attempt(name, of: actor).items.contains { $0.stem.joined().contains("A nurse infuses") })
        #expect(try other.desk.begin("final", of: "lesson", by: actor) == name)
        eve.post(sitting + "/hand-in", ["sure": "yes"])
        eve.get(sitting + "/result")
        #expect(eve.status == 200)
    }

    @Test mutating func `turn a draft down with a reason`() throws {
        let path = try putUp([edit])
        bob.post("\(path)/turn-down", ["reason": " "])
        #expect(bob.status == 422 && bob.page.contains("A reason has 1 to 500 signs"))
        bob.post("\(path)/turn-down", ["reason": "the old words were better"])
        #expect(bob.answer.field("location") == "/packs?done=yes")
        bob.get(path)
        #expect(bob.status == 404)
        #expect(try putUp([edit]) == path)
        ada.upload("/packs", [("file", "lesson.zip", try SentLesson.archive([edit]))])
        #expect(ada.status == 409 && ada.page.contains("This version is put up already"))
    }

    @Test mutating func `show items with their keys, and those kept for exams to educators alone`() throws {
        let kept = (
            file: "scenarios.yaml", from: "  - id: in-the-office", to: "  - id: in-the-office\n    exams-only: true"
        )
        let path = try putUp([kept])
        ada.get(path)
        #expect(ada.page.contains("Scenarios kept for exams") && ada.page.contains("exam-scenario/in-the-office"))
        ada.get("\(path)/items/scenario/half-an-hour-more?policy=started-hour")
        #expect(ada.page.contains("99601 x1, 99602 x1") && ada.page.contains("Under other policies"))
        ada.get("\(path)/items/term/midpoint-rule")
        #expect(ada.page.contains("The key is midpoint rule"))
        ada.get("\(path)/items/exam-scenario/in-the-office")
        #expect(ada.status == 200)
        ada.get("\(path)/items/scenario/in-the-office")
        #expect(ada.status == 404)
        ada.get("\(path)/files")
        #expect(ada.answer.bytes.starts(with: Array("PK".utf8)))
        var lead = try server.somebody("lead", [.lead], by: root)
        lead.get(path)
        #expect(lead.status == 200 && !lead.page.contains("in-the-office") && !lead.page.contains("Items:"))
        lead.get("\(path)/items/exam-scenario/in-the-office")
        #expect(lead.status == 404)
    }
}
#endif
