import Markup
import Quiz
import Scoring

/// Progress as one page that needs nothing but itself.
struct ProgressPage {
    let report: ProgressReport

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Progress of \(report.learner.escapedInXML)</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <header>
        <h1>\(report.learner.escapedInXML)</h1>
        <p>\(report.pack.escapedInXML) · \(report.today)</p>
        </header>
        <section class="totals">\(totals)</section>
        \(section("Mastery", "Where each skill lies 8 times of 10, and the best guess.", mastery))
        \(section("Days", "Answers a day over the last half year.", calendar))
        \(section("Right answers and pace", "Share of right answers, and items an hour, day by day.", trend))
        \(report.due.contains { $0 > 0 } ? section("Reviews due", "Terms and facts, today and in the days to come.", due) : "")
        \(beliefs("Still suspected", report.suspected))
        \(beliefs("Overcome", report.overcome))
        </body>
        </html>

        """
    }

    private func section(_ title: String, _ note: String, _ body: String) -> String {
        "<section><h2>\(title)</h2><p class=\"note\">\(note)</p>\(body)</section>"
    }

    private var totals: String {
        var parts = [("answers", String(report.answers)), ("right", percent(report.fraction))]
        if let pace = report.pace(overLast: 7) { parts.append(("an hour lately", String(Int(pace.rounded())))) }
        parts.append((report.streak == 1 ? "day in a row" : "days in a row", String(report.streak)))
        return parts.map { "<div><b>\($0.1)</b> \($0.0)</div>" }.joined()
    }

    private func beliefs(_ title: String, _ beliefs: [ProgressReport.Belief]) -> String {
        guard !beliefs.isEmpty else { return "" }
        let rows = beliefs.map { "<li>\($0.words.escapedInXML) <span>\(percent($0.probability))</span></li>" }
        return "<section><h2>\(title)</h2><ul>\(rows.joined())</ul></section>"
    }

    private static let style = """
        :root { color-scheme: light dark; --ink: #1d2733; --soft: #66717f; --line: #d9dee5; --fill: #2b6cb0; --pale: #bcd4ec; --page: #fff; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #97a3b3; --line: #333d4a; --fill: #63a4e8; --pale: #2c4a6b; --page: #141a21; } }
        body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { margin: 0; } h2 { margin: 0; font-size: 1.1rem; } header p, .note { color: var(--soft); margin: 0 0 .5rem; }
        section { margin: 2rem 0; } .totals { display: flex; gap: 2rem; flex-wrap: wrap; } .totals b { font-size: 1.6rem; display: block; line-height: 1.2; }
        svg { width: 100%; height: auto; display: block; } svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } svg .soft { fill: var(--soft); }
        ul { padding-left: 1.2rem; } li span { color: var(--soft); }
        """
}
