import Credentials
package import Examining
import Quiz
import Reports
import Scoring
package import Terminal

extension Console {
    /// Shows what was added to an attempt after it was closed, and what it came to before and after each.
    package func show(addendaOf attempt: StoredAttempt) {
        guard let sealed = attempt.sealed, !attempt.addenda.isEmpty else { return }
        let verdict = sealed.isPassed ? "passed" : "not passed"
        entry("When it was closed", "\(mark(sealed.fraction ?? 0)), \(verdict)")
        for number in 1...attempt.addenda.count {
            entry("Addendum \(number)", attempt.telling(ofAddendum: number))
        }
    }
}
