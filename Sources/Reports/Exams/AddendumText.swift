import Credentials
package import Examining
import Scoring
import Terminal

extension Console {
    /// Shows what was added to an attempt after it was closed, and what it came to before and after each.
    package func show(addendaOf attempt: StoredAttempt) {
        guard let sealed = attempt.sealed, !attempt.addenda.isEmpty else { return }
        let verdict = sealed.isPassed ? "passed" : "not passed"
        entry("When it was closed", "\(mark(sealed.fraction ?? 0)), \(verdict)")
        for number in 1...attempt.addenda.count {
            entry("Addendum \(number)", printable(attempt.telling(ofAddendum: number)))
        }
    }
}

extension StoredAttempt {
    /// What an addendum did, why, and who answers for it, in a line. Items go by their numbers: none is disclosed.
    package func telling(ofAddendum number: Int) -> String {
        let addendum = addenda[number - 1]
        let before = result(after: number - 1)?.fraction ?? 0
        let after = result(after: number)?.fraction ?? 0
        let change = before == after ? "still \(mark(after))" : "\(mark(before)) becomes \(mark(after))"
        let undone = addenda.areInForce[number - 1] ? "" : " No longer counts."
        let day = Timestamp(milliseconds: addendum.at)?.day.description ?? ""
        return "\(day), \(addendum.deed): \(change). Reason: \(addendum.reason.closed) By \(addendum.by).\(undone)"
    }
}

extension Addendum {
    /// What was done.
    var deed: String {
        switch event {
        case .regrade:
            let changed = regrade?.items.count { $0.before != $0.after } ?? 0
            let revision = regrade.map { "edition \($0.edition), revision \($0.packRevision)" } ?? ""
            return "scored anew under \(revision), \(quantity(changed, "item")) otherwise"
        case .credit:
            let points = points ?? 0
            return "\(pointsText(abs(points))) \(points < 0 ? "taken" : "given") for item \(item ?? 0)"
        case .undo: return "addendum \(undoes ?? 0) taken back"
        }
    }

    /// What a program reads of it.
    package func json(isInForce: Bool) -> JSON {
        let items = (regrade?.items ?? []).map { item in
            JSON.object([
                ("item", .integer(item.item)), ("rule", .string(item.rule.rawValue)),
                ("before", .fraction(Double(item.before) / 1_000_000)),
                ("after", .fraction(Double(item.after) / 1_000_000)),
            ])
        }
        return .object([
            ("event", .string(event.rawValue)), ("at", .optional(Timestamp(milliseconds: at)?.description)),
            ("by", .string(by)), ("reason", .string(reason)), ("inForce", .bool(isInForce)),
            ("item", item.map(JSON.integer) ?? .null),
            ("points", points.map { .fraction(Double($0) / 1_000_000) } ?? .null),
            ("undoes", undoes.map(JSON.integer) ?? .null),
            ("edition", .optional(regrade?.edition)), ("packRevision", .optional(regrade?.packRevision)),
            ("items", .array(items)),
        ])
    }
}

extension String {
    /// A sentence with its full stop.
    fileprivate var closed: String { last.map { ".!?".contains($0) } == true ? self : self + "." }
}
