/// The rules as those apply them who hold misconceptions, worked out once for every encounter under one policy. They
/// never change, so that all who ask about the policy can share them.
package final class Beliefs: Sendable {
    /// The rules of whoever is right.
    package let rules: Rules
    /// The rules of each believer, in the order of the pack.
    let singles: [Held]
    /// The rules of those who hold two beliefs at once.
    let pairs: [Held]

    /// Beliefs held together, and the rules that they make. A single belief has no second. Shared, since the rules
    /// are applied far more often than they are made.
    final class Held: Sendable {
        let first: ID<Misconception>
        let second: ID<Misconception>?
        /// Both, or the one.
        let names: [ID<Misconception>]
        let rules: Rules
        /// Whether the minutes of a visit come out as they do for whoever is right.
        private let measuresAlike: Bool

        init(first: ID<Misconception>, second: ID<Misconception>?, rules: Rules, measuresAlike: Bool) {
            self.first = first
            self.second = second
            names = [first] + (second.map { [$0] } ?? [])
            self.rules = rules
            self.measuresAlike = measuresAlike
        }

        /// What an encounter bills by these rules.
        func claim(for encounter: Encounter, whose key: Key) -> Claim {
            measuresAlike ? rules.claim(for: key.billed, on: encounter.date) : rules.claim(for: encounter)
        }
    }

    package init(_ misconceptions: [Misconception], about rules: Rules) {
        self.rules = rules
        let singles = misconceptions.map {
            Held(first: $0.id, second: nil, rules: $0.applied(to: rules), measuresAlike: $0.measuresAlike)
        }
        var pairs: [Held] = []
        for (place, first) in misconceptions.enumerated() {
            for second in misconceptions[(place + 1)...] where !first.contradicts(second) {
                let both = second.applied(to: singles[place].rules)
                pairs.append(
                    Held(
                        first: first.id, second: second.id, rules: both,
                        measuresAlike: first.measuresAlike && second.measuresAlike))
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

extension Misconception {
    /// Whether it leaves alone which services and activities are counted.
    fileprivate var measuresAlike: Bool {
        changes.allSatisfy { $0.subject != .activities && $0.subject != .services }
    }
}

extension Misconception.Change {
    fileprivate enum Subject { case lines, minimum, start, size, credit, activities, exclusions, services }

    /// What it is that a change is about. Billing the first code again leaves no room for add-ons at all.
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
