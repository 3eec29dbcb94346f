import Content
package import Quiz
import Scoring

extension JSON {
    /// What `progress --json` says.
    package init(_ report: ProgressReport) {
        self = .object([
            ("learner", .string(report.learner)), ("pack", .string(report.pack)),
            ("today", .string(report.today.description)), ("answers", .integer(report.answers)),
            ("right", .integer(report.right)), ("streak", .integer(report.streak)),
            ("skills", .array(report.skills.map(JSON.init))), ("days", .array(report.days.map(JSON.init))),
            ("due", .array(report.due.map(JSON.integer))),
            ("suspected", .array(report.suspected.map(JSON.init))),
            ("overcome", .array(report.overcome.map(JSON.init))),
        ])
    }

    private init(_ skill: ProgressReport.SkillProgress) {
        self = .object([
            ("skill", .string(skill.skill.rawValue)), ("title", .string(skill.skill.title)),
            ("mean", .fraction(skill.mean)), ("low", .fraction(skill.low)), ("high", .fraction(skill.high)),
            ("answers", .integer(skill.answers)), ("mastered", .bool(skill.isMastered)),
        ])
    }

    private init(_ day: ProgressReport.DayProgress) {
        self = .object([
            ("day", .string(day.day.description)), ("answers", .integer(day.answers)), ("right", .integer(day.right)),
            ("pace", day.pace.anHour.map(JSON.integer) ?? .null),
        ])
    }

    private init(_ belief: ProgressReport.Belief) {
        self = .object([("belief", .string(belief.words)), ("probability", .fraction(belief.probability))])
    }
}
