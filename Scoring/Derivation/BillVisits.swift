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
            return billVisit(measured, on: visit.date ?? encounter.date, in: &derivation)
        }
        let scope = family.scope ?? (policy.sameDay == .combined ? .day : .visit)
        if scope == .visit {
            billApart(of: encounter, for: family, tally: &tally, in: &derivation)
        } else {
            billTogether(of: encounter, for: family, over: scope, tally: &tally, in: &derivation)
        }
    }

    /// Bills each visit by itself, and as one what two people do at the same time; later ones of a day as further blocks
    /// where the payer wants that.
    private func billApart(
        of encounter: Encounter, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) {
        var open: VisitGroup?
        var last: Day?
        for (number, visit) in encounter.visits.enumerated() where family.paysForAny(of: visit.services) {
            let date = visit.date ?? encounter.date
            let joint = open.map { jointMinutes(of: visit, with: [$0], in: encounter, for: family) } ?? 0
            if joint == 0, let group = open.take() { billGroup(group, in: &derivation) }
            guard var measured = measure(visit, of: encounter, for: family, tally: &tally, in: &derivation) else {
                continue
            }
            if joint > 0, measured.amount != nil {
                takeOff(joint, from: &measured, tally: &tally, in: &derivation)
                open?.add(measured, of: number, on: date)
                continue
            }
            if let group = open.take() { billGroup(group, in: &derivation) }
            if last == date {
                measured.isLater = family.scope == nil && policy.sameDay == .laterAsFurther
                if family.scope == nil, policy.sameDay == .ownLines { measured.ownLines = number + 1 }
                derivation.steps.note(measured.isLater ? .visitLater : .visitSeparate)
            }
            last = date
            open = VisitGroup(measured, of: number, by: visit, on: date)
        }
        if let open { billGroup(open, in: &derivation) }
    }

    /// Bills visits of a day, or of whatever is added up, as one where the payer takes those for one who gave the care.
    private func billTogether(
        of encounter: Encounter, for family: Family, over scope: Scope, tally: inout Tally,
        in derivation: inout Derivation
    ) {
        var open: [VisitGroup] = []
        let isByPerformer = conditions.familiesByPerformer.contains(tally.charge)
        for (number, visit) in encounter.visits.enumerated() where family.paysForAny(of: visit.services) {
            let date = visit.date ?? encounter.date
            let period = scope.period(of: date, from: encounter.date)
            if let first = open.first, first.period != period {
                for group in open { billGroup(group, in: &derivation) }
                open = []
            }
            guard var measured = measure(visit, of: encounter, for: family, tally: &tally, in: &derivation) else {
                continue
            }
            let group = open.firstIndex {
                $0.careGroup == visit.group && (!isByPerformer || $0.performer == visit.performer)
            }
            // A day is one, however many visits it has.
            let others = isByPerformer ? group.map { [open[$0]] } ?? [] : open
            if family.measure == .days, others.contains(where: { $0.last == date }) { measured.amount = 0 }
            let joint = jointMinutes(of: visit, with: open, in: encounter, for: family)
            takeOff(joint, from: &measured, tally: &tally, in: &derivation)
            if let group {
                open[group].add(measured, of: number, on: date)
            } else {
                open.append(
                    VisitGroup(
                        measured, of: number, by: visit, on: date, in: period, countingSites: family.measure == .sites))
            }
        }
        for group in open { billGroup(group, in: &derivation) }
    }

    // MARK: Two people at the same time

    /// The minutes of a visit that somebody else of the same group spent with the patient too, where they count once.
    private func jointMinutes(
        of visit: Visit, with groups: [VisitGroup], in encounter: Encounter, for family: Family
    ) -> Int {
        guard policy.countsJointTimeOnce, family.measure == .minutes else { return 0 }
        let date = visit.date ?? encounter.date
        let others = groups.filter { $0.careGroup == visit.group }.flatMap(\.timed).filter { number in
            let other = encounter.visits[number]
            return (other.date ?? encounter.date) == date && other.performer != visit.performer
        }
        if others.isEmpty { return 0 }
        let earlier = others.flatMap { countedTime(of: encounter.visits[$0], for: family).countedSpans }
        let now = countedTime(of: visit, for: family).countedSpans.union
        return now.reduce(0) { $0 + $1.length - $1.minutes(outside: earlier) }
    }

    private func takeOff(
        _ joint: Int, from measured: inout Measured, tally: inout Tally, in derivation: inout Derivation
    ) {
        guard joint > 0, let minutes = measured.amount else { return }
        derivation.steps.note(.jointTime(minutes: joint))
        measured.amount = max(minutes - joint, 0)
        if conditions.askAboutShares { measured.setting = measured.setting?.lasting(max(minutes - joint, 0)) }
        derivation.totalMinutes -= joint
        derivation.countedMinutes -= joint
        tally.amount -= joint
    }

    // MARK: Billing

    /// Bills what visits that are billed as one come to.
    private func billGroup(_ group: VisitGroup, in derivation: inout Derivation) {
        if !group.amounts.isEmpty {
            let family = codes.families[group.measured.family]
            derivation.steps.note(.visitsCombined(amounts: group.amounts, of: family.measure, over: family.scope))
        }
        billVisit(group.measured, on: group.date, in: &derivation)
    }

    /// What was done at each site by itself, where services are billed one by one and sites part codes; nil where they are
    /// not, or all were done at one.
    private func parts(bySite measured: Measured) -> [Measured]? {
        let family = codes.families[measured.family]
        guard family.measure == .occurrences, family.first.isEmpty, let setting = measured.setting,
            let amount = measured.amount
        else { return nil }
        let rest = amount - setting.sites.reduce(0) { $0 + $1.services }
        guard setting.sites.count + (rest > 0 ? 1 : 0) > 1 else { return nil }
        return (setting.sites.map { Optional($0) } + (rest > 0 ? [nil] : [])).map { site in
            var part = measured
            part.amount = site?.services ?? rest
            part.setting = setting.at(site)
            return part
        }
    }

    /// Bills what is one visit by the rules; the payer's caps in minutes are about minutes alone.
    func billVisit(_ measured: Measured, on date: Day, in derivation: inout Derivation) {
        if conditions.partsBySite, let parts = parts(bySite: measured) {
            for part in parts { takeUp(part, in: &derivation) }
            return
        }
        if codes.families[measured.family].measure == .minutes {
            takeUpWithinCaps(measured, on: date, in: &derivation)
        } else {
            takeUp(measured, in: &derivation)
        }
    }
}

