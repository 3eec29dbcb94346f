/// Somebody who holds one misconception or two, or none, and the rules as this person applies them.
///
/// Believers are shared, since their rules are applied far more often than they are made.
package final class Believer: Sendable {
    /// What is believed, in the order of the pack; nothing for somebody who is right.
    package let names: [ID<Misconception>]
    /// The rules as the believer applies them.
    package let rules: Rules
    private let measures: Measures

    init(_ names: [ID<Misconception>], rules: Rules, measures: Measures) {
        self.names = names
        self.rules = rules
        self.measures = measures
    }

    /// Whether the minutes of an encounter come out as they do in its key.
    func measuresAlike(_ key: Key) -> Bool {
        measures.changed.isEmpty || measures.changed.allSatisfy { $0.comesOutAlike(in: key) }
    }

    /// Makes lines what the encounter of a key bills by these rules.
    func bill(_ key: Key, into lines: inout DueLines) {
        if measuresAlike(key), !rules.hasHierarchies {
            rules.derive(key.measured, of: key.encounter, into: &lines)
        } else {
            rules.derive(key.encounter, into: &lines)
        }
    }
}

/// What of an encounter believers measure that whoever is right may not, or otherwise.
struct Measures {
    fileprivate let changed: [Misconception.Change.Subject]

    init(_ changes: [Misconception.Change]) {
        changed = changes.map(\.subject).filter(\.isMeasured)
    }
}
