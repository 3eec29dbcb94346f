import BundledPacks
import Content
import Scoring
import Testing

@testable import Quiz

@Suite struct `Readiness for an exam` {
    private let pack: Pack
    private let space: BeliefSpace
    private let estimate: ReadinessEstimate
    private let quiz: Blueprint

    init() throws {
        pack = try bundledPack("critical-care")
        quiz = try #require(pack.blueprint("quiz"))
        space = BeliefSpace(of: pack)
        estimate = try ReadinessEstimate(of: quiz, in: pack, space: space)
    }

    /// Somebody who gave so many answers to each skill, a share of them right.
    private func learner(_ answers: Int, right: Double) -> LearnerProgress {
        var model = LearnerModel(in: space)
        for _ in 0..<answers { model.note(skills: Set(Skill.allCases), fraction: right, hints: 0, at: 0) }
        return LearnerProgress(model: model)
    }

    @Test func `is a probability with an interval that holds it, the same for the same learner`() {
        for learner in [learner(0, right: 0), learner(5, right: 0.5), learner(40, right: 1)] {
            let readiness = estimate.readiness(of: learner, on: 0)
            #expect((0...1).contains(readiness.probability) && (0...1).contains(readiness.expected))
            #expect(readiness.interval.lowerBound <= readiness.interval.upperBound)
            #expect(estimate.readiness(of: learner, on: 0) == readiness)
        }
    }

    @Test func `grows with what is known, and is less sure where little is`() {
        let shares = [0.1, 0.5, 0.7, 0.9, 1].map { estimate.readiness(of: learner(40, right: $0), on: 0).probability }
        #expect(shares == shares.sorted() && shares[0] < 0.05 && shares[4] > 0.6, "\(shares)")
        let few = estimate.readiness(of: learner(2, right: 1), on: 0).interval
        let many = estimate.readiness(of: learner(60, right: 1), on: 0).interval
        #expect(few.upperBound - few.lowerBound > many.upperBound - many.lowerBound)
    }

    @Test func `is less for whoever holds a wrong belief`() throws {
        let sound = learner(40, right: 1)
        let held = space.hypotheses.map { $0.beliefs.count == 1 ? 0.0 : -30.0 }
        let kept = Dictionary(uniqueKeysWithValues: zip(space.hypotheses.map(\.text), held))
        let misled = LearnerProgress(
            model: LearnerModel(
                mastery: sound.model.mastery, beliefs: BeliefPosterior(in: space, kept: kept), cures: [:]))
        let right = estimate.readiness(of: sound, on: 0)
        #expect(estimate.readiness(of: misled, on: 0).expected < right.expected - 0.01)
    }

    @Test func `takes it for as likely as not that what was never met is known`() {
        let nobody = estimate.readiness(of: learner(0, right: 0), on: 0)
        #expect(nobody.probability < 0.5 && nobody.interval.lowerBound == 0, "\(nobody)")
        #expect(nobody.unmet.contains(.firstCode) && nobody.unmet.contains(.term))
        var model = LearnerModel(in: space)
        for _ in 0..<20 { model.note(skills: [.firstCode], fraction: 1, hints: 0, at: 0) }
        let taughtOne = estimate.readiness(of: LearnerProgress(model: model), on: 0)
        #expect(taughtOne.probability < 0.55 && taughtOne.unmet == nobody.unmet.filter { $0 != .firstCode })
        let taughtAll = estimate.readiness(of: learner(20, right: 1), on: 0)
        #expect(taughtAll.probability > 0.6 && taughtAll.unmet.isEmpty, "\(taughtAll)")
    }

    @Test func `says what is lost by`() {
        var model = LearnerModel(in: space)
        for skill in Skill.allCases {
            for _ in 0..<20 { model.note(skills: [skill], fraction: skill == .circumstance ? 0 : 1, hints: 0, at: 0) }
        }
        let losses = estimate.readiness(of: LearnerProgress(model: model), on: 0).losses
        #expect(losses.map(\.share) == losses.map(\.share).sorted(by: >))
        #expect(losses.first?.skill == .circumstance, "\(losses)")
    }

    @Test(arguments: [
        (70, [1.0, 1, 1, 1, 1, 1, 1, 0, 0, 0], 0.0, 1.0), (70, [1, 1, 1, 1, 1, 1, 0, 0, 0, 0], 0, 0),
        (50, [0.5, 0.5], 0, 0.75), (75, [0.5, 0.5], 0, 0.25), (100, [], 0, 1),
        // Half right answers count by half.
        (75, [0.5, 0.5], 0.5, 0.75), (70, [1, 1, 1, 1, 1, 0, 0, 0, 0, 0], 0.4, 1),
    ])
    func `adds up the chances of so much of the worth`(
        percent: Int, chances: [Double], otherwise: Double, expected: Double
    ) {
        let outcomes = chances.map { ReadinessEstimate.Outcome(chance: $0, otherwise: otherwise) }
        #expect(abs(ReadinessEstimate.chance(of: percent, outcomes) - expected) < 1e-9)
    }

    // MARK: - Plans

    private func plan(_ learner: LearnerProgress, _ time: StudyPlan.Time, done: [LessonEvent] = []) -> StudyPlan {
        StudyPlan(
            for: estimate.readiness(of: learner, on: 0), learner, CourseProgress(done), in: pack, pace: Pace(), on: 0,
            time)
    }

    @Test func `a plan has the lessons that are not mastered, and practice until skills are`() throws {
        let beginner = plan(learner(0, right: 0), .aDay(25))
        let teaching = pack.lessons.filter { !$0.teaches.isEmpty }.map(\.id)
        #expect(!beginner.lessons.isEmpty && Set(beginner.lessons.map(\.id)).isSubset(of: teaching))
        #expect(beginner.items > 20 && beginner.days > 2 && beginner.minutesADay == 25)
        #expect(beginner.days * 25 >= beginner.minutes && (beginner.days - 1) * 25 < beginner.minutes)
        let first = try #require(beginner.lessons.first)
        let begun = plan(learner(0, right: 0), .aDay(25), done: [LessonEvent(.ended(isMastered: true), of: first.id)])
        #expect(begun.lessons.count == beginner.lessons.count - 1 && begun.minutes < beginner.minutes)
        #expect(plan(learner(40, right: 1), .aDay(25)).items == 0)
    }

    @Test func `a plan to a date takes as many minutes a day as it needs`() {
        let within = plan(learner(0, right: 0), .within(days: 12))
        #expect(within.days == 12 && within.minutesADay * 12 >= within.minutes)
        #expect(plan(learner(0, right: 0), .within(days: 2)).minutesADay > within.minutesADay)
        #expect(plan(learner(0, right: 0), .within(days: -3)).days == 1)
        #expect(plan(learner(0, right: 0), .aDay(1)).days <= 365)
    }
}
