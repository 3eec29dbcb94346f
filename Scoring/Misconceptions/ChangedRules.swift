extension Misconception {
    /// The rules as the believer applies them.
    package func applied(to rules: Rules) -> Rules { applied(to: rules, counted: rules.codes.charges(changedBy: self)) }

    /// The same where the charges are known whose way of counting the belief is about.
    func applied(to rules: Rules, counted: [Int]) -> Rules {
        rules.changed(
            conditions: changes.contains(where: \.isOfModifiers), kindsPaid: changes.contains(.anyService)
        ) { codes, policy in
            for change in changes {
                change.apply(to: &codes, &policy, counted, isNamed: !families.isEmpty)
            }
        }
    }
}

extension Misconception.Change {
    fileprivate var isOfModifiers: Bool {
        switch self {
        case .forgets, .swaps, .ignoresStandIns: true
        default: false
        }
    }
}

extension CodeSet {
    /// The indices of the charges whose way of counting a belief is about: the families that it names, else all that
    /// measure what the main family does.
    func charges(changedBy belief: Misconception) -> [Int] {
        belief.families.isEmpty
            ? mainCharges : families.indices.filter { belief.families.contains(families[$0].id) }
    }

    /// The indices of the charges that measure what the main family does.
    var mainCharges: [Int] {
        guard let mainFamilyIndex else { return [] }
        let main = families[mainFamilyIndex].measure
        let alike = families.indices.filter { families[$0].measure.isOfSameKind(as: main) }
        return main == .minutes ? alike + hierarchies.indices.map { families.count + $0 } : alike
    }
}

extension Misconception.Change {
    /// Makes the change; what is about counting is changed for some charges alone, which the belief may name.
    fileprivate func apply(
        to codes: inout CodeSet, _ policy: inout Policy, _ counted: [Int], isNamed: Bool
    ) {
        switch self {
        case .bills(.everything): break
        case .bills(.firstOnly):
            codes.changeFamilies(counted) { $0.with(further: []) }
            codes.changeTiers(counted) { $0.further = nil }
        case .bills(.furtherOnly):
            codes.changeFamilies(counted) { $0.with(furtherReplacesFirst: true) }
            policy.addOnsNeedPrimary = false
        case .bills(.each): codes.changeFamilies(counted) { $0.billingEach() }
        case .furtherAfter(let minute): codes.changeFurther(counted) { $0.after = minute }
        case .furtherEach(let minutes): codes.changeFurther(counted) { $0.each = minutes }
        case .firstEach(let minutes):
            codes.changeFamilies(counted) { $0.repeatingFirst(each: minutes, isNamed: isNamed) }
        case .firstFrom(let minute): codes.changeFamilies(counted) { $0.beginningLongest(at: minute) }
        case .credit(let credit): codes.change(credit, by: &policy, of: counted)
        case .anyService: codes.payMainFamilyForAnyService()
        case .leavesOutBundled:
            codes.changeFamilies { $0.with(bundled: [], apart: $0.apart.union($0.bundled)) }
        case .countsApart: codes.changeFamilies { $0.with(bundled: $0.bundled.union($0.apart), apart: []) }
        case .hierarchy(let error): codes.changeHierarchies(error.apply)
        case .scope(let scope): codes.changeFamilies(counted) { $0.with(scope: scope) }
        case .ignoresStandIns:
            let codesChanged = isNamed ? Set(counted.flatMap { codes.codesCharged(by: $0) }) : nil
            codes.changeFamilies(isNamed ? counted : nil) { $0.with(standIns: []) }
            policy.standIns.removeAll { codesChanged?.contains($0.of) ?? true }
        case .forgets(let modifier): changeModifiers(of: &codes, &policy) { $0 == modifier ? nil : $0 }
        case .swaps(let one, let other):
            changeModifiers(of: &codes, &policy) { $0 == one ? other : $0 == other ? one : $0 }
        default: apply(to: &policy)
        }
    }

    /// Makes the change, where it is about the payer alone.
    private func apply(to policy: inout Policy) {
        switch self {
        case .countsAll: policy.counts = Set(Activity.allCases)
        case .ignoresExclusions: policy.appliesExclusions = false
        case .ignoresCaps: policy.caps = Policy.Caps()
        case .ignoresAuthorisation: policy.needsAuthorisation = []
        case .ignoresMonths: policy.splitsMonths = false
        case .sameDay(let sameDay): policy.sameDay = sameDay
        case .midnight(let midnight): policy.midnight = midnight
        case .countsJointTwice: policy.countsJointTimeOnce = false
        case .billsApart: policy.notPaidApart = []
        case .therapyDays(let days):
            policy.therapyDays = days
            policy.longestInterval = nil
        case .discarded(let discarded): policy.discarded = discarded
        case .pooling(let pooling): policy.pooling = pooling
        case .initial(let initial): policy.initialService = initial
        default: break
        }
    }

    private func changeModifiers(
        of codes: inout CodeSet, _ policy: inout Policy, _ change: (Modifier) -> Modifier?
    ) {
        func changed(_ rules: [ModifierRule]) -> [ModifierRule] {
            rules.compactMap { rule in
                guard let modifier = change(rule.modifier) else { return nil }
                return ModifierRule(modifier, on: rule.codes, when: rule.when, sources: rule.sources)
            }
        }
        codes.modifierRules = changed(codes.modifierRules)
        policy.modifierRules = changed(policy.modifierRules)
        for index in codes.exclusions.indices {
            codes.exclusions[index].distinct = codes.exclusions[index].distinct.flatMap(change)
        }
        codes.hierarchies = codes.hierarchies.map { hierarchy in
            var changed = hierarchy
            changed.furtherSite = hierarchy.furtherSite.flatMap(change)
            return changed
        }
    }
}

