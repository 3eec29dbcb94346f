/// The rules as those apply them who hold misconceptions, worked out once for every encounter under one policy. They
/// never change, so that all who ask about the policy can share them.
package final class Beliefs: Sendable {
    /// The rules of whoever is right.
    package let rules: Rules
    /// The rules of each believer, in the order of the pack.
    package let singles: [Believer]
    /// The rules of those who hold two beliefs at once.
    let pairs: [Believer]

    /// Who holds no belief, then who holds one, then who holds two.
    package var all: [Believer] { [Believer([], rules: rules, measures: Measures([]))] + singles + pairs }

    /// Works out what some misconceptions make of rules, one by one and in pairs.
    package init(_ misconceptions: [Misconception], about rules: Rules) {
        self.rules = rules
        let singles = misconceptions.map {
            Believer([$0.id], rules: $0.applied(to: rules), measures: Measures($0.changes))
        }
        var pairs: [Believer] = []
        for (index, first) in misconceptions.enumerated() {
            for second in misconceptions[(index + 1)...] where !first.contradicts(second) {
                pairs.append(
                    Believer(
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

extension Misconception.Change {
    enum Subject { case lines, minimum, start, size, credit, activities, exclusions, services }

    /// What it is that a change is about. Billing the first code again leaves no room for further codes at all.
    var subject: Subject {
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
