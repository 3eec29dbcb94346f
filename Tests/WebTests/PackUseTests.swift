#if Server
import Content
import Examining
import Learning
import Quiz
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing
import Web

@Suite struct `A version of a pack that comes into use` {
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

    /// Puts the lesson up and takes it into use; the hash of its files.
    private mutating func use(
        _ edits: [SentLesson.Edit], and others: [(name: String, text: String)] = []
    ) throws -> String {
        ada.upload("/packs", [("file", "lesson.zip", try SentLesson.archive(edits, and: others))])
        let id = String(
            try #require((ada.page + (ada.answer.field("location") ?? "")).firstMatch(of: /[0-9a-f]{64}/)).0)
        bob.post("/packs/\(id)/review")
        bob.post("/packs/\(id)/use")
        #expect(bob.status == 303, "\(bob.page)")
        return id
    }

    @Test mutating func `is trained in from then on, on every node, by sessions that were begun before, too`() throws {
        let training = server.house.training
        let actor = try server.house.accounts.actor(for: ada.token)
        let other: SentLesson.Edit = ("scenarios.yaml", "An infusion at home fills", "An infusion fills")
        for edits in [[], [SentLesson.edit, other]] {
            let id = try use(edits)
            for house in [server.house, try server.house.otherNode()] {
                let pack = try #require(house.desk.packs["lesson"])
                #expect(pack.sha256 == id)
                let view = try house.training.view("lesson", for: actor)
                let item = try #require(view.item)
                #expect(Payers(of: pack.pack).item(item.id)?.stem == item.stem)
                let answered = try house.training.take(
                    .answer(item.key), about: item.id.description, in: "lesson", by: actor)
                #expect(answered.entry?.outcome.feedback?.verdict == .correct)
                _ = try house.training.take(.next, about: item.id.description, in: "lesson", by: actor)
            }
        }
        #expect(try training.progress(in: "lesson", of: actor).days.reduce(0) { $0 + $1.answers } == 4)
    }

    @Test mutating func `teaches its own lessons`() throws {
        func lessons(_ words: String) -> [(name: String, text: String)] {
            [
                (
                    "lessons.yaml",
                    "lessons:\n  - { id: only, title: \(words), steps: [ { page: [\(words) words.], source: guide } ] }\n"
                )
            ]
        }
        for words in ["Old", "New"] {
            _ = try use([], and: lessons(words))
            ada.get("/lessons/lesson")
            #expect(ada.status == 200 && ada.page.contains(words), "\(ada.page)")
            ada.post("/lessons/lesson", ["lesson": "only"])
            ada.get("/lessons/lesson/now")
            #expect(ada.page.contains("\(words) words."), "\(ada.page)")
        }
    }

    @Test mutating func `is what an attempt is of that begins then, whatever forms were made ahead`() throws {
        let secret: SentLesson.Edit = (
            "scenarios.yaml", "  - id: in-the-office", "  - id: in-the-office\n    exams-only: true"
        )
        var lead = try server.somebody("lead", [.lead], by: root)
        var eve = try server.somebody("eve", [.candidate], by: root)
        let actor = try server.house.accounts.actor(for: eve.token)
        lead.post("/assign", ["exam": "lesson/final", "person": actor.person.id.text])
        #expect(server.house.desk.makeFormsAhead() == 1)
        let id = try use([SentLesson.edit, secret])
        eve.post("/exams/lesson/final", ["agree": "yes"])
        let name = String(try #require(eve.answer.field("location")?.split(separator: "/").last))
        let attempt = try server.house.desk.attempt(name, of: actor)
        #expect(attempt.form.packSHA256 == id)
        // What is kept for exams is asked there, and nowhere else.
        #expect(attempt.items.contains { $0.stem.joined().contains("the doctor's office") })
        #expect(server.house.desk.packs["lesson"]?.pack.scenarios.contains { $0.id == "in-the-office" } == false)
    }

    @Test mutating func `leaves attempts of before in the report, closed by what they were begun with`() throws {
        var lead = try server.somebody("lead", [.lead], by: root)
        var eve = try server.somebody("eve", [.candidate], by: root)
        let actor = try server.house.accounts.actor(for: eve.token)
        _ = try use([SentLesson.edit])
        lead.post("/assign", ["exam": "lesson/final", "person": actor.person.id.text])
        eve.post("/exams/lesson/final", ["agree": "yes"])
        let sitting = try #require(eve.answer.field("location"))
        eve.post("\(sitting)/items/1", ["text": "99601 x1", "times": "0"])
        _ = try use([SentLesson.edit, ("scenarios.yaml", "An infusion at home fills", "An infusion fills")])
        server.house.pass(minutes: 40)
        lead.get("/reports/lesson/final")
        #expect(lead.status == 200, "\(lead.page)")
        lead.get("/reports/lesson/final/results.csv")
        #expect(lead.page.contains("eve"), "\(lead.page)")
        eve.get("\(sitting)/result")
        #expect(eve.status == 200)
    }

    @Test mutating func `has every exam that is assigned`() throws {
        var lead = try server.somebody("lead", [.lead], by: root)
        let eve = try server.somebody("eve", [.candidate], by: root)
        let person = try server.house.accounts.actor(for: eve.token).person.id.text
        lead.post(
            "/assign", ["exam": "lesson/drill", "person": person, "closes": "2026-03-04T09:00"])
        #expect(lead.page.contains("can sit it now"), "\(lead.page)")
        let edit: SentLesson.Edit = ("blueprints.yaml", "id: drill", "id: other")
        ada.upload("/packs", [("file", "lesson.zip", try SentLesson.archive([edit]))])
        let version = try #require(try server.house.database.people.packVersions().first)
        bob.post("/packs/\(version.id)/review")
        bob.post("/packs/\(version.id)/use")
        #expect(bob.status == 422 && bob.page.contains("The exam drill is assigned, and this version has none"))
        #expect(server.house.desk.packs["lesson"]?.sha256 != version.id)
        // Once nobody can begin it any more, nothing stands in the way.
        bob.post("/packs/\(version.id)/use", ["from": "2026-03-05"])
        #expect(bob.status == 303, "\(bob.page)")
    }

    @Test mutating func `has beside each item what learners say and exams show, and no names`() throws {
        let id = try use([SentLesson.edit])
        var lead = try server.somebody("lead", [.lead], by: root)
        var quentin = try server.somebody("quentin", [.candidate], by: root)
        let actor = try server.house.accounts.actor(for: quentin.token)
        let item = try #require(try server.house.training.view("lesson", for: actor).item)
        _ = try server.house.training.take(
            .flag("<b>Which</b> hour?"), about: item.id.description, in: "lesson", by: actor)
        lead.post("/assign", ["exam": "lesson/final", "person": actor.person.id.text])
        quentin.post("/exams/lesson/final", ["agree": "yes"])
        let sitting = try #require(quentin.answer.field("location"))
        let items = try server.house.desk.attempt(String(sitting.split(separator: "/")[1]), of: actor).items
        let place = try #require(items.firstIndex { $0.id.description.contains("/four-hours/") })
        quentin.post("\(sitting)/items/\(place + 1)", ["text": items[place].key, "times": "0"])
        quentin.post("\(sitting)/hand-in", ["sure": "yes"])
        ada.get("/packs/\(id)")
        #expect(ada.page.contains("1 flag"), "\(ada.page)")
        #expect(ada.page.contains("The lesson, final: 1 answer, 100.0 % right"), "\(ada.page)")
        #expect(ada.page.contains("The lesson, final: 1 answer, 0.0 % right"))
        ada.get("/packs/\(id)/items/\(item.id.family.description.replacing(" ", with: "/"))")
        #expect(ada.page.contains("&lt;b&gt;Which&lt;/b&gt; hour?") && !ada.page.contains("quentin"), "\(ada.page)")
        ada.get("/packs/\(id)/items/scenario/four-hours")
        #expect(ada.page.contains("What exams show") && ada.page.contains("<td>1</td>"), "\(ada.page)")
    }
}
#endif
