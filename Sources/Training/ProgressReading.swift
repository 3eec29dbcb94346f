package import Content
package import Quiz
package import Records
import Scoring
import System

extension Records {
    /// A learner's answers in a pack that stand, in the order in which they were kept.
    package func answers(of learner: Learner, in pack: Pack) throws(RecordsError) -> [RecordedAnswer] {
        let ever = Moment(milliseconds: .min)..<Moment(milliseconds: .max)
        return try answers(of: learner.id, from: ever.lowerBound, to: ever.upperBound)
            .filter { $0.pack == pack.id.text && $0.undone == nil }
    }

    /// What a learner did in a pack, day by day.
    package func days(of learner: Learner, in pack: Pack) throws(RecordsError) -> [ProgressReport.DayProgress] {
        var days: [Int: ProgressReport.DayProgress] = [:]
        try forEachAnswer(of: learner.id, in: pack.id.text) { moment, milliseconds, verdict in
            guard verdict != .skipped else { return }
            let day = LocalTime.day(of: moment.milliseconds)
            days[day.ordinal, default: .init(day: day)].note(milliseconds, isRight: verdict == .correct)
        }
        return days.values.sorted { $0.day < $1.day }
    }
}

extension ProgressReport {
    /// How a learner stands in a pack, and what was done day by day to get there.
    package init(of learner: String, progress: LearnerProgress, days: [DayProgress] = [], in pack: Pack) {
        let today = LocalTime.day(of: LocalTime.now)
        self.init(
            learner: learner, pack: pack.title, today: today, skills: progress.model.skillProgress,
            days: days, due: progress.forecast(from: today.ordinal, days: 14),
            suspected: progress.model.beliefs.suspected.map { progress.model.belief($0, of: pack) },
            overcome: progress.model.beliefs.overcome.map { progress.model.belief($0, of: pack) })
    }
}

extension LearnerModel {
    fileprivate var skillProgress: [ProgressReport.SkillProgress] {
        Skill.allCases.compactMap { skill in
            let mastery = mastery(of: skill)
            guard mastery.answers > 0 else { return nil }
            let interval = mastery.interval
            return ProgressReport.SkillProgress(
                skill: skill, mean: mastery.mean, low: interval.lowerBound, high: interval.upperBound,
                answers: mastery.answers, isMastered: mastery.isMastered)
        }
    }

    fileprivate func belief(_ id: ID<Misconception>, of pack: Pack) -> ProgressReport.Belief {
        ProgressReport.Belief(words: pack.misconception(id)?.belief ?? id.text, probability: beliefs.marginal(id))
    }
}
