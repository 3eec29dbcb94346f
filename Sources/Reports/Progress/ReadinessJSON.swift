import Content
package import Quiz
import Scoring

extension JSON {
    /// What `ready --json` says of one exam.
    package init(_ outlook: Outlook) {
        let (readiness, plan) = (outlook.readiness, outlook.plan)
        self = .object([
            ("exam", .string(outlook.blueprint.id.text)), ("probability", .fraction(readiness.probability)),
            ("low", .fraction(readiness.interval.lowerBound)), ("high", .fraction(readiness.interval.upperBound)),
            ("expected", .fraction(readiness.expected)),
            ("passMark", .fraction(Double(outlook.blueprint.passMark.percent) / 100)),
            (
                "losses",
                .array(
                    readiness.losses.map {
                        .object([("skill", .string($0.skill.rawValue)), ("share", .fraction($0.share))])
                    })
            ),
            ("unmet", .strings(readiness.unmet.map(\.rawValue))),
            (
                "plan",
                .object([
                    ("days", .integer(plan.days)), ("minutesADay", .integer(plan.minutesADay)),
                    ("minutes", .integer(plan.minutes)), ("lessons", .strings(plan.lessons.map(\.id.text))),
                    ("items", .integer(plan.items)), ("reviews", .integer(plan.reviews)),
                ])
            ),
        ])
    }
}
