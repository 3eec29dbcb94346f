/// What a change of the rules can reach: outside of it, whoever holds the belief bills as everybody does.
struct Reach {
    /// The charges that are billed otherwise.
    let charges: ChargeSet
    /// One of these must be there for it to come to anything; nil where nothing must.
    let occasions: Stakes.Occasions?
    /// What is measured anew, where one of some occasions is there.
    let anew: Measuring
    /// The occasions for that.
    let measuring: Stakes.Occasions
    /// What must have come of the key for the change to come to anything all by itself; nil where nothing must.
    let outcome: Outcome?
    /// Whether it changes nothing but to how many units of which codes a measure comes.
    let convertsAlone: Bool

    /// The reach of a change that changes nothing.
    static let nothing = Reach(ChargeSet())

    /// What came of a key.
    enum Outcome {
        /// One of these.
        case any(of: Stakes.Occasions)
        /// A line bore one of these.
        case modifiers([Modifier])
    }

    init(
        _ charges: ChargeSet = .all, where occasions: Stakes.Occasions? = nil, anew: Measuring = [],
        measuring: Stakes.Occasions? = nil, after outcome: Outcome? = nil, convertsAlone: Bool = false
    ) {
        self.charges = charges
        self.occasions = occasions
        self.anew = anew
        self.measuring = measuring ?? occasions ?? []
        self.outcome = outcome
        self.convertsAlone = convertsAlone
    }

    /// Whether it may come to anything where nothing else is changed.
    func meetsAlone(_ stakes: Stakes, _ charges: ChargeSet) -> Bool {
        guard meets(stakes, charges) else { return false }
        return switch outcome {
        case nil: true
        case .any(let occasions): !occasions.isDisjoint(with: stakes.occasions)
        case .modifiers(let modifiers): stakes.bears(anyOf: modifiers)
        }
    }

    /// Whether it may come to anything, where some charges have something to bill.
    func meets(_ stakes: Stakes, _ billing: ChargeSet) -> Bool {
        charges.meets(billing) && occasions.map { !$0.isDisjoint(with: stakes.occasions) } ?? true
    }
}

extension Misconception {
    /// What its changes can reach under rules, where some charges are those whose way of counting the belief is about.
    func reaches(under rules: Rules, counted: [Int]) -> [Reach] {
        let counted = ChargeSet(counted)
        return changes.map { $0.reach(counted, under: rules) }
    }
}

extension Misconception {
    /// Whether it changes nothing whatever was done: it is what the payer holds, or about something that the rules lack.
    package func isIdle(under rules: Rules) -> Bool {
        let counted = rules.codes.charges(changedBy: self)
        return applied(to: rules, counted: counted) == rules
            || reaches(under: rules, counted: counted).allSatisfy { $0.charges == ChargeSet() }
    }
}

extension Misconception.Change {
    /// What the change can reach, where the charges whose way of counting the belief is about are these.
    fileprivate func reach(_ counted: ChargeSet, under rules: Rules) -> Reach {
        if isHeld(by: rules.policy) { return .nothing }
        return switch self {
        case .bills, .firstEach, .firstFrom, .furtherAfter: Reach(counted, convertsAlone: true)
        // What was discarded is measured in what the units of what was given leave of the containers.
        case .furtherEach, .credit: Reach(counted, anew: .drugs, measuring: .unitsLeft, convertsAlone: true)
        case .countsAll: Reach(where: .otherActivities, anew: .visits)
        case .ignoresExclusions:
            Reach(rules.charges(billing: rules.codes.exclusions.flatMap(\.denies)), after: .any(of: .excluded))
        case .anyService: Reach(where: .otherServices, anew: .everything)
        case .ignoresCaps: Reach(where: .caps, anew: .visits, measuring: .minutesCapped, after: .any(of: .capped))
        case .ignoresAuthorisation:
            Reach(rules.charges(billing: rules.policy.needsAuthorisation), after: .any(of: .unauthorised))
        case .ignoresMonths: Reach(where: .months, anew: [.drugs, .days])
        case .sameDay: Reach(where: .visitsOfADay, anew: [.visits, .days], after: .any(of: .visitsCounted))
        case .midnight: Reach(where: .midnight, anew: .visits)
        case .countsJointTwice:
            Reach(where: [.severalServices, .visitsOfADay], anew: .visits, after: .any(of: .jointTime))
        case .leavesOutBundled, .countsApart: Reach(where: .severalServices, anew: .visits)
        case .therapyDays: Reach(where: .therapies, anew: .days)
        case .discarded: Reach(where: .singleDoses, anew: .drugs)
        case .forgets(let modifier): Reach(rules.charges(bearing: [modifier]), after: .modifiers([modifier]))
        case .swaps(let one, let other):
            Reach(rules.charges(bearing: [one, other]), after: .modifiers([one, other]))
        case .pooling: Reach(ChargeSet(rules.codes.pooledFamilies))
        case .ignoresStandIns: Reach(after: .any(of: .stoodIn))
        case .billsApart: Reach(after: .any(of: .notPaidApart))
        case .scope: Reach(counted, where: .several, anew: .everything)
        case .initial, .hierarchy:
            Reach(ChargeSet(rules.codes.hierarchies.indices.map { rules.codes.families.count + $0 }))
        }
    }
}

extension Misconception.Change {
    /// Whether it is what the payer holds too, so that it changes nothing.
    private func isHeld(by policy: Policy) -> Bool {
        switch self {
        case .countsAll: policy.counts.isSuperset(of: Activity.allCases)
        case .sameDay(let sameDay): policy.sameDay == sameDay
        case .midnight(let midnight): policy.midnight == midnight
        case .countsJointTwice: !policy.countsJointTimeOnce
        case .therapyDays(let days): policy.therapyDays == days && policy.longestInterval == nil
        case .discarded(let discarded): policy.discarded == discarded
        case .initial(let initial): policy.initialService == initial
        default: false
        }
    }
}

extension Rules {
    /// The charges that bill any of some codes; all where one of them is nobody's that is known.
    fileprivate func charges(billing codes: [Code]) -> ChargeSet {
        var charges = ChargeSet()
        for code in codes {
            guard let charge = self.codes.index(of: code).flatMap(charge(billing:)) else { return .all }
            charges.insert(charge)
        }
        return charges
    }

    /// The charges on whose lines any of some modifiers may be due.
    fileprivate func charges(bearing modifiers: [Modifier]) -> ChargeSet {
        let isOfSite = codes.hierarchies.contains { $0.furtherSite.map(modifiers.contains) ?? false }
        if isOfSite { return .all }
        let ruled = modifierRules.filter { modifiers.contains($0.modifier) }.flatMap(\.codes)
        let parted = codes.exclusions.filter { $0.distinct.map(modifiers.contains) ?? false }.flatMap(\.denies)
        return charges(billing: ruled + parted)
    }
}

extension CodeSet {
    /// The indices of the families that share their minutes with others.
    fileprivate var pooledFamilies: [Int] {
        families.indices.filter { index in pools.contains { $0.families.contains(families[index].id) } }
    }
}
