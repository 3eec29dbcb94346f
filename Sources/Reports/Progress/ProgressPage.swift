import Markup
package import Quiz

/// Progress as one page that needs nothing but itself.
package struct ProgressPage {
    let report: ProgressReport

    package init(_ report: ProgressReport) { self.report = report }

    /// The page as one HTML file that needs nothing else.
    package var html: String {
        var parts = [
            totals,
            Page.section("Mastery", "Where each skill lies 8 times of 10, and the best guess.", mastery),
            Page.section("Days", "Answers a day over the last half year.", calendar),
            Page.section("Right answers and pace", "Share of right answers, and items an hour, day by day.", trend),
        ]
        if report.due.contains(where: { $0 > 0 }) {
            parts.append(Page.section("Reviews due", "Terms and facts, today and in the days to come.", due))
        }
        parts += [beliefs("Still suspected", report.suspected), beliefs("Overcome", report.overcome)]
        return Page(
            title: "Progress of \(report.learner)", note: "\(report.pack) · \(report.today)",
            body: parts.filter { !$0.isEmpty }.joined(separator: "\n")
        ).html
    }

    private var totals: String {
        var parts = [
            (String(report.answers), report.answers == 1 ? "answer" : "answers"), (percent(report.fraction), "right"),
        ]
        if let pace = report.pace(overLast: 7).anHour { parts.append((String(pace), "an hour lately")) }
        parts.append((String(report.streak), report.streak == 1 ? "day in a row" : "days in a row"))
        return Page.totals(parts)
    }

    private func beliefs(_ title: String, _ beliefs: [ProgressReport.Belief]) -> String {
        guard !beliefs.isEmpty else { return "" }
        let rows = beliefs.map { "<li>\($0.words.escapedInXML) <span>\(percent($0.probability))</span></li>" }
        return "<section><h2>\(title)</h2><ul>\(rows.joined())</ul></section>"
    }
}
