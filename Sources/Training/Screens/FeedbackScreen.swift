package import Quiz
import Reports
import Scoring
package import Terminal

extension Console {
    /// Shows what there is to say of an answer: verdict, difference, why, what the payer sends, belief, source.
    package func show(_ feedback: Feedback, why: String, sources: [String], key: String) {
        show(verdict: feedback, key: key)
        line()
        entry("Why", why)
        for back in feedback.returned {
            let reason = back.reason.map { "\($0): " } ?? ""
            let others = back.others.isEmpty ? "" : " The same for \(list(back.others, "and"))."
            entry(back.reason == nil ? "No payer objects" : "Back from the payer", reason + back.message + others)
        }
        if let belief = belief(in: feedback) { entry("You may be thinking", belief) }
        entry(sources: sources)
        if let minutes = feedback.minutesToChange {
            line()
            paragraph(
                minutes == 1 ? "One minute more would change the key." : "\(minutes) minutes more would change the key."
            )
        }
    }

    private func show(verdict feedback: Feedback, key: String) {
        let verdict =
            switch feedback.verdict {
            case .correct: style.good("Right.")
            case .partial: style.bad("Not quite.")
            case .incorrect: style.bad("Not right.")
            }
        if feedback.isRight {
            return line("  \(verdict)  \(key)\(feedback.remark.map { "  (\($0))" } ?? "")")
        }
        guard !feedback.comparison.isEmpty else {
            line("  \(verdict)  The key is \(style.bold(key)).")
            return remark(feedback)
        }
        let head = ["\(verdict)", "yours", "key", ""]
        let rows = feedback.comparison.map { row in
            ["  \(row.code)", row.answered ?? "-", row.due ?? "-", row.remark ?? ""]
        }
        table([head] + rows, rightAligned: [1, 2])
        if feedback.comparison.allSatisfy({ $0.due == nil }) { paragraph("The key is \(key): nothing is billed.") }
        remark(feedback)
    }

    private func remark(_ feedback: Feedback) {
        if let remark = feedback.remark { paragraph(remark) }
    }

    private func belief(in feedback: Feedback) -> String? {
        guard let first = feedback.beliefs.first else { return nil }
        let isPair = first.ids.count > 1
        let named = isPair ? [first] : Array(feedback.beliefs.prefix(2))
        let words = named.map(\.words).joined(separator: "; or that ")
        let answer =
            feedback.comparison.isEmpty || feedback.rightUnder.isEmpty
            ? first.correction
            : "Some payers do say so: under \(list(feedback.rightUnder.map(\.text), "or")) your answer is right."
        return "\(words). \(answer)"
    }
}
