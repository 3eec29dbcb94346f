import Content
import Examining
import Markup
import Quiz
import Scoring

/// A team's report as one page that needs nothing but itself.
package struct ExamReportPage {
    private let report: ExamReport

    package init(_ report: ExamReport) { self.report = report }

    /// The report as one HTML file that needs nothing else.
    package var html: String {
        let who = report.group.map { "\($0.title) · " } ?? ""
        let body = report.parts.map(exam).joined(separator: "\n")
        return Page(
            title: "Exam report", note: "\(who)\(report.pack.title) · \(report.today)",
            body: irregularities + (body.isEmpty ? "<p>Nobody has sat an exam here.</p>" : body)
        ).html
    }

    private var irregularities: String {
        guard !report.irregularities.isEmpty else { return "" }
        let items = report.irregularities.map { "<li>\($0.escapedInXML)</li>" }.joined()
        return Page.section(
            "Not as it should be", "What the register and the logs show against each other.", "<ul>\(items)</ul>")
            + "\n"
    }

    private func exam(_ part: ExamReport.Part) -> String {
        let charts = ExamCharts(part: part)
        var sections = [totals(part)]
        if !part.firsts.isEmpty {
            sections += [
                Page.section(
                    "Scores", "First attempts by their share of the full score, and the pass mark.", charts.scores),
                Page.section(
                    "Sections",
                    "The mean of each section, and from the lowest to the highest."
                        + (part.isAdaptive
                            ? " What was right of what each was asked; the result is what is expected of all that may be "
                                + "asked." : ""),
                    charts.sections),
            ]
            if !part.isAdaptive {
                sections.append(
                    Page.section(
                        "Items",
                        "How many are right, against how well it tells apart who knows more. Each dot is what items are "
                            + "made from; orange ones deserve a look.", charts.items))
            }
            sections.append(
                Page.section("Time", "What half of the candidates take for it, and the median.", charts.times))
        }
        if !part.attempts.isEmpty {
            sections.append(
                Page.section(
                    "Exposure", "In what share of the forms items of each kind of visit and each term stand.",
                    charts.exposure))
        }
        sections += [candidates(part), figures(part), families(part), beliefs(part)]
        return
            "<section class=\"exam\"><h2>\(part.title.escapedInXML)</h2>\(sections.joined(separator: "\n"))</section>"
    }

    private func totals(_ part: ExamReport.Part) -> String {
        var parts = [("\(part.passed) of \(part.closed.count)", "attempts passed")]
        if let mean = part.mean { parts.append((mark(mean), "on average")) }
        parts.append(("\(part.passMark) %", "passes"))
        if !part.notSat.isEmpty { parts.append(("\(part.notSat.count)", "not sat yet")) }
        return Page.totals(parts)
    }

    private func candidates(_ part: ExamReport.Part) -> String {
        let rows = part.attempts.map { attempt in
            [
                report.name(of: attempt), "\(attempt.form.attempt)",
                attempt.verdict,
                attempt.fraction.map(mark) ?? "", report.day(of: attempt),
                attempt.allotted?.extraTime ?? "",
            ]
        }
        let rest = part.notSat.map { [$0.name, "", "not sat", "", "", $0.accommodation?.extraTime.description ?? ""] }
        return Page.section(
            "Candidates", "Attempts, and who has none.",
            Page.table(
                ["candidate", "attempt", "", "result", "day", "extra time"], rows + rest, numbers: [1, 3]))
    }

    private func figures(_ part: ExamReport.Part) -> String {
        guard part.firsts.count > 1 else { return "" }
        return Page.section(
            "The exam as a whole", part.figuresNote,
            Page.table(["", "", ""], part.figures.map { [$0.name, $0.value, $0.note] }, numbers: [1]))
    }

    private func families(_ part: ExamReport.Part) -> String {
        guard part.firsts.count > 1 else { return "" }
        let table = part.familyTable
        return Page.section(
            "Templates, scenarios and terms", part.familyNote,
            Page.table(table.head, table.rows, numbers: Set(1..<table.head.count - 1)))
    }

    private func beliefs(_ part: ExamReport.Part) -> String {
        let rows = report.beliefs(in: part).map { [$0.words, "\($0.count)", $0.families.joined(separator: ", ")] }
        guard !rows.isEmpty else { return "" }
        return Page.section(
            "Beliefs behind wrong answers", "The rule that leads to just the answer that was given.",
            Page.table(["belief", "answers", "where"], rows, numbers: [1]))
    }
}
