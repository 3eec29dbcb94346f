import Content
import Quiz
import Reports
import Scoring
import System
import Terminal

extension Trainer {
    /// Answers a day that make a habit.
    private static let dailyGoal = 24

    func welcome() {
        let style = console.style
        let today = LocalTime.day(of: LocalTime.now).ordinal
        let due = journal.progress.forecast(from: today, days: 1)[0]
        var parts = [style.bold("Preceptor"), "\(pack.title) \(pack.edition)"]
        parts.append(quantity(session.goal, "item"))
        if due > 0 { parts.append("\(due) due for review") }
        let answered = journal.answersToday
        if answered > 0 { parts.append("today \(answered) of \(Self.dailyGoal)") }
        console.line(parts.joined(separator: " · "))
        console.line("An answer looks like \(style.accent(pack.example))     help · hint · skip · quit")
    }

    func showSummary(pace: String?) {
        let summary = session.summary
        guard summary.asked > 0 else { return console.line("Nothing answered this time.") }
        console.line()
        var counts = [quantity(summary.asked, "item"), "\(summary.right) right"]
        if summary.withHints > 0 { counts.append("\(summary.withHints) of them with hints") }
        if summary.skipped > 0 { counts.append("\(summary.skipped) skipped") }
        if let pace { counts.append(pace) }
        console.line("  " + counts.joined(separator: " · "))
        showChanges(in: summary.skills.map(\.skill))
        showBeliefs()
        showNextReview()
    }

    /// How fast it went, once there are a few answers to tell by, and how fast before where that was slower.
    var paceWords: String? {
        guard journal.pace.answers > 2, let now = journal.pace.anHour, let words = journal.pace.words else {
            return nil
        }
        guard let before = journal.earlierPace.anHour, before < now else { return words }
        return "\(words), up from \(before)"
    }

    /// Skills that were exercised, with how well they are mastered now and were before.
    private func showChanges(in skills: [Skill]) {
        let model = journal.progress.model
        console.table(
            skills.map { skill in
                let now = model.mastery(of: skill)
                let before = beginning.model.mastery(of: skill)
                return [
                    skill.title, bar(fraction: now.mean, width: 10), decimals(now.mean),
                    before.answers == 0 ? "new" : "was \(decimals(before.mean))",
                ]
            })
    }

    private func showBeliefs() {
        let beliefs = journal.progress.model.beliefs
        let before = Set(beginning.model.beliefs.overcome)
        for belief in beliefs.overcome where !before.contains(belief) {
            if let words = pack.misconception(belief)?.belief { console.entry("Overcome", words) }
        }
        for belief in beliefs.suspected {
            if let words = pack.misconception(belief)?.belief { console.entry("Still suspected", words) }
        }
    }

    private func showNextReview() {
        let today = LocalTime.day(of: LocalTime.now).ordinal
        let forecast = journal.progress.forecast(from: today, days: 60)
        guard let day = forecast.firstIndex(where: { $0 > 0 }) else { return }
        let when = day == 0 ? "today" : day == 1 ? "tomorrow" : "in \(day) days"
        console.entry("Next review", "\(when), \(quantity(forecast[day], "term"))")
    }
}
