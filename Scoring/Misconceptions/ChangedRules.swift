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
        }
    }
}

extension CodeSet {
    fileprivate mutating func changeFamilies(_ change: (Family) -> Family) { families = families.map(change) }

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
