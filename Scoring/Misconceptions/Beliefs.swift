/// The rules as those apply them who hold misconceptions, worked out once for every encounter under one policy. They
/// never change, so that all who ask about the policy can share them.
package final class Beliefs: Sendable {
    /// The rules of whoever is right.
    package let rules: Rules
    /// Who holds no belief.
    private let none: Held
    /// The rules of each believer, in the order of the pack.
    package let singles: [Held]
    /// The rules of those who hold two beliefs at once.
    let pairs: [Held]

    /// Who holds no belief, then who holds one, then who holds two.
    package var all: [Held] { [none] + singles + pairs }

    /// What an encounter bills by the rules of whoever is right. Whoever asks for the rules instead gets a copy of them,
    /// which costs a fifth of the derivation.
    func key(of encounter: Encounter) -> Key { derive(encounter, under: rules) }

    /// Beliefs held together, and the rules that they make. Shared, since the rules are applied far more often than
    /// they are made.
    package final class Held: Sendable {
        /// In the order of the pack.
        package let names: [ID<Misconception>]
        package let rules: Rules
        private let measures: Measures

        init(_ names: [ID<Misconception>], rules: Rules, measures: Measures) {
            self.names = names
            self.rules = rules
            self.measures = measures
        }

        /// Whether the minutes of an encounter come out as they do in its key.
        func measuresAlike(_ key: Key) -> Bool { measures == .alike || measures == .everyActivity && key.countsAll }

        /// Derives what an encounter bills by these rules.
        func bill(_ encounter: Encounter, whose key: Key, in derivation: inout Derivation) {
            if measuresAlike(key) {
                rules.bill(key.billed, on: encounter.date, in: &derivation)
            } else {
                rules.bill(encounter, in: &derivation)
            }
        }
    }

    package init(_ misconceptions: [Misconception], about rules: Rules) {
        self.rules = rules
        none = Held([], rules: rules, measures: .alike)
        let singles = misconceptions.map {
            Held([$0.id], rules: $0.applied(to: rules), measures: $0.measures)
        }
        var pairs: [Held] = []
        for (place, first) in misconceptions.enumerated() {
            for second in misconceptions[(place + 1)...] where !first.contradicts(second) {
                pairs.append(
                    Held(
                        [first.id, second.id], rules: second.applied(to: singles[place].rules),
                        measures: max(first.measures, second.measures)))
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

/// How the minutes of a visit come out for a believer, beside how they do for whoever is right; the more it may differ,
/// the later.
enum Measures: Comparable {
    case alike
    /// Alike, unless there are minutes that the payer does not count.
    case everyActivity
    case otherwise
}

extension Misconception {
    fileprivate var measures: Measures {
        changes.reduce(.alike) { max($0, $1.measures) }
    }
}

extension Misconception.Change {
    fileprivate var measures: Measures {
        switch subject {
        case .services: .otherwise
        case .activities: .everyActivity
        default: .alike
        }
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