/// Visits that are billed as one.
private struct VisitGroup {
    private(set) var measured: Measured
    /// The index of the first of them, where its length is known.
    private let firstTimed: Int?
    /// The indices of the others whose length is known.
    private var othersTimed: [Int] = []
    /// What each of them comes to, where there are several.
    private(set) var amounts: [Int] = []
    /// The day of the first of them.
    let date: Day
    /// The day of the last of them.
    private(set) var last: Day
    /// Who gave the care, as the payer takes them.
    let careGroup: ID<CareGroup>?
    /// Who gave the care of the first of them.
    let performer: ID<Performer>
    /// The period over which they are added up.
    let period: Int?
    /// Whether sites are counted.
    private let isOfSites: Bool

    init(
        _ measured: Measured, of number: Int, by visit: Visit, on date: Day, in period: Int? = nil,
        countingSites isOfSites: Bool = false
    ) {
        self.measured = measured
        self.isOfSites = isOfSites
        careGroup = visit.group
        performer = visit.performer
        self.date = date
        self.period = period
        last = date
        firstTimed = measured.amount == nil ? nil : number
    }

    /// The indices of the visits whose length is known.
    var timed: [Int] { (firstTimed.map { [$0] } ?? []) + othersTimed }

    mutating func add(_ other: Measured, of visit: Int, on date: Day) {
        if amounts.isEmpty { amounts.append(measured.amount ?? 0) }
        amounts.append(other.amount ?? 0)
        measured = measured.joined(to: other)
        // A site is one, at however many visits.
        if isOfSites { measured.amount = measured.setting?.sites.count }
        last = date
        if other.amount != nil { othersTimed.append(visit) }
    }
}

extension [ClockSpan] {
    /// The same minutes in spans of which no two overlap.
    fileprivate var union: [ClockSpan] {
        sorted { $0.start < $1.start }.reduce(into: []) { spans, span in
            if let last = spans.last, span.start <= last.end {
                spans[spans.count - 1] = ClockSpan(from: last.start, to: Swift.max(last.end, span.end)) ?? last
            } else {
                spans.append(span)
            }
        }
    }
}
