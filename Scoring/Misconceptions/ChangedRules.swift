extension Misconception {
    /// The rules as the believer applies them.
    package func applied(to rules: Rules) -> Rules {
        rules.changed { codes, policy in
            for change in changes { change.apply(to: &codes, &policy) }
        }
    }
}

extension Misconception.Change {
    fileprivate func apply(to codes: inout CodeSet, _ policy: inout Policy) {
        switch self {
        case .bills(.everything): break
        case .bills(.firstOnly): codes.changeFamilies { $0.with(further: []) }
        case .bills(.furtherOnly):
            codes.changeFamilies { $0.with(furtherReplacesFirst: true) }
            policy.addOnsNeedPrimary = false
        case .furtherAfter(let minute): codes.changeFurther { $0.after = minute }
        case .furtherEach(let minutes): codes.changeFurther { $0.each = minutes }
        case .firstEach(let minutes): codes.changeFamilies { $0.repeatingFirst(each: minutes) }
        case .firstFrom(let minute): codes.changeFamilies { $0.beginningLongest(at: minute) }
        case .credit(let credit):
            policy.credit = credit
            policy.creditByCode = [:]
            codes.changeFurther { $0.credit = nil }
        case .countsAll: policy.counts = Set(Activity.allCases)
        case .ignoresExclusions: policy.appliesExclusions = false
        case .anyService: codes.payMainFamilyForAnyService()
        case .leavesOutBundled: codes.changeFamilies { $0.with(bundled: [], apart: $0.apart.union($0.bundled)) }
        case .countsApart: codes.changeFamilies { $0.with(bundled: $0.bundled.union($0.apart), apart: []) }
        case .hierarchy(let error): codes.changeHierarchies { $0.error = error }
        case .forgets(let modifier): changeModifiers(of: &codes, &policy) { $0 == modifier ? nil : $0 }
        case .swaps(let one, let other):
            changeModifiers(of: &codes, &policy) { $0 == one ? other : $0 == other ? one : $0 }
        default: apply(to: &policy)
        }
    }

    /// Makes the change, where it is about the payer alone.
    private func apply(to policy: inout Policy) {
        switch self {
        case .ignoresCaps: policy.caps = Policy.Caps()
        case .ignoresAuthorisation: policy.needsAuthorisation = []
        case .ignoresMonths: policy.splitsMonths = false
        case .sameDay(let sameDay): policy.sameDay = sameDay
        case .midnight(let midnight): policy.midnight = midnight
        case .countsJointTwice: policy.countsJointTimeOnce = false
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
        codes.hierarchies = codes.hierarchies.map { hierarchy in
            var changed = hierarchy
            changed.furtherSite = hierarchy.furtherSite.flatMap(change)
            return changed
        }
    }
}

extension CodeSet {
    fileprivate mutating func changeFamilies(_ change: (Family) -> Family) { families = families.map(change) }

    fileprivate mutating func changeHierarchies(_ change: (inout Hierarchy) -> Void) {
        for index in hierarchies.indices { change(&hierarchies[index]) }
    }

    fileprivate mutating func changeFurther(_ change: (inout Family.Further) -> Void) {
        changeFamilies { family in
            var further = family.further
            for index in further.indices { change(&further[index]) }
            return family.with(further: further)
        }
    }

    /// Leaves nothing for the other families to pay for.
    fileprivate mutating func payMainFamilyForAnyService() {
        let main = mainFamily
        changeFamilies { $0.id == main ? $0.with(paysForAnyService: true) : $0.with(services: []) }
    }
}

extension Family {
    /// Lets the first code be billed for each block of so many minutes, where there is a further code to forget for it.
    fileprivate func repeatingFirst(each minutes: Int) -> Family {
        if first.isEmpty || further.isEmpty { return self }
        var repeated = first
        for index in repeated.indices { repeated[index].each = minutes }
        return with(first: repeated, further: [])
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
