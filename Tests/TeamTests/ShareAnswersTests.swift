import DatabaseServer
import Learning
import Machine
import Quiz
import SampleHouse
import Scoring
import Team
import Testing

@Suite struct `Answers given elsewhere` {
    /// A house with somebody who has answered so many items in the browser.
    private func house(_ kind: DatabaseKind, answering count: Int) throws -> (House, Actor) {
        let house = try House(kind)
        let ada = try house.somebody("ada", [.learner], by: house.administrator())
        for _ in 0..<count {
            let item = try #require(try house.training.view("lesson", for: ada).item)
            house.time.pass(milliseconds: 10_000)
            _ = try house.training.take(.answer(item.key), about: item.id.description, in: "lesson", by: ada)
            _ = try house.training.take(.next, about: item.id.description, in: "lesson", by: ada)
        }
        return (house, ada)
    }

    private func told(_ house: House, _ actor: Actor) throws -> [SharedAnswer] {
        try house.training.answers(after: 0, atMost: 1_000, of: actor)
    }

    @Test(arguments: DatabaseKind.allCases) func `count once, are judged here, and lead on`(kind: DatabaseKind) throws {
        let (there, ada) = try house(.sqlite, answering: 3)
        let (here, eve) = try house(kind, answering: 0)
        var answers = try told(there, ada)
        #expect(answers.count == 3 && answers.map(\.number) == answers.map(\.number).sorted { ($0 ?? 0) < ($1 ?? 0) })
        answers[1].text = nil
        let taken = try here.training.take(answers, of: eve)
        #expect(taken.new == 3 && taken.known == 0 && taken.leftOut == 0)
        #expect(try here.training.take(answers + answers, of: eve).known == 6)
        let kept = try told(here, eve)
        #expect(kept.map(\.item) == answers.map(\.item) && kept.map(\.at) == answers.map(\.at))
        let report = try here.training.progress(in: "lesson", of: eve)
        #expect(report.days.reduce(0) { $0 + $1.answers } == 2, "one was skipped")
        // A session that was open goes on by all of them.
        let item = try #require(try here.training.view("lesson", for: eve).item)
        _ = try here.training.take(.answer(item.key), about: item.id.description, in: "lesson", by: eve)
        #expect(try told(here, eve).count == 4)
    }

    @Test func `that are taken back there are taken back here`() throws {
        let (there, ada) = try house(.sqlite, answering: 2)
        let (here, eve) = try house(.sqlite, answering: 0)
        var answers = try told(there, ada)
        _ = try here.training.take(answers, of: eve)
        answers[0].undone = answers[0].at + 5
        _ = try here.training.take(answers, of: eve)
        #expect(try told(here, eve).map(\.undone) == [answers[0].at + 5, nil])
        // What was taken back stays so, whatever an older message says.
        answers[0].undone = nil
        _ = try here.training.take(answers, of: eve)
        #expect(try told(here, eve)[0].undone != nil)
        #expect(try here.training.progress(in: "lesson", of: eve).days.reduce(0) { $0 + $1.answers } == 1)
    }

    @Test func `of items that nobody makes here, or that make no sense, change nothing`() throws {
        let (there, ada) = try house(.sqlite, answering: 1)
        let (here, eve) = try house(.sqlite, answering: 0)
        let good = try #require(try told(there, ada).first)
        var strange = Array(repeating: good, count: 4)
        strange[0].item = "nowhere/claim/x/y@00000000"
        strange[1].item = String(good.item.dropLast(8)) + "00000000"
        strange[2].text = "no answer at all 7"
        strange[3].position = -1
        let taken = try here.training.take(strange, of: eve)
        #expect(taken.leftOut == 4 && taken.new == 0)
        #expect(try told(here, eve).isEmpty)
        var later = good
        later.at = here.time.now.adding(milliseconds: 2 * 86_400_000).milliseconds
        #expect { try here.training.take([later], of: eve) } throws: { isOf(.invalid, $0) }
    }

    @Test func `are nobody else's`() throws {
        let (house, _) = try house(.sqlite, answering: 2)
        let root = try #require(try house.accounts.store.people().first { $0.name == "Root" })
        let entered = try house.accounts.signIn(root.address.text, House.password, from: "a").actor
        #expect(try told(house, entered).isEmpty)
        let proctor = try house.somebody("p", [.proctor], by: entered)
        #expect { try told(house, proctor) } throws: { isOf(.forbidden, $0) }
        #expect { try house.training.take([], of: proctor) } throws: { isOf(.forbidden, $0) }
    }
}
