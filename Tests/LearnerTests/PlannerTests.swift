import BundledPacks
import Content
import Scoring
import Testing

@testable import Quiz

@Suite struct `The planner` {
    let pack: Pack
    let learner: LearnerModel

    init() throws {
        pack = try visitPack()
        learner = LearnerModel(in: try bundledBeliefs())
    }

    /// What is planned for a learner of whom nothing new becomes known.
    private func plan(
        _ count: Int, seed: UInt64 = 1, reviews: [ScheduledReview] = [], seen: Set<String> = [],
        _ wish: (inout PracticeRequest) -> Void = { _ in }
    ) -> [PlannedItem] {
        var request = PracticeRequest()
        request.count = count
        wish(&request)
        var planner = Planner(of: pack, for: request, in: learner.beliefs.space, seed: seed)
        var planned: [PlannedItem] = []
        while let next = planner.next(for: learner, reviews: reviews, at: 1_000_000, seen: seen.intersection) {
            planned.append(next)
        }
        return planned
    }

    private func review(_ entry: Item, due: Moment, lastSeen: Moment? = 0) -> ScheduledReview {
        ScheduledReview(item: entry.id.description, due: due, lastSeen: lastSeen)
    }

    @Test func `plans the same for the same seed`() {
        let plans = [5, 5, 6].map { plan(12, seed: $0) }
        #expect(plans[0].map(\.item.id) == plans[1].map(\.item.id))
        #expect(plans[0].map(\.reason) == plans[1].map(\.reason))
        #expect(plans[0].map(\.item.id) != plans[2].map(\.item.id))
    }

    @Test func `asks nothing twice, nor what was asked in an earlier session`() {
        var seen: Set<String> = []
        for session in 0..<4 as Range<UInt64> {
            let identities = plan(25, seed: session, seen: seen).map(\.item.id.description)
            #expect(identities.count == 25)
            #expect(Set(identities).count == 25 && seen.isDisjoint(with: identities))
            seen.formUnion(identities)
        }
    }

    @Test func `asks old visits again where all were asked`() throws {
        var pack = pack
        pack.templates = []
        pack.scenarios.removeLast(pack.scenarios.count - 1)
        var request = PracticeRequest()
        request.count = 12
        request.kinds = [.claim]
        var planner = Planner(of: pack, for: request, in: learner.beliefs.space, seed: 1)
        var asked: [String] = []
        while let next = planner.next(for: learner, at: 0, seen: { _ in [] }) {
            asked.append(next.item.id.description)
        }
        #expect(asked.count == 12)
        #expect(Set(asked.prefix(pack.policies.count)).count == pack.policies.count)
    }

    @Test func `puts due reviews first, the one due longest before the others`() {
        let entries = pack.termItems.prefix(4)
        let due = [
            review(entries[0], due: 900_000), review(entries[1], due: 20, lastSeen: 10), review(entries[2], due: 500),
        ]
        let planned = plan(8, reviews: due + [review(entries[3], due: 1_000_001)])
        let reviewed = planned.filter { $0.item.kind == .term }.map(\.item.id)
        #expect(Array(reviewed.prefix(3)) == [entries[1].id, entries[2].id, entries[0].id])
        #expect(!reviewed.contains(entries[3].id))
        #expect(planned[1].reason == .due(ago: 999_990))
        #expect(planned.prefix(6).map { $0.item.kind == .term } == [false, true, false, true, false, true])
    }

    @Test func `asks for a term or a fact now and then where none is due`() {
        let kinds = plan(20).map(\.item.kind)
        #expect(kinds.count { $0 == .term } == 4)
    }

    @Test(arguments: 0..<3 as Range<UInt64>)
    func `mixes kinds for a learner who answers`(seed: UInt64) throws {
        var request = PracticeRequest()
        request.count = 40
        var planner = Planner(of: pack, for: request, in: learner.beliefs.space, seed: seed)
        var learner = learner
        var kinds: [ItemKind] = []
        while let next = planner.next(for: learner, at: 0, seen: { _ in [] }) {
            kinds.append(next.item.kind)
            try learner.take(next.item.key, to: next.item)
        }
        #expect(Set(kinds).count >= 6, "\(kinds)")
        for start in 0..<32 {
            for kind in ItemKind.allCases {
                #expect(kinds[start..<start + 8].count { $0 == kind } <= 4, "\(kind) from \(start)")
            }
        }
    }

    @Test(arguments: 0..<5 as Range<UInt64>)
    func `begins with plain sentences, and comes to charts`(seed: UInt64) throws {
        var request = PracticeRequest()
        request.count = 30
        var planner = Planner(of: pack, for: request, in: learner.beliefs.space, seed: seed)
        var learner = learner
        var isCharted: [Bool] = []
        while let next = planner.next(for: learner, at: 0, seen: { _ in [] }) {
            if case .template(_, _, .note) = next.item.id.subject {
                isCharted.append(true)
            } else {
                isCharted.append(false)
            }
            try learner.take(next.item.key, to: next.item)
        }
        #expect(!isCharted.prefix(4).contains(true), "\(isCharted)")
        #expect(isCharted.contains(true))
    }

