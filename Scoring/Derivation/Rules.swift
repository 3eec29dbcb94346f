/// All that decides what an encounter bills: the codes and the payer's policy.
///
/// Rules never change, so that all who ask about them share them; whoever applies them otherwise makes others.
package final class Rules: Sendable {
    /// The codes in force, with the families that bill them.
    package let codes: CodeSet
    /// How the payer counts.
    package let policy: Policy
    /// What is billed otherwise by who, where, how often or how much.
    let conditions: Conditions
    /// Kinds of service that families pay for and this payer does not.
    let unpaidKinds: Set<ID<ServiceKind>>
    /// Which families pay for each kind of service.
    let paying: PayingFamilies

    package convenience init(codes: CodeSet, policy: Policy) {
        let paysForAll = policy.services.isEmpty && policy.families.isEmpty
        let paid = paysForAll ? codes : codes.paying(by: policy)
        let paying = PayingFamilies(of: paid)
        let unpaid = paysForAll ? [] : paying.unpaidKinds(of: codes.families)
        self.init(paid, policy, conditions: Conditions(of: codes, policy), unpaidKinds: unpaid, paying: paying)
    }

    private init(
        _ codes: CodeSet, _ policy: Policy, conditions: Conditions, unpaidKinds: Set<ID<ServiceKind>>,
        paying: PayingFamilies
    ) {
        self.codes = codes
        self.policy = policy
        self.conditions = conditions
        self.unpaidKinds = unpaidKinds
        self.paying = paying
    }

    /// The modifiers that are due, those of the code set before the payer's.
    var modifierRules: [ModifierRule] { conditions.modifierRules }

    /// Whether a service may be the initial one of others, which is found anew from the facts each time.
    var hasHierarchies: Bool { !codes.hierarchies.isEmpty }

    /// The rules with something changed. Whoever changes no modifier and no stand-in, or nothing of what a family pays
    /// for, takes over what follows from those, since beliefs are many.
    func changed(
        conditions isAnew: Bool = true, kindsPaid: Bool = true, _ change: (inout CodeSet, inout Policy) -> Void
    ) -> Rules {
        var codes = codes
        var policy = policy
        change(&codes, &policy)
        return Rules(
            codes, policy, conditions: isAnew ? Conditions(of: codes, policy) : conditions,
            unpaidKinds: unpaidKinds, paying: kindsPaid ? PayingFamilies(of: codes) : paying)
    }
}

extension Rules: Equatable {
    package static func == (left: Rules, right: Rules) -> Bool {
        left === right || left.codes == right.codes && left.policy == right.policy
    }
}

extension Rules {
    /// Whether the code of a definition may be reported at all on a day: it is in effect, and so is a primary where it
    /// needs one that this payer asks for.
    func isReportable(_ definition: Int, on day: Day) -> Bool {
        policy.addOnsNeedPrimary
            ? codes.isReportable(definition, on: day) : codes.definitions[definition].effective.contains(day)
    }

    /// The most units of a code for one day: the payer's cap or the code's own, whichever is less; nil for any number,
    /// as of a code in tenths.
    func unitCap(of definition: Int) -> Int? {
        if codes.definitions[definition].inTenths { return nil }
        let own = codes.definitions[definition].mostADay
        let payer = policy.caps.unitsADay.isEmpty ? nil : policy.caps.unitsADay[codes.codes[definition]]
        guard let own, let payer else { return own ?? payer }
        return min(own, payer)
    }

    /// The index of what bills the code of a definition: that of the code itself, or of the one that it stands in for
    /// with this payer.
    func charge(billing definition: Int) -> Int? {
        if let charge = codes.relations[definition].charge { return charge }
        let other = policy.standIns.first { $0.code == codes.codes[definition] }?.of
        return other.flatMap(codes.index).flatMap { codes.relations[$0].charge }
    }

    /// The code beside which that of a definition is not paid, among those that are billed; nil where there is none.
    func exclusion(of definition: Int, among isBilled: (Code) -> Bool) -> Code? {
        exclusion(of: definition) { isBilled($0.pays) }
    }

    /// The code beside which that of a definition is not paid, by the first exclusion that applies; nil where none does.
    func exclusion(of definition: Int, by applies: (CodeSet.Exclusion) -> Bool) -> Code? {
        guard policy.appliesExclusions, !codes.relations[definition].deniedBy.isEmpty else { return nil }
        for exclusion in codes.relations[definition].deniedBy where applies(codes.exclusions[exclusion]) {
            return codes.exclusions[exclusion].pays
        }
        return nil
    }

    /// Whether the code of a definition is an add-on and none of the primaries that it needs is billed.
    func lacksPrimary(_ definition: Int, among isBilled: (Code) -> Bool) -> Bool {
        guard policy.addOnsNeedPrimary, codes.definitions[definition].isAddOn else { return false }
        return !codes.definitions[definition].addOnTo.contains(where: isBilled)
    }
}
