extension Rules {
    /// Bills the visits that a family pays for, each by itself or as many as are added up together.
    func billVisits(
        of encounter: Encounter, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) {
        // Most encounters have one visit, which is billed alike however visits of a day are; nothing is gathered for it.
        if encounter.visits.count == 1 {
            let visit = encounter.visits[0]
            guard family.paysForAny(of: visit.services),
                let measured = measure(visit, of: encounter, for: family, tally: &tally, in: &derivation)
            else { return }
            return chargeVisit(measured, on: visit.date ?? encounter.date, in: &derivation)
        }
        let scope = family.scope ?? (policy.sameDay == .combined ? .day : .visit)
        if scope == .visit {
            billApart(of: encounter, for: family, tally: &tally, in: &derivation)
        } else {
            billTogether(of: encounter, for: family, over: scope, tally: &tally, in: &derivation)
        }
    }

    /// Bills each visit by itself; later ones of a day as further blocks where the payer wants that.
    private func billApart(
        of encounter: Encounter, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) {
        var last: Day?
        for visit in encounter.visits where family.paysForAny(of: visit.services) {
            guard var measured = measure(visit, of: encounter, for: family, tally: &tally, in: &derivation) else {
                continue
            }
            let date = visit.date ?? encounter.date
            if last == date {
                measured.isLater = family.scope == nil && policy.sameDay == .laterAsFurther
                derivation.steps.note(measured.isLater ? .visitLater : .visitSeparate)
            }
            last = date
            chargeVisit(measured, on: date, in: &derivation)
        }
    }

    /// Bills visits of a day, or of whatever is added up, as one where the payer takes those for one who gave the care.
    private func billTogether(
        of encounter: Encounter, for family: Family, over scope: Scope, tally: inout Tally,
        in derivation: inout Derivation
    ) {
        var open: [VisitGroup] = []
        for visit in encounter.visits where family.paysForAny(of: visit.services) {
            let date = visit.date ?? encounter.date
            let period = scope.period(of: date)
            if let first = open.first, first.period != period {
                for group in open { charge(group, in: &derivation) }
                open = []
            }
            guard var measured = measure(visit, of: encounter, for: family, tally: &tally, in: &derivation) else {
                continue
            }
            // A day is one, however many visits it has.
            if family.measure == .days, open.contains(where: { $0.last == date }) { measured.amount = 0 }
            if let group = open.firstIndex(where: { $0.careGroup == visit.group }) {
                open[group].add(measured, on: date)
            } else {
                open.append(VisitGroup(measured, on: date, by: visit.group, in: period))
            }
        }
        for group in open { charge(group, in: &derivation) }
    }

    /// Charges what visits that are billed as one come to.
    private func charge(_ group: VisitGroup, in derivation: inout Derivation) {
        if !group.added.isEmpty {
            derivation.steps.note(
                .visitsCombined(amounts: group.amounts, of: codes.families[group.measured.family].measure))
        }
        chargeVisit(group.measured, on: group.date, in: &derivation)
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
    private(set) var measured: Measured
    /// The day of the first of them.
    let date: Day
    /// The day of the last of them.
    private(set) var last: Day
    /// Who gave the care, as the payer takes them.
    let careGroup: ID<CareGroup>?
    /// The period over which they are added up.
    let period: Int?
    /// What the first of them comes to.
    private let first: Int
    /// What each of those comes to that were added.
    private(set) var added: [Int] = []

    init(_ measured: Measured, on date: Day, by careGroup: ID<CareGroup>?, in period: Int?) {
        self.measured = measured
        self.date = date
        last = date
        self.careGroup = careGroup
        self.period = period
        first = measured.amount ?? 0
    }

    /// What each of them comes to.
    var amounts: [Int] { [first] + added }

    mutating func add(_ other: Measured, on date: Day) {
        measured = measured.joined(to: other)
        last = date
        added.append(other.amount ?? 0)
    }
}