    @Test func `keeps to what is wished for`() {
        let audits = plan(10) {
            $0.kinds = [.audit]
            $0.policy = "full-hour"
        }
        #expect(audits.count == 10)
        #expect(audits.allSatisfy { $0.item.kind == .audit && $0.item.id.policy == "full-hour" })
        let midnights = plan(6) { $0.skills = [.sameDay] }
        #expect(midnights.count == 6 && midnights.allSatisfy { $0.item.skills.contains(.sameDay) })
        let nothing = plan(6) {
            $0.kinds = [.term]
            $0.skills = [.midnight]
        }
        #expect(nothing.isEmpty)
    }

    @Test func `says in one line why`() {
        for planned in plan(40) {
            let line = planned.reason.description
            #expect(line.hasSuffix(".") && !line.contains("\n") && line.count < 300, "\(line)")
        }
    }

    @Test(
        arguments: [
            (.due(ago: nil), "Due for review."), (.due(ago: 3_700_000), "Due for review: you last saw it 1 hour ago."),
            (.due(ago: 259_200_000), "Due for review: you last saw it 3 days ago."),
            (.due(ago: 5), "Due for review: you last saw it a moment ago."), (.new, "New to you."),
            (.first, "To begin with. What you answer decides what comes next."),
            (
                .tellsApart("a", "b"),
                "Two ideas would explain an answer of yours: that a, or that b. This visit tells which, if either."
            ),
            (
                .tests("a"),
                "An answer of yours would fit the idea that a. This visit shows whether it was only a slip."
            ),
            (.spreads(3), "People answer this one in 3 ways, so your answer says much about what to ask next."),
            (.neverMet(.part, after: nil), "New to you: parts of an hour."),
            (
                .neverMet(.part, after: .furtherCode),
                "New to you: parts of an hour. You know \"add-on units\", which it builds on."
            ),
            (.weak(.part, met: 1, missed: 0), "You have met \"parts of an hour\" once and not missed it yet."),
            (.weak(.cap, met: 2, missed: 2), "You have met \"the payer's limits\" twice and missed it twice."),
        ] as [(Reason, String)])
    func `has a line for each reason`(reason: Reason, line: String) {
        #expect(reason.description == line)
    }

    @Test func `asks what parts the beliefs that are likely`() throws {
        let space = learner.beliefs.space
        var torn: [String: Double] = [:]
        for hypothesis in space.hypotheses { torn[hypothesis.text] = -20 }
        for belief in ["primary-per-hour", "primary-per-two-hours"] { torn[belief] = 0 }
        let missed = Mastery(successes: 0, failures: 1, answers: 1, missed: 1, updated: 0)
        let model = LearnerModel(
            mastery: [.term: missed], beliefs: BeliefPosterior(in: space, kept: torn), cures: [:])
        var request = PracticeRequest()
        request.kinds = [.claim]
        var planner = Planner(of: pack, for: request, in: learner.beliefs.space, seed: 2)
        let next = planner.next(for: model, at: 0, seen: { _ in [] })
        let planned = try #require(next)
        #expect(planned.item.kind == .claim)
        let positions = ["primary-per-hour", "primary-per-two-hours"].compactMap(space.position)
        let answers = try positions.map { try planned.item.answer(of: $0, in: space) }
        #expect(Set(answers).count == 2)
        guard case .tellsApart = planned.reason else { throw Surprise(planned.reason) }
    }

    @Test func `exercises the skill that is weak`() throws {
        let space = learner.beliefs.space
        var sure: [String: Double] = [:]
        for hypothesis in space.hypotheses { sure[hypothesis.text] = hypothesis.beliefs.isEmpty ? 0 : -30 }
        var mastery: [Skill: Mastery] = [:]
        for skill in Skill.allCases {
            let isWeak = skill == .sameDay
            mastery[skill] = Mastery(
                successes: isWeak ? 0 : 19, failures: isWeak ? 10 : 0, answers: 20, missed: isWeak ? 10 : 0, updated: 0)
        }
        let model = LearnerModel(
            mastery: mastery, beliefs: BeliefPosterior(in: space, kept: sure), cures: [:])
        var request = PracticeRequest()
        request.kinds = [.claim]
        var planner = Planner(of: pack, for: request, in: learner.beliefs.space, seed: 4)
        let next = planner.next(for: model, at: 0, seen: { _ in [] })
        let planned = try #require(next)
        #expect(planned.item.skills.contains(.sameDay))
        #expect(planned.reason == .weak(.sameDay, met: 20, missed: 10))
    }

    private struct Surprise: Error {
        let reason: Reason
        init(_ reason: Reason) { self.reason = reason }
    }
}
