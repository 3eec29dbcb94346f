#if Server
import Quiz
import SampleHouse
import Team
import Testing
import Web

@Suite struct `The pages of training` {
    private let server: Server
    private var ada: Visitor

    init() throws {
        server = try Server()
        ada = try server.somebody("ada", [.learner], by: server.administrator())
    }

    /// The item that the page shows, by its identity.
    private func item(on visitor: Visitor) throws -> String {
        let found = try #require(visitor.page.firstMatch(of: /name="item" value="([^"]+)"/))
        return String(found.1).replacing("&amp;", with: "&")
    }

    private func answered() throws -> Int {
        let actor = try server.house.accounts.actor(for: ada.token)
        return try server.house.training.progress(in: "lesson", of: actor).days.reduce(0) { $0 + $1.answers }
    }

    @Test mutating func `ask, point at what cannot be read, judge, explain and go on`() throws {
        ada.get("/training")
        #expect(ada.page.contains("/training/lesson"))
        var verdicts: Set<String> = []
        for _ in 0..<8 {
            ada.get("/training/lesson")
            if !ada.page.contains(#"name="item""#) { break }
            let id = try item(on: ada)
            if id.hasPrefix("claim") {
                ada.post("/training/lesson", ["do": "answer", "item": id, "text": "9960l x1"])
                #expect(ada.page.contains("^") && ada.page.contains("letter l") && ada.page.contains("9960l x1"))
            }
            ada.post("/training/lesson", ["do": "hint", "item": id])
            for answer in ["99602 x3", "1", "2, 99602 x3", "yes", "100"] where !ada.page.contains("<h3>Why</h3>") {
                ada.post("/training/lesson", ["do": "answer", "item": id, "text": answer])
            }
            for verdict in ["Right.", "Not quite.", "Not right."] where ada.page.contains("<strong>\(verdict)") {
                verdicts.insert(verdict)
            }
            #expect(ada.page.contains("<h3>Why</h3>") && ada.page.contains("The key is"))
            ada.post("/training/lesson", ["do": "next", "item": id])
        }
        #expect(verdicts.contains("Not right.") || verdicts.contains("Not quite."))
        #expect(try answered() > 3)
        ada.get("/training/lesson/progress")
        #expect(ada.page.contains("<meter"))
    }

    @Test mutating func `do nothing about an item that is open no more, and take a slip back`() throws {
        ada.get("/training/lesson")
        let id = try item(on: ada)
        ada.post("/training/lesson", ["do": "skip", "item": id])
        #expect(ada.page.contains("Skipped."))
        ada.post("/training/lesson", ["do": "next", "item": id])
        let second = try item(on: ada)
        ada.post("/training/lesson", ["do": "answer", "item": id, "text": "1"])
        #expect(try item(on: ada) == second && !ada.page.contains("<strong>"))
        ada.post("/training/lesson", ["do": "answer", "item": second, "text": "none"])
        if ada.page.contains("<strong>") {
            ada.post("/training/lesson", ["do": "undo", "item": second])
            #expect(ada.page.contains("Taken back.") && !ada.page.contains("The key is"))
        }
        ada.post("/training/lesson", ["do": "flag", "item": second, "note": "too easy"])
        #expect(ada.page.contains("The educator will read"))
        ada.post("/training/lesson", ["do": "nonsense", "item": second])
        #expect(ada.status == 422)
        ada.get("/training/nowhere")
        #expect(ada.status == 404)
    }

    @Test mutating func `tell nothing of the key before the answer`() throws {
        ada.get("/training/lesson")
        #expect(!ada.page.contains("The key is") && !ada.page.contains("<h3>Why</h3>"))
    }
}
#endif
