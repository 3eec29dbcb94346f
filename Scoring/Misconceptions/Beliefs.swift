/// The rules as those apply them who hold misconceptions, worked out once for every encounter under one policy. They
/// never change, so that all who ask about the policy can share them.
package final class Beliefs: Sendable {
    /// The rules of whoever is right.
    package let rules: Rules
    /// The rules of each believer, in the order of the pack.
    package let singles: [Held]
    /// The rules of those who hold two beliefs at once.
    let pairs: [Held]

    /// Who holds no belief, then who holds one, then who holds two.
    package var all: [Held] { [Held([], rules: rules, measures: Measures([]))] + singles + pairs }

    /// Beliefs held together, and the rules that they make. Shared, since the rules are applied far more often than
    /// they are made.
    package final class Held: Sendable {
        /// In the order of the pack.
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
                rules.derive(key.measured, of: key.encounter, into: &lines)
            } else {
                rules.derive(key.encounter, into: &lines)
            }
        }
    }

    /// Works out what some misconceptions make of rules, one by one and in pairs.
    package init(_ misconceptions: [Misconception], about rules: Rules) {
        self.rules = rules
        let singles = misconceptions.map {
            Held([$0.id], rules: $0.applied(to: rules), measures: Measures($0.changes))
        }
        var pairs: [Held] = []
        for (index, first) in misconceptions.enumerated() {
            for second in misconceptions[(index + 1)...] where !first.contradicts(second) {
                pairs.append(
                    Held(
                        [first.id, second.id], rules: second.applied(to: singles[index].rules),
                        measures: Measures(first.changes + second.changes)))
            }
        }
        self.singles = singles
        self.pairs = pairs
    }
}

extension Misconception {
    /// Two beliefs that change the same thing cannot be held at once.
    package func contradicts(_ other: Misconception) -> Bool {
        changes.contains { change in other.changes.contains { $0.subject == change.subject } }
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

extension Misconception.Change {
    fileprivate enum Subject { case lines, minimum, start, size, credit, activities, exclusions, services }

    /// What it is that a change is about. Billing the first code again leaves no room for further codes at all.
    fileprivate var subject: Subject {
        switch self {
        case .bills, .firstEach: .lines
        case .firstFrom: .minimum
        case .furtherAfter: .start
        case .furtherEach: .size
        case .credit: .credit
        case .countsAll: .activities
        case .ignoresExclusions: .exclusions
        case .anyService: .services
        }
    }
}
