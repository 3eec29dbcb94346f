import Content
import Quiz
import Scoring
import Testing

@Suite struct `A session` {
    private func session() throws -> TrainingSession {
        TrainingSession(items: [
            try claimItem("iv-antibiotics", under: "cpt-midpoint"),
            try claimItem("ra-biologic", under: "started-hour"),
            try circumstanceItem("office-visit", under: "full-hour"),
        ])
    }

    @Test func `goes from item to item, answered or skipped`() throws {
        var session = try session()
        #expect(session.place == 0 && session.previous == nil)
        let first = try #require(try session.answer("99601"))
        #expect(first.isRight)
        #expect(session.previous?.id == session.items[0].id)
        session.skip()
        #expect(session.item?.id == session.items[2].id)
        _ = try session.answer("no 2")
        #expect(session.item == nil)
        #expect(try session.answer("99601") == nil)
        session.skip()
        #expect(session.outcomes.map(\.isRight) == [true, false, true])
        #expect(session.outcomes.map(\.isSkipped) == [false, true, false])
        #expect(session.outcomes.map(\.answer) == ["99601", nil, "no 2"])
    }

    @Test func `stays where an answer cannot be read`() throws {
        var session = try session()
        #expect(throws: UnreadableAnswer.self) { try session.answer("9960l") }
        #expect(session.place == 0 && session.outcomes.isEmpty)
    }

    @Test func `hints are given one by one, and count for their item alone`() throws {
        var session = try session()
        let hints = session.items[0].hints
        #expect(!hints.isEmpty)
        for hint in hints { #expect(session.hint() == hint) }
        #expect(session.hint() == nil)
        _ = try session.answer("99601")
        _ = try session.answer("99601, 99602")
        #expect(session.outcomes.map(\.hints) == [hints.count, 0])
        #expect(session.summary.withHints == 1)
    }

    @Test func `sums up what was asked, right, hinted at and skipped`() throws {
        var session = try session()
        #expect(session.summary.asked == 0 && session.summary.skills.isEmpty)
        _ = session.hint()
        _ = try session.answer("99601, 99602")
        session.skip()
        _ = try session.answer("no 2")
        let summary = session.summary
        #expect(summary.asked == 3 && summary.right == 1 && summary.skipped == 1)
        // The hint did not help, so it is no right answer with a hint.
        #expect(summary.withHints == 0)
    }

    @Test func `puts the weakest skill first`() throws {
        var session = try session()
        _ = try session.answer("99601, 99602")
        _ = try session.answer("99601, 99602")
        _ = try session.answer("no 2")
        let skills = session.summary.skills
        #expect(skills.first?.skill == .part)
        #expect(skills.first?.asked == 1 && skills.first?.right == 0)
        let shares = skills.map { Double($0.right) / Double($0.asked) }
        #expect(shares == shares.sorted())
        #expect(skills.contains { $0.skill == .firstCode && $0.asked == 2 && $0.right == 1 })
    }

    @Test func `suspects the belief met most often`() throws {
        var session = TrainingSession(items: [
            try claimItem("ra-biologic", under: "started-hour"),
            try claimItem("iv-antibiotics", under: "cpt-midpoint"),
            try claimItem("one-minute-over", under: "cpt-midpoint"),
        ])
        _ = try session.answer("99602")
        _ = try session.answer("99601, 99602")
        _ = try session.answer("99601, 99602")
        let suspected = session.summary.suspected
        #expect(suspected.map(\.belief.text) == ["always-rounds-up", "add-on-alone"])
        #expect(suspected.map(\.count) == [2, 1])
    }
}
