package import Content
package import Quiz
import Reports
package import Scoring
package import Terminal

extension Console {
    /// Shows how likely a learner is to pass exams of a pack today, and what to do until then.
    package func show(_ outlooks: [Outlook], in pack: Pack, from today: Day) {
        line("\(style.bold("Ready?")) · \(pack.title) \(pack.edition) · if you sat it today")
        for outlook in outlooks {
            let readiness = outlook.readiness
            line()
            line("  \(style.bold(outlook.blueprint.title))")
            let (low, high) = (readiness.interval.lowerBound, readiness.interval.upperBound)
            entry(
                "You pass",
                "\(percent(readiness.probability)), by all that is known \(percent(low)) to \(percent(high))")
            entry(
                "Items right", "\(percent(readiness.expected)) expected, \(outlook.blueprint.passMark.percent) % needed"
            )
            if !readiness.unmet.isEmpty {
                entry(
                    "Not met yet",
                    "\(quantity(readiness.unmet.count, "skill")) of it; as likely as not you know them already")
            }
            let losses = readiness.losses.prefix(3).map { "\($0.skill.title) (\(percent($0.share)))" }
            if !losses.isEmpty { entry("Most is lost by", losses.joined(separator: ", ")) }
            show(outlook.plan, for: outlook.blueprint.id, from: today)
        }
    }

    private func show(_ plan: StudyPlan, for exam: ID<Blueprint>, from today: Day) {
        let end = Day(ordinal: today.ordinal + plan.days).map { ", until \($0)" } ?? ""
        entry("A plan", "\(quantity(plan.days, "day"))\(end), \(quantity(plan.minutesADay, "minute")) a day")
        if !plan.lessons.isEmpty {
            let titles = plan.lessons.map(\.title).joined(separator: "; ")
            entry("  preceptor learn", "\(quantity(plan.lessons.count, "lesson")): \(titles)")
        }
        entry(
            "  preceptor train",
            "about \(quantity(plan.items, "item")), and \(quantity(plan.reviews, "review")) that come due")
        entry("  preceptor exam mock", "\(exam), to try it before it counts")
    }
}
