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
                if part.firsts.count > 1 { show(figuresOf: part) }
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

    private func show(figuresOf part: ExamReport.Part) {
        line()
        table(part.figures.map { [$0.name, $0.value, style.dim($0.note)] }, rightAligned: [1])
        line()
        let families = part.familyTable
        table([families.head.map(style.bold)] + families.rows, rightAligned: Set(1..<families.head.count - 1))
        if part.isAdaptive { return paragraph(part.familyNote) }
        if let few = part.statistics.fewWords { paragraph(few) }
    }
}
