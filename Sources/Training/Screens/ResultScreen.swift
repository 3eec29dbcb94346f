import Content
package import Examining
package import Machine
import Quiz
import Reports
import Scoring
package import Terminal

extension Console {
    /// Shows a candidate what an attempt came to; no item is disclosed.
    ///
    /// - Parameters:
    ///   - outcome: Of an attempt that is closed.
    ///   - zone: How times are told where the candidate is.
    package func show(_ outcome: Outcome, in zone: any Zone) {
        if let notice = outcome.release.notice(in: zone) { return paragraph(notice) }
        let attempt = outcome.attempt
        guard let fraction = attempt.fraction, let result = attempt.result else { return }
        if let voiding = attempt.voiding { show(voiding) }
        line()
        let verdict = result.isPassed ? style.good("Passed") : style.bad("Not passed")
        line(
            "  \(verdict)  \(mark(fraction)), \(attempt.form.passMark) % passes"
                + (attempt.state.phase == .timedOut ? " · the time was over" : ""))
        if let measured = result.measured { paragraph(measured.words) }
        line()
        table(attempt.profile.map { [$0.title, quantity($0.count, "item"), mark($0.fraction)] }, rightAligned: [1, 2])
        show(addendaOf: attempt)
        if !outcome.study.isEmpty { entry("To study next", outcome.study.map(\.title).joined(separator: ", ")) }
    }
    /// Says that an attempt counts no longer, and why.
    package func show(_ voiding: AttemptRegister.Voiding) {
        paragraph("This attempt counts no longer. Reason: \(voiding.reason)")
    }
}