extension Misconception.HierarchyError {
    /// Makes the error part of what a hierarchy says.
    fileprivate func apply(to hierarchy: inout Hierarchy) {
        switch self {
        case .addsUp: hierarchy.addsUpShort = true
        case .eachInitial: hierarchy.initialOf = .service
        case .ignoresOverlap: hierarchy.tellsConcurrent = false
        case .ignoresYielding: hierarchy.takesOffYielded = false
        }
    }
}

extension CodeSet {
    fileprivate mutating func changeFamilies(_ indices: [Int]? = nil, _ change: (Family) -> Family) {
        for index in indices ?? Array(families.indices) where families.indices.contains(index) {
            families[index] = change(families[index])
        }
    }

    /// The codes of a family; none of what is no family.
    fileprivate func codesCharged(by charge: Int) -> [Code] {
        families.indices.contains(charge) ? families[charge].codes : []
    }

    fileprivate mutating func changeHierarchies(_ change: (inout Hierarchy) -> Void) {
        for index in hierarchies.indices { change(&hierarchies[index]) }
    }

    fileprivate mutating func changeFurther(_ indices: [Int], _ change: (inout Family.Further) -> Void) {
        changeFamilies(indices) { family in
            var further = family.further
            for index in further.indices { change(&further[index]) }
            return family.with(further: further)
        }
        changeTiers(indices) { tier in
            guard var further = tier.further else { return }
            change(&further)
            tier.further = further
        }
    }

    fileprivate mutating func changeTiers(_ indices: [Int], _ change: (inout Hierarchy.Tier) -> Void) {
        for (number, hierarchy) in hierarchies.enumerated() where indices.contains(families.count + number) {
            for index in hierarchy.tiers.indices { change(&hierarchies[number].tiers[index]) }
        }
    }

    /// Credits a part of a block as the believer does for some charges, whatever a code or the payer says; the others
    /// keep what they have by themselves.
    fileprivate mutating func change(_ credit: Credit, by policy: inout Policy, of charges: [Int]) {
        for (index, family) in families.enumerated() where family.hasParts {
            let isChanged = charges.contains(index)
            let first = family.first.map { $0.crediting(isChanged ? nil : $0.credit ?? policy.credit) }
            let further = family.further.map { $0.crediting(isChanged ? nil : policy.credit(for: $0)) }
            // Families are many and beliefs about them more: one that stays as it is stays shared.
            if first != family.first || further != family.further {
                families[index] = family.with(first: first, further: further)
            }
        }
        for (index, hierarchy) in hierarchies.enumerated() {
            let isChanged = charges.contains(families.count + index)
            for (number, tier) in hierarchy.tiers.enumerated() {
                let further = tier.further.map { $0.crediting(isChanged ? nil : policy.credit(for: $0)) }
                if further != tier.further { hierarchies[index].tiers[number].further = further }
            }
        }
        for index in pools.indices where charges.contains(where: { shares(pools[index], $0) }) {
            pools[index].credit = credit
        }
        policy.credit = credit
        policy.creditByCode = [:]
    }

    private func shares(_ pool: Pool, _ family: Int) -> Bool {
        families.indices.contains(family) && pool.families.contains(families[family].id)
    }

    /// Leaves nothing for the other families to pay for.
    fileprivate mutating func payMainFamilyForAnyService() {
        let main = mainFamily
        changeFamilies { $0.id == main ? $0.with(paysForAnyService: true) : $0.with(services: []) }
    }
}

extension Family.First {
    /// Of a code that is not billed for blocks, no part is ever credited.
    fileprivate func crediting(_ credit: Credit?) -> Family.First {
        if each == nil { return self }
        var first = self
        first.credit = credit
        return first
    }
}

extension Family.Further {
    /// Blocks of one have no part to credit.
    fileprivate func crediting(_ credit: Credit?) -> Family.Further {
        if each <= 1 { return self }
        var further = self
        further.credit = credit
        return further
    }
}

extension Family {
    /// Whether it counts blocks of which there may be a part.
    fileprivate var hasParts: Bool {
        first.contains { $0.each != nil } || further.contains { $0.each > 1 }
    }

    /// Lets the first code be billed for each block of so many minutes, where there is a further code to forget for it.
    /// Of a family that the belief names, the first code of the shortest range stands for all of them.
    fileprivate func repeatingFirst(each minutes: Int, isNamed: Bool) -> Family {
        guard !first.isEmpty, isNamed || !further.isEmpty else { return self }
        if further.isEmpty, var shortest = first.min(by: { $0.from < $1.from }) {
            (shortest.through, shortest.each) = (nil, minutes)
            return with(first: [shortest])
        }
        var repeated = first
        for index in repeated.indices { repeated[index].each = minutes }
        return with(first: repeated, further: [])
    }

    /// Lets a first code be billed once for each of what is counted, the range still choosing it.
    fileprivate func billingEach() -> Family {
        guard measure.isCountable else { return self }
        var repeated = first
        for index in repeated.indices { repeated[index].each = 1 }
        return with(first: repeated)
    }

    /// Lets the range that reaches furthest begin at a minute, and the one before it end there; ranges that would begin
    /// later go.
    fileprivate func beginningLongest(at minute: Int) -> Family {
        guard let longest = first.indices.max(by: { first[$0].from < first[$1].from }) else { return self }
        var ranges = first
        ranges[longest].from = minute
        let others = ranges.indices.filter { $0 != longest }
        if let last = others.filter({ ranges[$0].from < minute }).max(by: { ranges[$0].from < ranges[$1].from }) {
            ranges[last].through = minute - 1
        }
        let kept = ranges.indices.filter { $0 == longest || ranges[$0].from < minute }
        return with(first: kept.map { ranges[$0] })
    }
}
