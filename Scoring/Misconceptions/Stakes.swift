/// What in an encounter a belief could be about: the charges that bill something of it, and what it holds besides. A
/// belief about anything else changes nothing.
struct Stakes {
    /// What rules may be about and few encounters hold.
    struct Occasions: OptionSet, Sendable {
        let rawValue: UInt32

        /// An activity of which the payer does not count the minutes.
        static let otherActivities = Occasions(rawValue: 1 << 0)
        /// Something that the main family does not pay for, or another one does.
        static let otherServices = Occasions(rawValue: 1 << 1)
        /// A limit of the payer, in minutes or units.
        static let caps = Occasions(rawValue: 1 << 2)
        /// Minutes that a limit took off.
        static let minutesCapped = Occasions(rawValue: 1 << 3)
        /// Minutes or units that a limit took off, the code's own among them.
        static let capped = Occasions(rawValue: 1 << 4)
        /// Units that are not authorised.
        static let unauthorised = Occasions(rawValue: 1 << 5)
        /// A code that is not paid beside another.
        static let excluded = Occasions(rawValue: 1 << 6)
        /// Two visits on one day.
        static let visitsOfADay = Occasions(rawValue: 1 << 7)
        /// A visit that goes past midnight.
        static let midnight = Occasions(rawValue: 1 << 8)
        /// Several services at one visit.
        static let severalServices = Occasions(rawValue: 1 << 9)
        /// A therapy that runs over days.
        static let therapies = Occasions(rawValue: 1 << 10)
        /// A drug from containers of a single dose.
        static let singleDoses = Occasions(rawValue: 1 << 11)
        /// Such a drug with a payer who pays for what is discarded by the units that are left of the containers.
        static let unitsLeft = Occasions(rawValue: 1 << 12)
        /// Days on which a line may be cut where a month ends.
        static let months = Occasions(rawValue: 1 << 13)
        /// Minutes that two services, or two people, have in common.
        static let jointTime = Occasions(rawValue: 1 << 14)
        /// Two visits on one day that both count.
        static let visitsCounted = Occasions(rawValue: 1 << 15)
        /// An add-on that is not billed since its primary is not.
        static let primaryLacked = Occasions(rawValue: 1 << 16)
        /// A code that is billed instead of another.
        static let stoodIn = Occasions(rawValue: 1 << 17)
        /// A code that is never paid by itself.
        static let notPaidApart = Occasions(rawValue: 1 << 18)
        /// Several visits, or several doses of drugs or days of therapies.
        static let several = Occasions(rawValue: 1 << 19)
    }

    let occasions: Occasions
    private let charges: ChargeSet
    /// The same plus the main family, for beliefs that let it pay for any service.
    private let chargesWithMain: ChargeSet
    private let key: Key

    init(of key: Key) {
        self.key = key
        var charges = ChargeSet()
        for tally in key.tallies { charges.insert(tally.charge) }
        self.charges = charges
        if let main = key.rules.codes.mainFamilyIndex { charges.insert(main) }
        chargesWithMain = charges
        occasions = key.occasions
    }

    /// The charges that have something to bill, for somebody who lets the main family pay for anything or does not.
    func charges(payingForAny: Bool) -> ChargeSet { payingForAny ? chargesWithMain : charges }

    /// Whether a line of the key ever bore any of some modifiers.
    func bears(anyOf modifiers: [Modifier]) -> Bool {
        key.steps.contains { step in
            guard case .line(.modifierDue(let modifier, _)) = step else { return false }
            return modifiers.contains(modifier)
        }
    }
}

/// Some of the charges of a code set: families, and hierarchies behind all families. What lies beyond the 63rd is one.
struct ChargeSet: Sendable, Equatable {
    private var bits: UInt64 = 0

    /// Every charge there is.
    static let all = ChargeSet(bits: .max)

    init(_ charges: some Sequence<Int> = []) {
        for charge in charges { insert(charge) }
    }

    private init(bits: UInt64) { self.bits = bits }

    mutating func insert(_ charge: Int) { bits |= 1 << UInt64(min(max(charge, 0), 63)) }

    func meets(_ other: ChargeSet) -> Bool { bits & other.bits != 0 }
}

extension Key {
    fileprivate var occasions: Stakes.Occasions {
        var occasions: Stakes.Occasions = []
        if encounter.hasActivity(besides: rules.policy.counts) { occasions.insert(.otherActivities) }
        if !isOfMainFamilyAlone { occasions.insert(.otherServices) }
        if rules.policy.caps != Policy.Caps() { occasions.insert(.caps) }
        for step in steps { occasions.formUnion(step.occasions) }
        if encounter.hasTwoVisitsOfADay {
            occasions.insert(.visitsOfADay)
            // Where groups bill for themselves, no step tells of two visits.
            if encounter.visits.contains(where: { $0.group != nil }) { occasions.insert(.visitsCounted) }
        }
        if encounter.passesMidnight { occasions.insert(.midnight) }
        if encounter.hasSeveralServices { occasions.insert(.severalServices) }
        if encounter.visits.count > 1 || encounter.episode != nil { occasions.insert(.several) }
        guard let episode = encounter.episode else { return occasions }
        if rules.policy.splitsMonths { occasions.insert(.months) }
        if !episode.therapies.isEmpty { occasions.insert(.therapies) }
        if episode.drugs.contains(where: \.isSingleDose) {
            occasions.insert(.singleDoses)
            if rules.policy.discarded == .ownLine { occasions.insert(.unitsLeft) }
        }
        return occasions
    }

    /// Whether the main family pays for all that was given, and no other charge for any of it.
    var isOfMainFamilyAlone: Bool {
        guard tallies.count == 1, tallies[0].charge == rules.codes.mainFamilyIndex else { return false }
        let main = rules.codes.families[tallies[0].charge]
        return encounter.visits.allSatisfy { visit in visit.services.allSatisfy { main.pays(for: $0.kind) } }
            && encounter.episode?.drugs.allSatisfy { main.pays(for: $0.kind) } ?? true
            && encounter.episode?.therapies.allSatisfy { main.pays(for: $0.kind) } ?? true
    }
}

extension Step {
    /// What it shows a belief to be about.
    fileprivate var occasions: Stakes.Occasions {
        switch self {
        case .minutesCapped: [.minutesCapped, .capped]
        case .unitsCapped, .limit(.unitsCappedOver): .capped
        case .limit(.authorised): .unauthorised
        case .excluded, .limit(.excludedOn), .line(.distinct): .excluded
        case .addOnWithoutPrimary: .primaryLacked
        case .line(.stoodIn): .stoodIn
        case .limit(.notPaidApart): .notPaidApart
        case .visitSeparate, .visitLater, .visitsCombined: .visitsCounted
        case .overlap: .jointTime
        case .jointTime: [.jointTime, .visitsCounted]
        default: []
        }
    }
}

extension Encounter {
    fileprivate var hasTwoVisitsOfADay: Bool {
        visits.indices.dropFirst().contains { index in
            visits[..<index].contains { ($0.date ?? date) == (visits[index].date ?? date) }
        }
    }

    fileprivate func hasActivity(besides counted: Set<Activity>) -> Bool {
        visits.contains { visit in visit.services.contains { !counted.holds($0.activity) } }
    }

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
