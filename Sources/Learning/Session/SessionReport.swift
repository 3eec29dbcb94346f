package import Content
package import Quiz
import Scoring

/// What a session showed, for its end.
package struct SessionReport: Sendable {
    /// How the items went.
    package let summary: Summary
    /// Skills that were exercised, the weakest first, with how well they are mastered now and were before.
    package let skills: [(skill: Skill, now: Mastery, before: Mastery)]
    /// Beliefs that were overcome in the session, in words.
    package let overcome: [String]
    /// Beliefs that the learner may still hold, in words.
    package let suspected: [String]
    /// In how many days the next reviews are due, and how many; nil where none are within 60 days.
    package let nextReview: (days: Int, count: Int)?
    /// What to do next, and why.
    package let next: NextStep
    /// Items an hour, once there are enough answers to tell by.
    package let anHour: Int?
    /// Items an hour before the session, where that was fewer.
    package let anHourBefore: Int?

    /// Fewer answers than these tell nobody's pace.
    private static let fewestAnswers = 3

    init(
        of summary: Summary, in pack: Pack, from beginning: LearnerProgress, to end: LearnerProgress, on today: Day,
        pace: Pace,
        earlier: @autoclosure () -> Pace
    ) {
        self.summary = summary
        skills = summary.skills.map { met in
            (met.skill, end.model.mastery(of: met.skill), beginning.model.mastery(of: met.skill))
        }
        let before = Set(beginning.model.overcome)
        let words = { (belief: ID<Misconception>) in pack.misconception(belief)?.belief }
        overcome = end.model.overcome.filter { !before.contains($0) }.compactMap(words)
        suspected = end.model.beliefs.suspected.compactMap(words)
        let forecast = end.forecast(from: today.ordinal, days: 60)
        nextReview = forecast.firstIndex { $0 > 0 }.map { ($0, forecast[$0]) }
        next = NextStep(after: summary, suspected: end.model.beliefs.suspected, reviews: nextReview, in: pack)
        let now = pace.answers < Self.fewestAnswers ? nil : pace.anHour
        anHour = now
        anHourBefore = now == nil ? nil : earlier().anHour.flatMap { $0 < now ?? 0 ? $0 : nil }
    }
}
