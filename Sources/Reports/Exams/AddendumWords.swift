import Credentials
package import Examining
import Quiz
import Scoring

extension StoredAttempt {
    /// What an addendum did, why, and who answers for it, in a line. Items go by their numbers: none is disclosed.
    package func telling(ofAddendum number: Int) -> String {
        let addendum = addenda[number - 1]
        let before = result(after: number - 1)?.fraction ?? 0
        let after = result(after: number)?.fraction ?? 0
        let change = before == after ? "still \(mark(after))" : "\(mark(before)) becomes \(mark(after))"
        let undone = addenda.areInForce[number - 1] ? "" : " No longer counts."
        let day = Timestamp(addendum.at)?.day.description ?? ""
        return "\(day), \(addendum.words): \(change). Reason: \(addendum.reason.closed) By \(addendum.by).\(undone)"
    }
}

extension Addendum {
    /// What was done.
    fileprivate var words: String {
        switch deed {
        case .regrade(let regrade):
            let changed = regrade.items.count { $0.before != $0.after }
            let revision = "edition \(regrade.edition), revision \(regrade.packRevision)"
            return "scored anew under \(revision), \(quantity(changed, "item")) otherwise"
        case .credit(let item, let points):
            return "\(pointsText(abs(points))) \(points < 0 ? "taken" : "given") for item \(item)"
        case .undo(let number): return "addendum \(number) taken back"
        }
    }
}

extension String {
    /// A sentence with its full stop.
    fileprivate var closed: String { last.map { ".!?".contains($0) } == true ? self : self + "." }
}
