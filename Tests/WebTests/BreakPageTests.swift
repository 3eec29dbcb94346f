#if Server
import Examining
import Quiz
import SampleExams
import SampleHouse
import Team
import Testing
import Web

@Suite struct `The pages of an exam that is adaptive, or has breaks,` {
    private let server: Server
    private var lead: Visitor
    private var ada: Visitor

    init() throws {
        server = try Server(of: LessonPack.adaptive.get())
        let root = try server.administrator()
        lead = try server.somebody("lead", [.lead], by: root)
        ada = try server.somebody("ada", [.candidate], by: root)
    }

    private mutating func assign(_ exam: String, _ more: [String: String] = [:]) throws {
        let id = try server.house.accounts.actor(for: ada.token).person.id
        lead.post("/assign", ["exam": exam, "person": id.text].merging(more) { $1 })
    }

    private mutating func begin(_ exam: String) throws -> String {
        ada.post("/exams/\(exam)", ["agree": "yes"])
        return try #require(ada.answer.field("location"))
    }

    private func attempt(_ path: String) throws -> OpenAttempt {
        let actor = try server.house.accounts.actor(for: ada.token)
        return try server.house.desk.attempt(String(path.dropFirst("/sitting/".count)), of: actor)
    }

    @Test mutating func `give the item that the answers lead to, one at a time, to the end`() throws {
        try assign("lesson/adaptive")
        ada.get("/exams/lesson/adaptive")
        #expect(ada.page.contains("3 to 4 items in 30 minutes"))
        let path = try begin("lesson/adaptive")
        var places: [Int] = []
        while places.count < 5 {
            ada.get(path)
            let open = try attempt(path)
            let place = open.state.current
            #expect(ada.page.matches(of: /<section class="item"/).count == 1)
            #expect(ada.page.contains("id=\"item-\(place + 1)\"") && !ada.page.contains("id=\"items\""))
            #expect(ada.page.contains("Keep it and go on for good"))
            places.append(place)
            let form = ["text": open.items[place].key, "times": "0", "next": "yes"]
            ada.post("\(path)/items/\(place + 1)", form)
            // Sent twice, it leads no further than once.
            ada.post("\(path)/items/\(place + 1)", form)
            ada.get(path)
            if ada.page.contains("This is the last item.") { break }
        }
        #expect(try (3...4).contains(places.count) && places == Array(0..<attempt(path).items.count))
        ada.post("\(path)/hand-in", ["sure": "yes"])
        ada.get("\(path)/result")
        #expect(ada.page.contains("<strong>Passed</strong>"))
    }

    @Test mutating func `let the time stand still on a break, show no item then, and go on`() throws {
        try assign("lesson/final", ["breaks": "many"])
        #expect(lead.status == 422 && lead.page.contains("Breaks have 1 to 240 minutes"))
        try assign("lesson/final", ["breaks": "10", "reason": "insulin", "extra": "50%"])
        ada.get("/exams/lesson/final")
        #expect(ada.page.contains("breaks of 10 minutes in all") && ada.page.contains("and 50 % more for you"))
        let path = try begin("lesson/final")
        ada.get(path)
        #expect(ada.page.contains("Take a break") && ada.page.contains(#"data-left="2700000""#))
        server.house.pass(minutes: 5)
        ada.post("\(path)/break", ["break": "yes"])
        ada.post("\(path)/break", ["break": "yes"])
        ada.get(path)
        #expect(ada.page.contains("Your time stands still.") && !ada.page.contains("class=\"item\""))
        server.house.pass(minutes: 6)
        ada.post("\(path)/items/1", ["text": "99601 x1", "times": "0"])
        #expect(ada.status == 422 && ada.page.contains("on a break"))
        ada.get(path)
        #expect(ada.page.contains("4 minutes") && ada.page.contains("40 minutes of the exam"))
        ada.post("\(path)/break")
        ada.get(path)
        #expect(ada.page.contains(#"data-left="2400000""#) && ada.page.contains("for 4 minutes of breaks"))
        ada.post("\(path)/break", ["break": "yes"])
        server.house.pass(minutes: 5)
        ada.get(path)
        #expect(ada.page.contains("used up") && ada.page.contains("39 minutes of the exam"))
        ada.post("\(path)/break")
        ada.get(path)
        #expect(!ada.page.contains("Take a break"))
        ada.post("\(path)/break", ["break": "yes"])
        #expect(ada.status == 422 && ada.page.contains("o break is left"))
        lead.get("/trail")
        #expect(!lead.page.contains("insulin"))
    }
}
#endif
