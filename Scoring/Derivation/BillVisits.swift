extension Rules {
    /// Bills the visits that a family pays for, each by itself or as many as are added up together.
    func billVisits(
        of encounter: Encounter, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) {
        if encounter.visits.count == 1 {
            let visit = encounter.visits[0]
            guard family.paysForAny(of: visit.services),
                let measured = measure(visit, of: encounter, for: family, tally: &tally, in: &derivation)
            else { return }
            return chargeVisit(measured, on: visit.date ?? encounter.date, in: &derivation)
        }
        let scope = family.scope ?? (policy.sameDay == .combined ? .day : .visit)
        var group = VisitGroup()
        for visit in encounter.visits where family.paysForAny(of: visit.services) {
            guard var measured = measure(visit, of: encounter, for: family, tally: &tally, in: &derivation) else {
                continue
            }
            let date = visit.date ?? encounter.date
            if scope.period(of: date).map({ group.takes($0, visit.group) }) == true {
                group.add(measured)
                continue
            }
            if scope == .visit {
                if group.date == date {
                    measured.isLater = family.scope == nil && policy.sameDay == .laterAsFurther
                    derivation.steps.note(measured.isLater ? .visitLater : .visitSeparate)
                }
            } else {
                close(group, in: &derivation)
            }
            group = VisitGroup(measured, on: date, by: visit.group, in: scope.period(of: date))
            if scope == .visit { close(group, in: &derivation) }
        }
        if scope != .visit { close(group, in: &derivation) }
    }

    /// Charges what a group of visits comes to.
    private func close(_ group: VisitGroup, in derivation: inout Derivation) {
        guard let measured = group.measured, let date = group.date else { return }
        if !group.added.isEmpty { derivation.steps.note(.visitsCombined(minutes: group.amounts)) }
        chargeVisit(measured, on: date, in: &derivation)
    }

    /// Charges what is billed as one visit; the payer's caps in minutes are about minutes alone.
    private func chargeVisit(_ measured: Measured, on date: Day, in derivation: inout Derivation) {
        if codes.families[measured.family].measure == .minutes {
            charge(measured, on: date, in: &derivation)
        } else {
            charge(measured, in: &derivation)
        }
    }
}

/// Visits that are billed as one.
private struct VisitGroup {
    private(set) var measured: Measured?
    /// The day of the first of them.
    private(set) var date: Day?
    /// What the first of them comes to.
    private var first = 0
    /// What each of those comes to that were added.
    private(set) var added: [Int] = []
    private var careGroup: ID<CareGroup>?
    private var period: Int?

    init() {}

    init(_ measured: Measured, on date: Day, by careGroup: ID<CareGroup>?, in period: Int?) {
        self.measured = measured
        self.date = date
        self.careGroup = careGroup
        self.period = period
        first = measured.amount ?? 0
    }

    /// What each of them comes to.
    var amounts: [Int] { [first] + added }

    /// Whether another visit is added to these: one in the same period, by those whom the payer takes for the same.
    func takes(_ period: Int, _ careGroup: ID<CareGroup>?) -> Bool {
        measured != nil && self.period == period && self.careGroup == careGroup
    }

    mutating func add(_ other: Measured) {
        measured = measured?.joined(to: other)
        added.append(other.amount ?? 0)
    }
}
