/// What a family bills as one visit, after the payer's caps.
struct BilledVisit: Equatable {
    /// The index of the family.
    let family: Int
    /// The minutes that are billed; nil where nobody knows how long the visit took.
    var minutes: Int?

    /// Two visits billed as one. A length that is unknown adds nothing.
    func joined(to other: BilledVisit) -> BilledVisit {
        guard let minutes else { return other }
        return BilledVisit(family: family, minutes: minutes + (other.minutes ?? 0))
    }
}

extension Rules {
    /// Holds a visit against the policy's circumstances and measures it; nil when it does not qualify.
    func measure(
        _ visit: Visit, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) -> BilledVisit? {
        guard policy.places.isEmpty || policy.places.contains(visit.place) else {
            tally.refusedPlace = tally.refusedPlace ?? visit.place
            derivation.steps.note(.placeNotPaid(place: visit.place, paid: policy.places))
            return nil
        }
        meet(.place, by: tally.family, in: &derivation)
        guard policy.performers.isEmpty || policy.performers.contains(visit.performer) else {
            tally.refusedPerformer = tally.refusedPerformer ?? visit.performer
            derivation.steps.note(.performerNotPaid(performer: visit.performer, paid: policy.performers))
            return nil
        }
        tally.isPaid = true
        meet(.performer, by: tally.family, in: &derivation)
        let missing = policy.requires.filter { !family.isOnRecord($0, of: visit) }
        guard missing.isEmpty else {
            tally.lacking.appendNew(missing)
            derivation.steps.note(.undocumented(items: missing, then: policy.undocumented))
            return policy.undocumented == .nothing ? nil : BilledVisit(family: tally.family)
        }
        guard family.isOnRecord(.duration, of: visit) else {
            tally.lacking.appendNew([.duration])
            derivation.steps.note(.durationUnknown)
            return BilledVisit(family: tally.family)
        }
        meet(.documented, by: tally.family, in: &derivation)
        return BilledVisit(family: tally.family, minutes: count(visit, for: family, tally: &tally, in: &derivation))
    }

    /// The minutes of a visit that count for a family.
    private func count(
        _ visit: Visit, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) -> Int {
        var time = CountedTime()
        for service in visit.services where family.pays(for: service.kind) {
            time.add(service, counts: policy.counts.holds(service.activity))
        }
        time.finish(policy.midnight)
        derivation.totalMinutes += time.total
        derivation.countedMinutes += time.counted
        tally.minutes += time.counted
        if derivation.steps.areKept { time.explain(in: &derivation.steps) }
        return time.counted
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
        if steps.all.count > before + 1 { steps.note(.counted(minutes: counted)) }
    }
}
