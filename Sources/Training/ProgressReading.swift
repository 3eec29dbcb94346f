package import Content
import Host
package import Quiz
package import Records
import Scoring

extension Records {
    /// A learner's answers in a pack that stand, in the order in which they were kept: all, or those from a moment on
    /// and before another.
    package func answers(
        of learner: Learner, in pack: Pack, from start: Moment = Moment(milliseconds: .min),
        to end: Moment = Moment(milliseconds: .max)
    ) throws(RecordsError) -> [RecordedAnswer] {
        try answers(of: learner.id, from: start, to: end).filter { $0.pack == pack.id.text && $0.undone == nil }
    }
}

extension ProgressReport {
    /// How a learner stands in a pack, and the answers that led there.
    package init(of learner: String, standing: Standing, answers: [Records.RecordedAnswer], in pack: Pack) {
        let today = LocalTime.day(of: LocalTime.now)
        self.init(
            learner: learner, pack: pack.title, today: today, skills: standing.model.skillProgress,
            days: Self.days(of: answers), due: standing.forecast(from: today.ordinal, days: 14),
            suspected: standing.model.beliefs.suspected.map { standing.model.belief($0, of: pack) },
            overcome: standing.model.beliefs.overcome.map { standing.model.belief($0, of: pack) })
    }

    private static func days(of answers: [Records.RecordedAnswer]) -> [DayProgress] {
        var days: [Int: DayProgress] = [:]
        for answer in answers.map(\.answer) where answer.verdict != .skipped {
            let day = LocalTime.day(of: answer.at.milliseconds)
            days[day.ordinal, default: DayProgress(day: day)].pace.add(answer.responseMilliseconds)
            days[day.ordinal]?.right += answer.verdict == .correct ? 1 : 0
        }
        return days.values.ordered { $0.day < $1.day }
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
