import Content
import Learning
import Quiz
import Reports
import Scoring
import Terminal

extension Trainer {
    /// Answers a day that make a habit.
    private static let dailyGoal = 24

    func welcome() {
        let style = console.style
        var parts = [style.bold("Preceptor"), "\(pack.title) \(pack.edition)"]
        parts.append(quantity(session.goal, "item"))
        if session.due > 0 { parts.append("\(quantity(session.due, "term")) due for review") }
        let answered = session.answersToday
        if answered > 0 { parts.append("\(answered) of \(Self.dailyGoal) a day answered") }
        console.line(parts.joined(separator: " · "))
        if let kind = session.atHand?.item.kind, kind != .claim {
            console.paragraph(kind.howAnswersAreWritten, indent: 0)
        } else {
            console.line("An answer looks like \(style.accent(pack.example)): each code with how many units of it.")
        }
        console.line("Other words to type: help · hint · skip · quit")
        if isInteractive, session.isNew, !pack.lessons.isEmpty {
            let lessons = quantity(pack.lessons.count, "short lesson")
            console.line("New to this? Type \(style.accent("learn")): \(lessons) lead you in from the first code on.")
        }
    }

    func show(_ report: SessionReport) {
        let summary = report.summary
        guard summary.asked > 0 else { return console.line("Nothing answered this time.") }
        console.line()
        var counts = [quantity(summary.asked, "item"), "\(summary.right) right"]
        if summary.withHints > 0 { counts.append("\(summary.withHints) of them with hints") }
        if summary.skipped > 0 { counts.append("\(summary.skipped) skipped") }
        if let pace = report.paceWords { counts.append(pace) }
        console.line("  " + counts.joined(separator: " · "))
        if !report.skills.isEmpty { console.paragraph("Mastery, the chance of a right answer as far as answers tell:") }
        console.table(
            report.skills.map { skill, now, before in
                [
                    skill.title, bar(fraction: now.mean, width: 10), decimals(now.mean),
                    before.answers == 0 ? "new" : "was \(decimals(before.mean))",
                ]
            })
        if let words = summary.calibration.words { console.entry("How sure", words) }
        for words in report.overcome { console.entry("Overcome", words) }
        for words in report.suspected { console.entry("Still suspected", words) }
        if let (days, count) = report.nextReview {
            let when = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
            console.entry("Next review", "\(when), \(quantity(count, "term"))")
        }
        console.entry("Next", report.next.words)
    }
}

extension SessionReport {
    /// How fast it went, and how fast before where that was slower.
    fileprivate var paceWords: String? {
        anHour.map { now in "\(now) an hour" + (anHourBefore.map { ", up from \($0)" } ?? "") }
    }
}
