import Content
import Quiz
import Scoring
import Testing

@Suite struct `A session` {
    /// Three items, each asked when the one before is closed.
    private func items() throws -> [Item] {
        [
            try claimItem("iv-antibiotics", under: "cpt-midpoint"),
            try claimItem("ra-biologic", under: "started-hour"),
            try circumstanceItem("office-visit", under: "full-hour"),
        ]
    }

    /// A session in which the items were asked and answered; an answer of nil skips.
    private func session(_ items: [Item], answers: [String?]) throws -> TrainingSession {
        var session = TrainingSession(goal: items.count)
        for (item, answer) in zip(items, answers) {
            session.ask(item)
            if let answer { _ = try session.answer(answer) } else { _ = session.skip() }
        }
        return session
    }

    @Test func `asks, and takes an answer or none`() throws {
        let items = try items()
        var session = TrainingSession(goal: 3)
        #expect(session.open == nil && session.items.isEmpty && !session.isComplete)
        session.ask(items[0], because: "New to you.")
        #expect(session.open?.item.id == items[0].id && session.open?.reason == "New to you.")
        let first = try #require(try session.answer("99601"))
        #expect(first.isRight && session.open == nil)
        session.ask(items[1])
        #expect(session.open?.reason == nil)
        #expect(session.skip()?.isSkipped == true)
        session.ask(items[2])
        #expect(!session.isComplete)
        _ = try session.answer("no 2")
        #expect(session.isComplete)
        #expect(try session.answer("99601") == nil)
        #expect(session.skip() == nil && session.hint() == nil)
        #expect(session.outcomes.map(\.isRight) == [true, false, true])
        #expect(session.outcomes.map(\.isSkipped) == [false, true, false])
        #expect(session.outcomes.map(\.answer) == ["99601", nil, "no 2"])
        #expect(session.items.map(\.item.id) == items.map(\.id))
    }

    @Test func `asks another item in the place of the open one`() throws {
        let items = try items()
        var session = try session([items[0]], answers: ["99601"])
        session.ask(items[1])
        _ = session.hint()
        session.ask(items[2])
        #expect(session.items.map(\.item.id) == [items[0].id, items[2].id])
        #expect(try session.answer("no 2")?.hints == 0)
        #expect(session.outcomes.map(\.item.id) == [items[0].id, items[2].id])
    }

    @Test func `stays where an answer cannot be read`() throws {
        var session = TrainingSession(goal: 1)
        let item = try claimItem("iv-antibiotics", under: "cpt-midpoint")
        session.ask(item)
        #expect(throws: UnreadableAnswer.self) { try session.answer("9960l") }
        #expect(session.open?.item.id == item.id && session.outcomes.isEmpty)
    }

    @Test func `hints are given one by one, and count for their item alone`() throws {
        let items = try items()
        var session = TrainingSession(goal: 2)
        session.ask(items[0])
        #expect(!items[0].hints.isEmpty)
        for hint in items[0].hints { #expect(session.hint() == hint) }
        #expect(session.hint() == nil)
        _ = try session.answer("99601")
        session.ask(items[1])
        _ = try session.answer("99601, 99602")
        #expect(session.outcomes.map(\.hints) == [items[0].hints.count, 0])
        #expect(session.summary.withHints == 1)
    }

    @Test func `takes the last answer back, and its item is open again as after every hint`() throws {
        let items = try items()
        var session = TrainingSession(goal: 3)
        session.ask(items[0])
        _ = session.hint()
        _ = try session.answer("99601, 99602")
        session.ask(items[1], because: "You asked for it.")
        let last = session.undo()
        let undone = try #require(last)
        #expect(undone.item.id == items[0].id && undone.answer == "99601, 99602" && undone.hints == 1)
        #expect(session.outcomes.isEmpty && session.items.count == 1)
        #expect(session.open?.item.id == items[0].id)
        #expect(session.hint() == nil, "the key was shown")
        let again = try #require(try session.answer("99601"))
        #expect(again.isRight && again.hints == items[0].hints.count)
        #expect(session.summary.asked == 1 && session.summary.right == 1 && session.summary.withHints == 1)
    }

    @Test func `takes back answer after answer, skipped ones too, until none is left`() throws {
        let items = try items()
        var session = try session(items, answers: ["99601", nil, "no 2"])
        #expect(session.isComplete)
        for item in items.reversed() {
            #expect(session.undo()?.item.id == item.id)
            #expect(session.open?.item.id == item.id && !session.isComplete)
        }
        #expect(session.undo() == nil)
        #expect(session.open?.item.id == items[0].id && session.outcomes.isEmpty)
    }

    @Test func `has nothing to take back before the first answer`() throws {
        var session = TrainingSession(goal: 1)
        #expect(session.undo() == nil)
        session.ask(try claimItem("iv-antibiotics", under: "cpt-midpoint"))
        #expect(session.undo() == nil)
        #expect(session.open != nil)
    }

    @Test func `sums up what was asked, right, hinted at and skipped`() throws {
        let items = try items()
        var session = TrainingSession(goal: 3)
        #expect(session.summary.asked == 0 && session.summary.skills.isEmpty)
        session.ask(items[0])
        _ = session.hint()
        _ = try session.answer("99601, 99602")
        session.ask(items[1])
        _ = session.skip()
        session.ask(items[2])
        _ = try session.answer("no 2")
        let summary = session.summary
        #expect(summary.asked == 3 && summary.right == 1 && summary.skipped == 1)
        // The hint did not help, so it is no right answer with a hint.
        #expect(summary.withHints == 0)
    }

    @Test func `puts the weakest skill first`() throws {
        let skills = try session(items(), answers: ["99601, 99602", "99601, 99602", "no 2"]).summary.skills
        #expect(skills.first?.skill == .part)
        #expect(skills.first?.asked == 1 && skills.first?.right == 0)
        let shares = skills.map { Double($0.right) / Double($0.asked) }
        #expect(shares == shares.sorted())
        #expect(skills.contains { $0.skill == .firstCode && $0.asked == 2 && $0.right == 1 })
    }

    @Test func `suspects the belief met most often`() throws {
        let items = [
            try claimItem("ra-biologic", under: "started-hour"),
            try claimItem("iv-antibiotics", under: "cpt-midpoint"),
            try claimItem("one-minute-over", under: "cpt-midpoint"),
        ]
        let suspected = try session(items, answers: ["99602", "99601, 99602", "99601, 99602"]).summary.suspected
        #expect(suspected.map(\.belief.text) == ["always-rounds-up", "add-on-alone"])
        #expect(suspected.map(\.count) == [2, 1])
    }
}
