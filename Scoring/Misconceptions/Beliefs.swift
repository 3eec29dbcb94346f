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
    enum Subject {
        case lines, minimum, start, size, credit, activities, exclusions, services, caps, authorisation, months,
            sameDay, midnight, jointTime, workWithin, therapyDays, discarded, modifiers, pooling, initial, hierarchy

        /// Whether it changes what is measured, and not only what becomes of it.
        var isMeasured: Bool {
            switch self {
            case .activities, .services, .caps, .months, .sameDay, .midnight, .jointTime, .workWithin, .therapyDays,
                .discarded, .size, .credit:
                true
            case .lines, .minimum, .start, .exclusions, .authorisation, .modifiers, .pooling, .initial,
                .hierarchy:
                false
            }
        }

        /// Whether there is nothing in the encounter of a key that would be measured otherwise.
        func comesOutAlike(in key: Key) -> Bool {
            switch self {
            case .activities: key.countsAll
            case .services: key.isOfMainFamilyAlone
            case .caps: !key.isCapped
            case .sameDay: !key.encounter.hasTwoVisitsOfADay
            case .midnight: !key.encounter.passesMidnight
            case .jointTime, .workWithin: !key.encounter.hasSeveralServices
            case .therapyDays: key.encounter.episode?.therapies.isEmpty ?? true
            case .discarded: !key.encounter.hasSingleDoses
            case .months: !key.rules.policy.splitsMonths
            // What was discarded is measured in what the units of what was given leave of the containers.
            case .size, .credit: key.rules.policy.discarded != .ownLine || !key.encounter.hasSingleDoses
            default: true
            }
        }
    }

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
        case .ignoresCaps: .caps
        case .ignoresAuthorisation: .authorisation
        case .ignoresMonths: .months
        case .sameDay: .sameDay
        case .midnight: .midnight
        case .countsJointTwice: .jointTime
        case .leavesOutBundled, .countsApart: .workWithin
        case .therapyDays: .therapyDays
        case .discarded: .discarded
        case .forgets, .swaps: .modifiers
        case .pooling: .pooling
        case .initial: .initial
        case .hierarchy: .hierarchy
        }
    }
}

extension Encounter {
    fileprivate var hasTwoVisitsOfADay: Bool {
        visits.indices.dropFirst().contains { index in
            visits[..<index].contains { ($0.date ?? date) == (visits[index].date ?? date) }
        }
    }

    fileprivate var hasSingleDoses: Bool { episode?.drugs.contains(where: \.isSingleDose) ?? false }

    fileprivate var hasSeveralServices: Bool { visits.contains { $0.services.count > 1 } }

    fileprivate var passesMidnight: Bool {
        visits.contains { visit in
            visit.services.contains { service in
                guard case .clock(let start, let stop) = service.time else { return service.isNextDay }
                return service.isNextDay || stop <= start
            }
        }
    }
}
