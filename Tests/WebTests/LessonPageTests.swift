#if Server
import Learning
import Quiz
import SampleHouse
import Team
import Testing
import Web

@Suite struct `The pages of lessons` {
    private let server: Server
    private var ada: Visitor

    init() throws {
        server = try Server()
        ada = try server.somebody("ada", [.learner], by: server.administrator())
    }

    private var position: String {
        ada.page.firstMatch(of: /name="at" value="(\d+)"/).map { String($0.1) } ?? ""
    }

    private mutating func act(_ what: String, _ text: String = "") {
        ada.post("/lessons/lesson/now", ["do": what, "at": position, "text": text])
    }

    @Test mutating func `lead from words through examples to practice`() throws {
        ada.get("/training")
        #expect(ada.page.contains("/lessons/lesson") && ada.page.contains("2 short lessons"))
        ada.get("/lessons/lesson/now")
        #expect(ada.status == 303 && ada.answer.field("location") == "/lessons/lesson")
        ada.get("/lessons/lesson")
        #expect(ada.page.contains("Begin: First"))
        ada.post("/lessons/lesson", ["lesson": "first"])
        #expect(ada.answer.field("location") == "/lessons/lesson/now")
        ada.get("/lessons/lesson/now")
        #expect(ada.page.contains("<p>Words.</p>") && ada.page.contains("stage 1 of"))
        act("on")
        #expect(ada.page.contains("An example, worked out") && ada.page.contains("So the claim is"))
        act("on")
        #expect(ada.page.contains("Now you, from beginning to end") && ada.page.contains("How many minutes count?"))
        #expect(!ada.page.contains("So the claim is"))
        act("answer", "many")
        #expect(ada.page.contains("expected minutes") && ada.page.contains(#"value="many""#))
        act("answer", "1")
        #expect(ada.page.contains("Not right.") && ada.page.contains("It is "))
        act("practice")
        #expect(ada.page.contains("Practice: 0 of 2 right."))
        act("hint")
        #expect(ada.page.contains(#"aria-label="Hints""#))
        act("answer", "99602 x9")
        #expect(ada.page.contains("<h3>Why</h3>") && ada.page.contains("The key is"))
        #expect(!ada.page.contains(#"id="answering""#) && ada.page.contains("Go on</a>"))
        ada.get("/lessons/lesson/now")
        act("skip")
        #expect(ada.page.contains("Skipped."))
        ada.get("/lessons/lesson")
        #expect(ada.page.contains("Go on: First"))
    }

    @Test mutating func `end with the lesson that comes next`() throws {
        ada.post("/lessons/lesson", ["lesson": "second"])
        ada.get("/lessons/lesson/now")
        act("on")
        #expect(ada.page.contains("Done, and mastered.") && ada.page.contains("Next: First"))
        act("nonsense")
        #expect(ada.status == 422)
        ada.post("/lessons/lesson", ["lesson": "third"])
        #expect(ada.status == 404)
        ada.get("/lessons/nowhere")
        #expect(ada.status == 404)
    }
}
#endif
