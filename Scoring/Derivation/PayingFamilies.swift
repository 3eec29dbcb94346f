/// Which families pay for each kind of service, found at once however many families there are. Shared by all rules
/// whose families pay for the same.
final class PayingFamilies: Sendable {
    /// The indices of the families that pay for each kind, in their order.
    private let byKind: [ID<ServiceKind>: [Int]]
    /// The indices of families that pay for any service.
    private let forAny: [Int]

    init(of codes: CodeSet) {
        var byKind: [ID<ServiceKind>: [Int]] = [:]
        for (number, family) in codes.families.enumerated() where !family.paysForAnyService {
            for kind in family.services { byKind[kind, default: []].append(number) }
        }
        self.byKind = byKind
        forAny = codes.families.indices.filter { codes.families[$0].paysForAnyService }
    }

    /// The indices of the families that pay for anything in an encounter, in their order, and whether there is anything
    /// that none of them names.
    func families(payingIn encounter: Encounter) -> (families: [Int], leaveOut: Bool) {
        var found = Found(families: [])
        for visit in encounter.visits {
            for service in visit.services { add(service.kind, to: &found) }
        }
        if let episode = encounter.episode {
            for drug in episode.drugs { add(drug.kind, to: &found) }
            for therapy in episode.therapies { add(therapy.kind, to: &found) }
        }
        if found.families.count > 1 { found.families.sort() }
        return (found.families, found.leaveOut)
    }

    /// The kinds that other families would pay for and these do not.
    func unpaidKinds(of others: [Family]) -> Set<ID<ServiceKind>> {
        var unpaid: Set<ID<ServiceKind>> = []
        for family in others {
            for kind in family.services where byKind[kind] == nil { unpaid.insert(kind) }
        }
        return unpaid
    }

    private struct Found {
        var families: [Int]
        var leaveOut = false
        /// The kind that was looked up last: most of what was done together is of one kind.
        var last: ID<ServiceKind>?
    }

    private func add(_ kind: ID<ServiceKind>, to found: inout Found) {
        if found.last == kind { return }
        if found.last == nil { found.families = forAny }
        found.last = kind
        guard let families = byKind[kind] else {
            found.leaveOut = true
            return
        }
        for family in families where !found.families.contains(family) { found.families.append(family) }
    }
}

extension CodeSet {
    /// The set whose families pay for what a payer pays for: families that it does not pay at all for nothing, and those
    /// that pay for any of its kinds of service for these alone.
    func paying(by policy: Policy) -> CodeSet {
        var codes = self
        for (index, family) in families.enumerated() {
            if !policy.families.isEmpty, !policy.families.contains(family.id) {
                codes.families[index] = family.with(services: [])
            } else if !family.services.isDisjoint(with: policy.services) {
                codes.families[index] = family.with(services: family.services.intersection(policy.services))
            }
        }
        return codes
    }
}
