package import Content
package import Machine
package import Quiz
import Scoring

/// Where a learner stands, by all that is kept: for readiness and plans.
package struct Standing: Sendable {
    /// Mastery, beliefs and reviews.
    package let progress: LearnerProgress
    /// Lessons.
    package let lessons: CourseProgress
    /// How fast items were answered of late.
    package let pace: Pace
    /// Today, in days since 1970 where the learner is.
    package let day: Int

    /// What awaits the learner in an exam.
    package func outlook(
        on blueprint: Blueprint, _ estimate: ReadinessEstimate, in pack: Pack, _ time: StudyPlan.Time
    ) -> Outlook {
        let readiness = estimate.readiness(of: progress, on: day)
        let plan = StudyPlan(for: readiness, progress, lessons, in: pack, pace: pace, on: day, time)
        return Outlook(blueprint: blueprint, readiness: readiness, plan: plan)
    }
}

extension LearnerStore {
    /// Where a learner stands; at the beginning where nothing is kept of the name.
    ///
    /// - Throws: `RecordsError` where it cannot be read.
    package func standing(
        of name: String, in pack: Pack, at time: any TimeSource
    ) throws(RecordsError) -> Standing {
        let day = time.today.ordinal
        guard let learner = try knownLearner(named: name) else {
            let beginner = LearnerProgress(model: LearnerModel(in: BeliefSpace(of: pack)))
            return Standing(progress: beginner, lessons: CourseProgress(), pace: Pace(), day: day)
        }
        let state = try currentState(of: learner.id, in: pack, zone: time.zone)
        let events = try lessonNotes(of: learner.id, in: pack.id.text).courseEvents
        let pace = Pace(of: try tellingAnswers(of: learner.id, in: pack))
        return Standing(
            progress: LearnerProgress(state, of: pack, in: time.zone), lessons: CourseProgress(events), pace: pace,
            day: day)
    }

    /// What tells how fast and how sure a learner is of late.
    ///
    /// - Parameters:
    ///   - learner: Whose answers they are.
    ///   - pack: That they were given in.
    ///   - more: How many answers to look at beyond those that suffice.
    /// - Returns: The learner's last answers that stand, as far as they are of the pack.
    /// - Throws: `RecordsError` where they cannot be read.
    func tellingAnswers(
        of learner: Records.Learner.ID, in pack: Pack, andLookingAt more: Int = 0
    ) throws(RecordsError) -> [Records.RecordedAnswer] {
        try lastAnswers(200 + more, of: learner).filter { $0.pack == pack.id.text && $0.undone == nil }
    }
}

extension Pace {
    /// How fast answers were given; those skipped do not count.
    init(of answers: [Records.RecordedAnswer]) {
        self.init()
        for kept in answers where kept.answer.verdict != .skipped { add(kept.answer.responseMilliseconds) }
    }
}
