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
        (!measures.everyActivity || key.countsAll) && (!measures.everyService || key.isOfMainFamilyAlone)
    }

    /// Makes lines what the encounter of a key bills by these rules.
    func bill(_ key: Key, into lines: inout DueLines) {
        if measuresAlike(key) {
            rules.derive(key.visits, on: key.encounter.date, into: &lines)
        } else {
            rules.derive(key.encounter, into: &lines)
        }
    }
}

/// What of a visit believers measure that whoever is right may not: where there is nothing of it, its minutes come out
/// alike.
struct Measures {
    /// Minutes of every activity.
    let everyActivity: Bool
    /// Services of every kind.
    let everyService: Bool

    init(_ changes: [Misconception.Change]) {
        everyActivity = changes.contains { $0.subject == .activities }
        everyService = changes.contains { $0.subject == .services }
    }
}
