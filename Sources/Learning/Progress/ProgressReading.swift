package import Content
package import Machine
package import Quiz
package import Scoring

extension LearnerStore {
    /// What a learner did in a pack, day by day where the learner is.
    ///
    /// - Throws: `RecordsError` where it cannot be read.
    package func days(
        of learner: Records.Learner.ID, in pack: Pack, zone: any Zone
    ) throws(RecordsError) -> [ProgressReport.DayProgress] {
        var days: [Int: ProgressReport.DayProgress] = [:]
        try forEachAnswer(of: learner, in: pack.id.text) { moment, milliseconds, verdict in
            guard verdict != .skipped else { return }
            let day = zone.day(of: moment)
            days[day.ordinal, default: .init(day: day)].note(milliseconds, isRight: verdict == .correct)
        }
        return days.values.sorted { $0.day < $1.day }
    }

    /// How a learner stands in a pack, by all that is kept.
    ///
    /// - Throws: `RecordsError` where it cannot be read.
    package func progressReport(
        of learner: Records.Learner, in pack: Pack, at time: any TimeSource
    ) throws(RecordsError) -> ProgressReport {
        let progress = LearnerProgress(
            try currentState(of: learner.id, in: pack, zone: time.zone), of: pack, in: time.zone)
        return try report(of: learner, standing: progress, in: pack, at: time)
    }

    /// The same where what follows from the answers is at hand.
    func report(
        of learner: Records.Learner, standing progress: LearnerProgress, in pack: Pack, at time: any TimeSource
    ) throws(RecordsError) -> ProgressReport {
        var report = ProgressReport(
            of: learner.name, progress: progress, days: try days(of: learner.id, in: pack, zone: time.zone), in: pack,
            on: time.today)
        for kept in try tellingAnswers(of: learner.id, in: pack) {
            report.calibration.note(
                Confidence.parting(kept.answer.text).confidence, isRight: kept.answer.verdict == .correct)
        }
        return report
    }
}

extension ProgressReport {
    /// How a learner stands in a pack on a day, and what was done day by day to get there.
    package init(of learner: String, progress: LearnerProgress, days: [DayProgress] = [], in pack: Pack, on today: Day)
    {
        self.init(
            learner: learner, pack: pack.title, today: today, skills: progress.model.skillProgress,
            days: days, due: progress.forecast(from: today.ordinal, days: 14),
            suspected: progress.model.beliefs.suspected.map { progress.model.belief($0, of: pack) },
            overcome: progress.model.overcome.map { progress.model.belief($0, of: pack) })
    }

    /// The progress of somebody who has not begun.
    package init(ofBeginner learner: String, in pack: Pack, on today: Day) {
        self.init(
            of: learner, progress: LearnerProgress(model: LearnerModel(in: BeliefSpace(of: pack))), in: pack, on: today)
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
