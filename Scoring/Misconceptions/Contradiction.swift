extension Misconception {
    /// Two beliefs that change the same thing of the same charges cannot be held at once.
    package func contradicts(_ other: Misconception) -> Bool {
        let sharesFamilies = families.isEmpty || other.families.isEmpty || !families.isDisjoint(with: other.families)
        return changes.contains { change in
            other.changes.contains { $0.subject == change.subject && (sharesFamilies || !change.subject.isOfFamilies) }
        }
    }
}

extension Misconception.Change {
    fileprivate enum Subject {
        case lines, minimum, start, size, credit, activities, exclusions, services, caps, authorisation, months,
            sameDay, midnight, jointTime, workWithin, therapyDays, discarded, modifiers, pooling, initial, hierarchy,
            standIns, paidApart, scope

        /// Whether it is how some families count, and not what the payer or all charges do.
        var isOfFamilies: Bool {
            switch self {
            case .lines, .minimum, .start, .size, .credit, .scope: true
            default: false
            }
        }
    }

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
        case .ignoresStandIns: .standIns
        case .billsApart: .paidApart
        case .scope: .scope
        }
    }
}
