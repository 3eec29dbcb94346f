#if Server
import Examining
import SampleExams
import SampleHouse
import Scoring
import Team
import Testing
import Web

@Suite struct `The pages of an exam` {
    private let server: Server
    private var lead: Visitor
    private var ada: Visitor

    init() throws {
        server = try Server()
        let root = try server.administrator()
        lead = try server.somebody("lead", [.lead], by: root)
        ada = try server.somebody("ada", [.candidate], by: root)
        let id = try server.house.accounts.actor(for: ada.token).person.id
        lead.post("/assign", ["exam": "lesson/final", "person": id.text, "opens": "2026-03-02T09:00"])
        #expect(lead.status == 200 && lead.page.contains("One person can sit it now."))
    }

    /// Begins, and gives the path of the attempt.
    private mutating func begin() throws -> String {
        ada.get("/exams")
        #expect(ada.page.contains("The lesson, final"))
        ada.get("/exams/lesson/final")
        #expect(ada.page.contains("5 items in 30 minutes"))
        ada.post("/exams/lesson/final", [:])
        #expect(ada.status == 422 && ada.page.contains("Say that you agree"))
        ada.post("/exams/lesson/final", ["agree": "yes"])
        #expect(ada.status == 303)
        return try #require(ada.answer.field("location"))
    }

    @Test mutating func `lead through it without a script, to the result and the log`() throws {
        let path = try begin()
        ada.get(path)
        #expect(ada.status == 200 && ada.page.contains(#"data-left="1800000""#))
        let name = String(path.dropFirst("/sitting/".count))
        let actor = try server.house.accounts.actor(for: ada.token)
        let items = try server.house.desk.attempt(name, of: actor).form.items
        for (place, item) in items.enumerated() {
            let answer = try #require(LessonPack.right.first { item.contains("/\($0.key)") })
            ada.post("\(path)/items/\(place + 1)", ["text": answer.value, "times": "0"])
            #expect(ada.status == 303 && ada.answer.field("location") == "\(path)#item-\(place + 1)")
        }
        ada.post("\(path)/items/2/flag", ["flag": "yes"])
        ada.get(path)
        #expect(ada.page.contains("Unflag item 2") && ada.page.contains("<span id=\"answered\">5</span>"))
        ada.post("\(path)/hand-in")
        #expect(ada.status == 422 && ada.page.contains("Say that you are done"))
        ada.post("\(path)/hand-in", ["sure": "yes"])
        ada.get("\(path)/result")
        #expect(ada.page.contains("<strong>Passed</strong>: 100.0 %"))
        ada.get(path)
        #expect(ada.answer.field("location") == "\(path)/result")
        lead.get("/sittings")
        #expect(lead.page.contains("5 of 5") && lead.page.contains("passed"))
        lead.get("/sittings/\(name)/log")
        #expect(lead.page.hasPrefix(#"{"entry":"#) && lead.answer.field("content-disposition")?.contains(name) == true)
        lead.get("/sittings/results.csv")
        #expect(lead.page.contains("\(name),ada,\"The lesson, final\",5,5,closed,100.0 %,yes,"))
    }

    @Test mutating func `tell a script what is kept, and what was kept otherwise`() throws {
        let path = try begin()
        let json = ["accept": "application/json"]
        ada.post("\(path)/items/1", ["text": "none", "times": "0"], json)
        #expect(ada.status == 200 && ada.page.contains(#""times":1,"at":1772442000000,"left":1800000"#))
        ada.post("\(path)/items/1", ["text": "99601 x1", "times": "0"], json)
        #expect(ada.status == 409 && ada.page == #"{"times":1,"kept":"none"}"#)
        ada.post("\(path)/items/1", ["text": "99601 x1", "times": "0"])
        #expect(ada.status == 422 || ada.status == 409)
        #expect(ada.page.contains("in another window"))
        ada.post("\(path)/items/9", ["text": "1", "times": "0"], json)
        #expect(ada.status == 422 && ada.page.contains(#""error":"#))
        ada.post("\(path)/items/x", ["text": "1", "times": "0"], json)
        #expect(ada.status == 404)
        server.house.pass(minutes: 31)
        ada.post("\(path)/items/2", ["text": "1", "times": "0"], json)
        #expect(ada.status == 422)
        ada.get(path)
        #expect(ada.answer.field("location") == "\(path)/result")
        ada.get("\(path)/result")
        #expect(ada.page.contains("The time was over"))
    }

    /// Whatever a page holds before the end, nothing of a key is in it.
    @Test mutating func `have nothing of a key before the end`() throws {
        let path = try begin()
        ada.get(path)
        for word in ["midpoint rule", "add-on code", "99601 x1"] { #expect(!ada.page.contains(word)) }
    }

    @Test func `tell who watches what happens, as it happens`() async throws {
        var ada = ada
        var lead = lead
        ada.post("/exams/lesson/final", ["agree": "yes"])
        lead.get("/sittings/events")
        #expect(lead.answer.field("content-type") == "text/event-stream")
        guard case .pieces(let pieces) = lead.answer.body else {
            Issue.record("nothing comes piece by piece")
            return
        }
        for await piece in pieces {
            #expect(piece.hasPrefix("data: [{") && piece.hasSuffix("}]\n\n") && piece.contains("0 of 5"))
            break
        }
    }
}
#endif
