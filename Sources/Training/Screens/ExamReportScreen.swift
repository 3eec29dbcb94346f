import Examining
import Quiz
package import Reports
package import Terminal

extension Console {
    /// Shows a report in a terminal.
    package func show(_ report: ExamReport) {
        for irregularity in report.irregularities { paragraph(irregularity) }
        if !report.irregularities.isEmpty { line() }
        for (position, part) in report.parts.enumerated() {
            if position > 0 { line() }
            if report.parts.count > 1 { line(style.bold(part.title)) }
            table(
                ExamTable(report).rows(of: part), indent: 0,
                rightAligned: [2, 4])
            if !part.closed.isEmpty {
                line()
                line("\(part.passed) of \(part.closed.count) attempts passed")
                if part.firsts.count > 1 { show(part.figures, part.statistics) }
            }
            for attempt in part.attempts {
                guard let voiding = attempt.voiding else { continue }
                line(
                    "\(report.name(of: attempt)), attempt \(attempt.form.attempt): voided by \(voiding.by). "
                        + "Reason: \(voiding.reason)")
            }
            for attempt in part.attempts where !attempt.addenda.isEmpty {
                line()
                line("\(report.name(of: attempt)), attempt \(attempt.form.attempt)")
                show(addendaOf: attempt)
            }
        }
    }

    private func show(_ figures: [(name: String, value: String, note: String)], _ statistics: TestStatistics) {
        line()
        table(figures.map { [$0.name, $0.value, style.dim($0.note)] }, rightAligned: [1])
        line()
        let rows = statistics.families.map { family in
            [
                family.analysis.name, "\(family.analysis.responses)", family.difficultyWords,
                family.discriminationWords,
                family.analysis.time.map { clock($0.median) } ?? "",
                family.remarks.joined(separator: "; "),
            ]
        }
        table(
            [["", "n", "right", "discriminates", "median", ""].map(style.bold)] + rows, rightAligned: [1, 2, 3, 4])
        if statistics.isSmall {
            paragraph(
                "Fewer than \(ItemFlag.enoughResponses) responses an item: the figures of items are a first look.")
        }
    }
}
