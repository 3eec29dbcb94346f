#if Server
import Examining
import Quiz
import SampleExams
import SampleHouse
import Team
import TeamStores
import Testing
import Web

/// An exam as a browser without scripts sits it.
@Suite struct `The forms of an exam` {
    private let server: Server
    private let lead: Actor
    private var ada: Visitor

    init() throws {
        server = try Server()
        let root = try server.administrator()
        let actor = try server.house.accounts.actor(for: root.token)
        lead = try server.house.somebody("lead", [.lead], by: actor)
        ada = try server.somebody("ada", [.candidate], by: root)
    }

    private var actor: Actor { get throws { try server.house.accounts.actor(for: ada.token) } }

    /// Begins an exam by its form, and gives where it is sat.
    private mutating func begin(_ exam: String = "final") throws -> String {
        try server.house.desk.assign(exam, of: "lesson", to: [actor.person.id], ExamWindow(), by: lead)
        ada.post("/exams/lesson/\(exam)", ["agree": "yes"])
        return try #require(ada.answer.field("location"))
    }

    private func answers(_ path: String) throws -> [Int: String] {
        try server.house.desk.exams.storedAttempt(String(path.dropFirst("/sitting/".count))).state.answers
    }

    @Test mutating func `begin nothing before somebody agrees`() throws {
        try server.house.desk.assign("final", of: "lesson", to: [actor.person.id], ExamWindow(), by: lead)
        for form in [[:], ["agree": "no"], ["agree": ""], ["agree": "YES"]] {
            ada.post("/exams/lesson/final", form)
            #expect(ada.status == 422 && ada.page.contains("Say that you agree"))
        }
        #expect(try server.house.database.openAttempts() == [])
        ada.get("/exams/lesson/none")
        #expect(ada.status == 404)
    }

    @Test(
        arguments: [
            ("items/0", ["text": "1", "times": "0"], 404), ("items/10001", ["text": "1", "times": "0"], 404),
            ("items/x", ["text": "1", "times": "0"], 404), ("items/6", ["text": "1", "times": "0"], 422),
            ("items/1", ["text": "1"], 422), ("items/1", ["text": "1", "times": "-1"], 422),
            ("items/1", ["text": "1", "times": "x"], 422),
            ("items/1", ["text": String(repeating: "9", count: 4_001), "times": "0"], 422), ("items/1/flag", [:], 303),
            ("items/9/flag", ["flag": "yes"], 422), ("items/0/show", [:], 404), ("hand-in", [:], 422),
            ("hand-in", ["sure": "no"], 422),
            ("break", ["break": "yes"], 422), ("break", ["break": "no"], 303),
        ] as [(String, [String: String], Int)]) mutating func `take nothing that makes no sense`(
            path: String, form: [String: String], status: Int
        ) throws
    {
        let sitting = try begin()
        ada.post("\(sitting)/\(path)", form)
        #expect(ada.status == status, "\(ada.status)")
        #expect(try answers(sitting) == [:])
        let state = try server.house.desk.exams.storedAttempt(String(sitting.dropFirst("/sitting/".count))).state
        #expect(state.flagged.isEmpty && !state.isResting && state.phase == .open)
    }

    @Test mutating func `are sent one by one to the end`() throws {
        let sitting = try begin()
        for number in 1...5 {
            ada.post("\(sitting)/items/\(number)", ["text": "answer \(number)", "times": "0"])
            #expect(ada.status == 303 && ada.answer.field("location") == "\(sitting)#item-\(number)")
        }
        ada.post("\(sitting)/items/2/flag", ["flag": "yes"])
        ada.get(sitting)
        #expect(ada.page.contains("answer 1") && ada.page.contains("answer 5"))
        ada.post("\(sitting)/hand-in", ["sure": "yes"])
        #expect(ada.answer.field("location") == "\(sitting)/result")
        for path in [sitting, "\(sitting)/items/1"] {
            if path == sitting { ada.get(path) } else { ada.post(path, ["text": "late", "times": "1"]) }
            #expect(ada.answer.field("location") == "\(sitting)/result" || ada.status == 422, "\(ada.status)")
        }
        #expect(try answers(sitting) == Dictionary(uniqueKeysWithValues: (0..<5).map { ($0, "answer \($0 + 1)") }))
    }

