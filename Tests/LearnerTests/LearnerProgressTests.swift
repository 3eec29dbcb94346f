import BundledPacks
import Content
import Scoring
import Testing

@testable import Quiz

@Suite struct `A learner's progress` {
    let pack: Pack
    let space: BeliefSpace

    init() throws {
        pack = try visitPack()
        space = try bundledBeliefs()
    }

    private var nothing: LearnerProgress { LearnerProgress(model: LearnerModel(in: space)) }

    /// What became of items of every kind: some right, some wrong, some skipped, some with hints.
    private func outcomes(_ count: Int) throws -> [TrainingSession.Outcome] {
        var request = PracticeRequest()
        request.count = count
        var deck = Deck(of: try bundledPayers(), for: request, seed: 6)
        var outcomes: [TrainingSession.Outcome] = []
        for (number, item) in deck.deal().enumerated() {
            var session = TrainingSession(goal: 1)
            session.ask(item)
            for _ in 0..<number % 3 { _ = session.hint() }
            let answer = number % 2 == 0 ? item.key : Self.wrong[item.kind]
            let outcome = number % 7 == 6 ? session.skip() : try session.answer(answer ?? "99602")
            outcomes.append(try #require(outcome))
        }
        return outcomes
    }

    private static let wrong: [ItemKind: String] = [
        .claim: "99602", .choice: "1", .audit: "pay", .clock: "7", .circumstance: "no 1", .denial: "1, 99602",
        .term: "no idea",
    ]

    /// What is kept of progress between two answers, and read again.
    private func kept(_ progress: LearnerProgress) -> LearnerProgress {
        let beliefs = progress.model.beliefs
        let again = { (mastery: Mastery) in
            Mastery(
                successes: mastery.successes, failures: mastery.failures, answers: mastery.answers,
                missed: mastery.missed, updated: mastery.updated)
        }
        return LearnerProgress(
            model: LearnerModel(
                mastery: progress.model.mastery.mapValues(again), care: progress.model.care.mapValues(again),
                beliefs: BeliefPosterior(in: space, kept: beliefs.kept), cures: progress.model.cures),
            reviews: progress.reviews)
    }

    @Test func `is the same answer by answer as replayed at once`() throws {
        let outcomes = try outcomes(80)
        var replayed = nothing
        var stepwise = nothing
        for (number, outcome) in outcomes.enumerated() {
            replayed.note(outcome, at: Moment(milliseconds: Int64(number)), on: number / 5)
            stepwise.note(outcome, at: Moment(milliseconds: Int64(number)), on: number / 5)
            stepwise = kept(stepwise)
        }
        #expect(stepwise.model == replayed.model)
        #expect(stepwise.reviews == replayed.reviews)
        #expect(Set(outcomes.map(\.item.kind)) == Set(ItemKind.allCases))
    }

    @Test func `lays a wrong answer to the belief that explains it, and not to the skill`() throws {
        let held = try #require(space.position(of: "primary-per-hour"))
        var model = LearnerModel(in: space)
        var request = PracticeRequest()
        request.count = 12
        request.kinds = [.claim]
        var deck = Deck(of: try bundledPayers(), for: request, seed: 3)
        for (place, item) in deck.deal().enumerated() where space.isProbe(item, of: held) {
            let policy = try #require(item.id.policy)
            let rules = try #require(space.believers(under: policy)?[held].rules)
            let answer = try #require(item.answer(under: rules))
            model.note(
                item, answer: answer, feedback: try item.judge(answer), hints: 0,
                at: Moment(milliseconds: Int64(place)))
        }
        let (mastery, care) = (model.mastery(of: .firstCode), model.care(of: .firstCode))
        #expect(mastery.answers > 1 && care.answers == mastery.answers)
        #expect(care.mean > mastery.mean + 0.15, "\(care.mean) \(mastery.mean)")
        // Nothing explains an answer that no belief leads to.
        model = LearnerModel(in: space)
        model.note(skills: [.firstCode], fraction: 0, hints: 0, at: 0)
        #expect(model.care(of: .firstCode) == model.mastery(of: .firstCode))
    }

    @Test func `follows from the item made again by its identity`() throws {
        let payers = try bundledPayers()
        var asked = nothing
        var remade = nothing
        for (number, outcome) in try outcomes(60).enumerated() {
            let item = try #require(payers.item(outcome.item.id), "\(outcome.item.id)")
            let again = TrainingSession.Outcome(
                item: item, answer: outcome.answer, feedback: try outcome.answer.map(item.judge), hints: outcome.hints)
            asked.note(outcome, at: Moment(milliseconds: Int64(number)), on: 3)
            remade.note(again, at: Moment(milliseconds: Int64(number)), on: 3)
        }
        #expect(asked.model == remade.model && asked.reviews == remade.reviews)
    }

    @Test func `counts a skipped item as not known, and learns nothing of beliefs from it`() throws {
        let item = try #require(try visitItems(1, seed: 1, kinds: [.claim]).first)
        var progress = nothing
        progress.note(TrainingSession.Outcome(item: item, answer: nil, feedback: nil, hints: 0), at: 5, on: 1)
        for skill in item.skills { #expect(progress.model.mastery(of: skill).failures == 1) }
        #expect(progress.model.beliefs == nothing.model.beliefs)
    }

    @Test func `gives less for a right answer after hints`() throws {
        let item = try #require(try visitItems(1, seed: 1, kinds: [.claim]).first)
        let worths = try (0...2).map { hints in
            var progress = nothing
            let outcome = TrainingSession.Outcome(
                item: item, answer: item.key, feedback: try item.judge(item.key), hints: hints)
            progress.note(outcome, at: 0, on: 1)
            return progress.model.mastery(of: try #require(item.skills.first)).successes
        }
        for (worth, expected) in zip(worths, [1, 0.7, 0.49]) { #expect(abs(worth - expected) < 1e-12) }
    }

    @Test func `schedules terms alone, and sooner when they were not known`() throws {
        let term = try #require(pack.termItems.first)
        let identity = term.id.description
        var known = nothing
        var unknown = nothing
        known.note(
            TrainingSession.Outcome(item: term, answer: term.key, feedback: try term.judge(term.key), hints: 0),
            at: 0, on: 100)
        unknown.note(TrainingSession.Outcome(item: term, answer: nil, feedback: nil, hints: 0), at: 0, on: 100)
        let (later, sooner) = try (#require(known.reviews[identity]), #require(unknown.reviews[identity]))
        #expect(later.schedule.due > sooner.schedule.due && sooner.schedule.due > 100 && later.count == 1)
        var visits = nothing
        for item in try visitItems(5, seed: 2) {
            visits.note(TrainingSession.Outcome(item: item, answer: nil, feedback: nil, hints: 0), at: 0, on: 100)
        }
        #expect(visits.reviews.isEmpty)
    }

    @Test func `takes an answer to an item that is no more`() throws {
        var progress = nothing
        progress.note(
            lost: "home-infusion/claim/gone/cpt-midpoint@00000000", skills: [.part], fraction: 0.5, hints: 1, at: 9,
            on: 1)
        #expect(abs(progress.model.mastery(of: .part).successes - 0.35) < 1e-12)
        #expect(progress.model.beliefs == nothing.model.beliefs && progress.reviews.isEmpty)
        progress.note(
            lost: "home-infusion/term/gone@00000000", skills: [.term], fraction: 1, hints: 0, at: 9, on: 1)
        #expect(progress.reviews["home-infusion/term/gone@00000000"]?.count == 1)
    }

    @Test func `foretells the reviews of the days to come, overdue ones today`() {
        let reviews = [5, 10, 10, 12, 99].enumerated().map { number, due in
            let schedule = Schedule(memory: Memory(stability: 1, difficulty: 5), reviewed: 1, due: due)
            return ("term \(number)", LearnerProgress.Reviewed(schedule: schedule, count: 1))
        }
        let progress = LearnerProgress(
            model: LearnerModel(in: space), reviews: Dictionary(uniqueKeysWithValues: reviews))
        #expect(progress.forecast(from: 10, days: 4) == [3, 0, 1, 0])
    }
}
