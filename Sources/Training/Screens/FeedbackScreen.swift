package import Quiz
import Reports
import Scoring
package import Terminal

extension Console {
    /// Shows what there is to say of an answer: verdict, difference, why, what the payer sends, belief, source.
    ///
    /// - Parameters:
    ///   - feedback: What the item said of it.
    ///   - why: How the key comes about.
    ///   - sources: Where that is written.
    ///   - key: The key in words.
    ///   - refutation: What is held against the belief that led there, where one is known to.
    ///   - title: What stands before a belief that merely would explain the answer.
    package func show(
        _ feedback: Feedback, why: String, sources: [String], key: String, refutation: Refutation? = nil,
        believing title: String = "You may be thinking"
    ) {
        show(verdict: feedback, key: key)
        line()
        entry("Why", why)
        for back in feedback.returned {
            let reason = back.reason.map { "\($0): " } ?? ""
            let others = back.others.isEmpty ? "" : " The same for \(list(back.others, "and"))."
            if back.isUnderbilling {
                entry("Money is left", "\(back.message)\(others) No payer objects to that.")
            } else {
                entry(back.reason == nil ? "No payer objects" : "Back from the payer", reason + back.message + others)
            }
        }
        if let step = feedback.partingStep { entry("Look at this step", step) }
        if let refutation {
            show(refutation)
        } else if let belief = belief(in: feedback) {
            entry(title, belief)
        }
        entry(sources: sources)
        if let minutes = feedback.minutesToChange, refutation?.contrast == nil {
            line()
            paragraph(
                minutes == 1 ? "One minute more would change the key." : "\(minutes) minutes more would change the key."
            )
        }
    }

    /// Shows what is held against a belief, with two visits that are alike but for one thing.
    private func show(_ refutation: Refutation) {
        entry("You may be thinking", refutation.words)
        guard let contrast = refutation.contrast else { return }
        entry("Two visits", contrast.heading)
        if columns(contrast.rows, indent: 4).allSatisfy({ displayWidth(of: $0) <= width }) {
            table(contrast.rows, indent: 4)
        } else {
            for row in contrast.rows { paragraph("\(row[0]): \(row[1]); as if so, \(row[2])", indent: 4) }
        }
        entry("Why", contrast.why)
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
        return "\(words). \(first.heldBy.words ?? first.correction)"
    }
}