    /// What another window has kept is shown, and nothing is written over it unseen.
    @Test mutating func `show what was answered in another window`() throws {
        let sitting = try begin()
        ada.post("\(sitting)/items/1", ["text": "first <b>", "times": "0"])
        ada.post("\(sitting)/items/1", ["text": "second", "times": "0"])
        #expect(ada.status == 422 && ada.page.contains("was answered “first &lt;b&gt;” in another window"))
        #expect(try answers(sitting) == [0: "first <b>"])
        ada.post("\(sitting)/items/1", ["text": "second", "times": "0"], ["accept": "application/json"])
        #expect(
            ada.status == 409 && ada.page.contains("\"kept\":\"first \\u003cb\\u003e\"")
                && ada.page.contains("\"times\":1"))
        ada.post("\(sitting)/items/1", ["text": "second", "times": "1"], ["accept": "application/json"])
        #expect(ada.status == 200 && ada.page.contains("\"times\":2"))
    }

    /// Of a form that goes forward only there is one item at a time, and nothing of what comes.
    @Test mutating func `go forward one by one where the exam does`() throws {
        let sitting = try begin("drill")
        let items = try server.house.desk.attempt(String(sitting.dropFirst("/sitting/".count)), of: actor).items
        var seen = 0
        for number in 1...5 {
            ada.get(sitting)
            #expect(ada.page.contains("\(sitting)/items/\(number)\""), "\(number)")
            for other in 1...5 where other != number { #expect(!ada.page.contains("\(sitting)/items/\(other)\"")) }
            seen += 1
            ada.post("\(sitting)/items/\(number)", ["text": "x", "times": "0", "next": "yes"])
        }
        #expect(seen == items.count)
        ada.post("\(sitting)/items/1", ["text": "again", "times": "1"])
        #expect(ada.status == 422)
    }

    @Test(arguments: ["final", "drill"]) mutating func `have nothing of a key on them before the end`(exam: String)
        throws
    {
        let sitting = try begin(exam)
        let items = try server.house.desk.attempt(String(sitting.dropFirst("/sitting/".count)), of: actor).items
        for path in [sitting, "\(sitting)/messages?after=0", "/exams", "/exams/lesson/\(exam)"] {
            ada.get(path)
            #expect(ada.status == 200)
            for item in items where item.key.utf8.count > 8 {
                #expect(!ada.page.contains(item.key), "\(path): \(item.key)")
            }
            for word in ["The key is", "\"key\":", "explanation"] {
                #expect(!ada.page.contains(word), "\(path): \(word)")
            }
        }
    }

    @Test mutating func `show no item while the time stands still, or is over`() throws {
        let sitting = try begin()
        let name = String(sitting.dropFirst("/sitting/".count))
        try server.house.desk.hold(name, because: "Alarm <b>", by: lead)
        ada.get(sitting)
        #expect(ada.page.contains("Alarm &lt;b&gt;") && !ada.page.contains("/items/"))
        ada.post("\(sitting)/items/1", ["text": "1", "times": "0"])
        #expect(ada.status == 422)
        ada.get("\(sitting)/messages?after=0")
        #expect(ada.page.contains("\"held\":true") && ada.page.contains("\"closed\":false"))
        for after in ["x", "-1", "99999999999999999999", ""] {
            ada.get("\(sitting)/messages?after=\(after)")
            #expect(ada.status == 200 && ada.page.contains("Alarm"), "\(after)")
        }
        try server.house.desk.release(name, by: lead)
        server.house.pass(minutes: 30)
        ada.get(sitting)
        #expect(ada.answer.field("location") == "\(sitting)/result")
        ada.get("\(sitting)/result")
        #expect(ada.status == 200 && ada.page.contains("The time was over"))
    }

    @Test mutating func `tell whoever sat it that it counts no longer, and why`() throws {
        let sitting = try begin()
        ada.post("\(sitting)/hand-in", ["sure": "yes"])
        ada.get("\(sitting)/result")
        #expect(!ada.page.contains("counts no longer"))
        try server.house.desk.void(String(sitting.dropFirst("/sitting/".count)), because: "Alarm <b>", by: lead)
        ada.get("\(sitting)/result")
        #expect(ada.page.contains("This attempt counts no longer.") && ada.page.contains("Alarm &lt;b&gt;"))
    }

    @Test mutating func `are nobody else's`() throws {
        let sitting = try begin()
        var bob = try server.somebody("bob", [.candidate], by: try other())
        for path in ["", "/result", "/messages"] {
            bob.get(sitting + path)
            #expect(bob.status == 404, "\(path)")
        }
        for (path, form) in [
            ("/items/1", ["text": "1", "times": "0"]), ("/items/1/flag", ["flag": "yes"]), ("/items/1/show", [:]),
            ("/hand-in", ["sure": "yes"]), ("/break", ["break": "yes"]),
        ] {
            bob.post(sitting + path, form)
            #expect(bob.status == 404, "\(path)")
        }
        #expect(try answers(sitting) == [:])
    }

    /// The administrator in another browser.
    private func other() throws -> Visitor {
        var root = Visitor(to: server.site)
        root.post("/sign-in", ["address": "root@example.org", "password": House.password])
        return root
    }
}
#endif
