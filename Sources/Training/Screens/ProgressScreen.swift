import Content
package import Quiz
import Reports
import Scoring
package import Terminal

extension Console {
    /// Shows how a learner stands, in 80 columns and without colour if need be.
    package func show(_ report: ProgressReport) {
        line("\(style.bold(report.learner)) · \(report.pack)")
        guard !report.skills.isEmpty else { return line("Nothing answered yet. preceptor train begins.") }
        if report.answers > 0 { show(totals: report) }
        show(mastery: report.skills)
        if report.answers > 0 { show(calendar: report) }
        show(due: report.due)
        if report.answers > 0 { show(trend: report.days) }
        if let words = report.calibration.words { entry("How sure", words, indent: 0) }
        show("Still suspected", report.suspected)
        show("Overcome", report.overcome)
    }

    private func show(totals report: ProgressReport) {
        var parts = [quantity(report.answers, "answer"), "\(percent(report.fraction)) right"]
        if let pace = report.pace(overLast: 7).words { parts.append("\(pace) lately") }
        if report.streak > 1 { parts.append("\(report.streak) days in a row") }
        line(parts.joined(separator: " · "))
    }

    private func show(mastery skills: [ProgressReport.SkillProgress]) {
        heading("Mastery", "the bar is where it lies 8 times of 10; | is the best guess")
        table(
            skills.map { skill in
                [
                    skill.skill.title,
                    intervalBar(low: skill.low, mean: skill.mean, high: skill.high, width: 24),
                    percent(skill.mean), quantity(skill.answers, "answer"),
                    skill.isMastered ? "mastered" : "",
                ]
            }, rightAligned: [2, 3])
    }

    private func show(calendar report: ProgressReport) {
        heading("Days", ". none  : a few  + ten  # twenty and more")
        let weeks = report.calendar(weeks: 26)
        for (day, name) in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].enumerated() {
            line("  \(name)  " + weeks.map { sign(for: $0[day]) }.joined(separator: " "))
        }
    }

    private func sign(for answers: Int?) -> String {
        switch answers {
        case nil: " "
        case 0?: "."
        case let few? where few < 10: ":"
        case let some? where some < 20: "+"
        default: "#"
        }
    }

    private func show(due: [Int]) {
        guard due.contains(where: { $0 > 0 }) else { return }
        heading("Reviews due", "")
        let most = max(due.max() ?? 1, 1)
        let names = due.indices.map { $0 == 0 ? "today" : $0 == 1 ? "tomorrow" : "in \($0) days" }
        table(
            zip(names, due).filter { $0.1 > 0 }.map { name, count in
                [name, String(count), String(repeating: "#", count: max(1, count * 40 / most))]
            }, rightAligned: [1])
    }

    private func show(trend days: [ProgressReport.DayProgress]) {
        heading("Lately", "right answers and items an hour")
        table(
            days.suffix(10).map { day in
                [
                    day.day.description, bar(fraction: day.fraction, width: 20), percent(day.fraction),
                    "of \(day.answers)", day.pace.words ?? "",
                ]
            }, rightAligned: [2, 3, 4])
    }

    private func show(_ title: String, _ beliefs: [ProgressReport.Belief]) {
        guard !beliefs.isEmpty else { return }
        heading(title, "")
        for belief in beliefs { paragraph("\(belief.words) (\(percent(belief.probability)))", indent: 2, hanging: 4) }
    }

    private func heading(_ title: String, _ note: String) {
        line()
        line(note.isEmpty ? style.bold(title) : "\(style.bold(title))  \(style.dim(note))")
    }
}
