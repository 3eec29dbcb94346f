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
        let events = try lessonNotes(of: learner.id, in: pack.id.text).map { LessonEvent($0) }
        let last = try lastAnswers(Self.pacing, of: learner.id)
        let pace = last.reduce(into: Pace()) { pace, kept in
            guard kept.pack == pack.id.text, kept.undone == nil, kept.answer.verdict != .skipped else { return }
            pace.add(kept.answer.responseMilliseconds)
        }
        return Standing(
            progress: LearnerProgress(state, of: pack, in: time.zone), lessons: CourseProgress(events), pace: pace,
            day: day)
    }

    /// Answers that tell how fast somebody is.
    private static var pacing: Int { 200 }
}
