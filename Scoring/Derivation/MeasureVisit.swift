extension Rules {
    /// Holds a visit against the policy's circumstances and measures it; nil when it does not qualify.
    func measure(
        _ visit: Visit, of encounter: Encounter, for family: Family, tally: inout Tally,
        in derivation: inout Derivation
    ) -> Measured? {
        if derivation.isDated { derivation.steps.noteOnce(.visitOf(date: visit.date ?? encounter.date)) }
        guard isPaid(visit, tally: &tally, in: &derivation) else { return nil }
        var measured = Measured(family: tally.charge)
        if conditions.askAboutSettings { measured.setting = setting(of: visit, for: family, in: encounter) }
        if derivation.isDated { measured.dates = DaySpan(visit.date ?? encounter.date) }
        let missing = policy.requires.filter { !family.isOnRecord($0, of: visit) }
        guard missing.isEmpty else {
            tally.lacking.appendNew(missing)
            derivation.steps.noteOnce(.undocumented(items: missing, then: policy.undocumented))
            return policy.undocumented == .nothing ? nil : measured
        }
        guard family.measure != .minutes || family.isOnRecord(.duration, of: visit) else {
            tally.lacking.appendNew([.duration])
            derivation.steps.note(.durationUnknown)
            return measured
        }
        meet(.documented, by: tally.charge, in: &derivation)
        measured.amount =
            switch family.measure {
            case .minutes: count(visit, for: family, tally: &tally, in: &derivation)
            case .days: 1
            case .occurrences, .doses, .amount:
                visit.services.count { $0.activity == .patientCare && family.pays(for: $0.kind) }
            case .sites: measured.setting?.sites.count
            }
        if family.measure != .minutes { tally.amount += measured.amount ?? 0 }
        if conditions.askAboutShares, let minutes = measured.amount {
            measured.setting = measured.setting?.lasting(minutes)
        }
        return measured
    }

    /// Whether the payer pays for where a visit took place, and for who gave the care.
    func isPaid(_ visit: Visit, tally: inout Tally, in derivation: inout Derivation) -> Bool {
        guard policy.places.isEmpty || policy.places.contains(visit.place) else {
            tally.refusedPlace = tally.refusedPlace ?? visit.place
            derivation.steps.note(.placeNotPaid(place: visit.place, paid: policy.places))
            return false
        }
        meet(.place, by: tally.charge, in: &derivation)
        guard policy.performers.isEmpty || policy.performers.contains(visit.performer) else {
            tally.refusedPerformer = tally.refusedPerformer ?? visit.performer
            derivation.steps.note(.performerNotPaid(performer: visit.performer, paid: policy.performers))
            return false
        }
        tally.isPaid = true
        meet(.performer, by: tally.charge, in: &derivation)
        return true
    }

    /// The minutes of a visit that count for a family.
    private func count(
        _ visit: Visit, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) -> Int {
        let time = countedTime(of: visit, for: family)
        derivation.totalMinutes += time.total
        derivation.countedMinutes += time.counted
        tally.amount += time.counted
        if derivation.steps.areKept { time.explain(in: &derivation.steps) }
        return time.counted
    }

    /// What of a visit's time counts for a family.
    func countedTime(of visit: Visit, for family: Family) -> CountedTime {
        var time = CountedTime(countsOnce: policy.countsJointTimeOnce)
        for service in visit.services {
            if family.pays(for: service.kind) || family.bundled.holds(service.kind) {
                time.add(service, counts: policy.counts.holds(service.activity))
            } else if family.apart.holds(service.kind) {
                time.takeOff(service)
            }
        }
        time.finish(policy.midnight)
        return time
    }

    /// What conditions may ask about a visit, or about what a family pays for of it.
    func setting(of visit: Visit, for family: Family? = nil, in encounter: Encounter) -> Setting {
        let billed = conditions.askAboutWays ? visit.services.filter { family?.pays(for: $0.kind) ?? true } : []
        return Setting(
            performers: [visit.performer], place: visit.place, kinds: visit.services.map(\.kind),
            routes: billed.compactMap(\.route),
            sites: billed.isEmpty ? [] : sites(of: billed, in: encounter),
            daysSinceLast: conditions.askAboutLastVisit ? daysSinceLast(of: visit, in: encounter) : .max,
            age: encounter.age)
    }

    /// The sites at which care was given, each once, and how much was.
    private func sites(of services: [Service], in encounter: Encounter) -> [SitedCare] {
        var sites: [SitedCare] = []
        for service in services where service.activity == .patientCare {
            guard let site = service.site else { continue }
            let bit = conditions.partsBySite ? encounter.bit(of: site) : 0
            sites.add(SitedCare(site: site, services: 1, bit: bit))
        }
        return sites
    }

    /// The days since the visit before one; beyond every number of days where there was none.
    private func daysSinceLast(of visit: Visit, in encounter: Encounter) -> Int {
        let date = visit.date ?? encounter.date
        var last = encounter.episode?.paid.lastVisit
        for visit in encounter.visits {
            let other = visit.date ?? encounter.date
            if other < date { last = last.map { max($0, other) } ?? other }
        }
        return last.map { date.ordinal - $0.ordinal } ?? .max
    }
}

extension Family {
    /// Whether the record of the family's services in a visit has an item.
    fileprivate func isOnRecord(_ item: RecordItem, of visit: Visit) -> Bool {
        if item != .duration, visit.missing.contains(item) { return false }
        return visit.services.allSatisfy {
            $0.activity != .patientCare || !pays(for: $0.kind) || $0.records(item, without: visit.missing)
        }
    }
}

extension Encounter {
    /// What tells a site from the other sites of the encounter; of very many, the last are not told apart.
    fileprivate func bit(of site: ID<AccessSite>) -> UInt64 {
        var sites: [ID<AccessSite>] = []
        for service in visits.lazy.flatMap(\.services) {
            guard let other = service.site, !sites.contains(other) else { continue }
            if other == site || sites.count == UInt64.bitWidth - 1 { break }
            sites.append(other)
        }
        return 1 << UInt64(sites.count)
    }
}

extension CountedTime {
    /// Tells how the minutes were counted.
    fileprivate func explain(in steps: inout Steps) {
        let before = steps.all.count
        let spans = spans
        if !spans.isEmpty { steps.note(.timed(spans: spans)) }
        if untimed > 0 || spans.isEmpty { steps.note(.untimed(minutes: untimed)) }
        if overlap > 0 { steps.note(.overlap(minutes: overlap)) }
        if afterMidnight > 0 { steps.note(.afterMidnight(minutes: afterMidnight)) }
        for activity in Activity.allCases {
            for left in leftOut where left.activity == activity {
                steps.note(.leftOut(activity: activity, minutes: left.minutes))
            }
        }
        for off in takenOff { steps.note(.cameOff(kind: off.kind, minutes: off.minutes)) }
        if steps.all.count > before + 1 { steps.note(.counted(minutes: counted)) }
    }
}
