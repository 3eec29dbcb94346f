package import Examining
package import Learning
import Quiz
import Reports
package import Terminal

/// Goes through a mock exam with whoever sat it: every item with what was answered, the key and how it comes about. What
/// was answered is kept as training is.
package struct MockReview {
    private let attempt: OpenAttempt
    private let journal: Journal

    /// - Parameters:
    ///   - attempt: One that is closed.
    ///   - journal: Of whoever sat it, in the same pack.
    package init(of attempt: OpenAttempt, into journal: Journal) {
        self.attempt = attempt
        self.journal = journal
    }

    /// Shows every item, in order.
    ///
    /// - Parameter console: Where.
    /// - Throws: `RecordsError` where an answer could not be kept; the items that were shown before are.
    package func run(on console: Console) throws {
        for position in attempt.items.indices {
            let outcome = outcome(at: position)
            try journal.note(outcome, position: position, took: attempt.state.timeSpent[position] ?? 0)
            show(outcome, at: position, on: console)
        }
        try journal.end()
    }

    /// What became of an item: one whose answer is missing was skipped.
    private func outcome(at position: Int) -> TrainingSession.Outcome {
        let item = attempt.items[position]
        let answered = TrainingSession.Outcome(of: item, answered: attempt.state.answers[position], hints: 0)
        return answered ?? TrainingSession.Outcome(item: item, answer: nil, feedback: nil, hints: 0)
    }

    private func show(_ outcome: TrainingSession.Outcome, at position: Int, on console: Console) {
        let item = outcome.item
        console.show(question: item, lead: "\(position + 1)/\(attempt.items.count)")
        guard let answer = outcome.answer, let feedback = outcome.feedback else {
            console.line("  Not answered. The key is \(console.style.bold(item.keyInWords)).")
            return console.explain(item)
        }
        console.entry("Your answer", answer)
        console.line()
        console.show(
            feedback, why: item.why, sources: item.sources, key: item.keyInWords, believing: "As if one thought")
    }
}
