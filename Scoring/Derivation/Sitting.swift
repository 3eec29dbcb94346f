/// The minutes that are billed as one visit.
struct Sitting: Equatable {
    var minutes: Int
    /// Whether the record says how long it took.
    var isTimed: Bool

    func joined(to other: Sitting) -> Sitting {
        Sitting(minutes: minutes + other.minutes, isTimed: isTimed || other.isTimed)
    }

    /// A visit of which nobody knows how long it took.
    static let ofUnknownLength = Sitting(minutes: 0, isTimed: false)
}

/// What a family bills as one visit, after the payer's caps.
struct BilledSitting: Equatable {
    /// The family's place in the code set.
    let family: Int
    let sitting: Sitting
}

extension Rules {
    /// Holds a visit against the policy's circumstances and measures it; nil when it does not qualify.
    func sitting(
        _ place: Int, of encounter: Encounter, tally: inout Tally, in derivation: inout Derivation
    ) -> Sitting? {
        let visit = encounter.visits[place]
        let family = tally.family
        let isMain = family == codes.mainPlace
        guard policy.places.isEmpty || policy.places.contains(visit.place) else {
            tally.refusedPlace = tally.refusedPlace ?? visit.place
            derivation.note(.placeNotPaid(place: visit.place, paid: policy.places))
            return nil
        }
        if isMain { derivation.key.circumstances.meet(.place) }
        guard policy.performers.isEmpty || policy.performers.contains(visit.performer) else {
            tally.refusedPerformer = tally.refusedPerformer ?? visit.performer
            derivation.note(.performerNotPaid(performer: visit.performer, paid: policy.performers))
            return nil
        }
        tally.isPaid = true
        if isMain { derivation.key.circumstances.meet(.performer) }
        var missing: [RecordItem] = []
        for item in policy.requires where !isOnRecord(item, of: visit, for: family) { missing.append(item) }
        guard missing.isEmpty else {
            tally.lacking.appendNew(missing)
            derivation.note(.undocumented(items: missing, then: policy.undocumented))
            return policy.undocumented == .nothing ? nil : .ofUnknownLength
        }
        guard isOnRecord(.duration, of: visit, for: family) else {
            tally.lacking.appendNew([.duration])
            derivation.note(.durationUnknown)
            return .ofUnknownLength
        }
        if isMain { derivation.key.circumstances.meet(.documented) }
        return measure(visit, tally: &tally, in: &derivation)
    }

    /// Whether the record of a family's services in a visit has an item.
    private func isOnRecord(_ item: RecordItem, of visit: Visit, for family: Int) -> Bool {
        if item != .duration, visit.missing.contains(item) { return false }
        for place in visit.services.indices
        where visit.services[place].activity == .patientCare && pays(visit.services[place].kind, family) {
            if !visit.services[place].records(item, without: visit.missing) { return false }
        }
        return true
    }

    private func measure(_ visit: Visit, tally: inout Tally, in derivation: inout Derivation) -> Sitting {
        var time = CountedTime()
        for place in visit.services.indices where pays(visit.services[place].kind, tally.family) {
            time.add(visit.services[place], counts: policy.counts.holds(visit.services[place].activity))
        }
        time.finish(policy.midnight)
        derivation.key.totalMinutes += time.total
        derivation.key.countedMinutes += time.counted
        tally.minutes += time.counted
        if derivation.keepsSteps { explain(time, in: &derivation) }
        return Sitting(minutes: time.counted, isTimed: true)
    }

    private func explain(_ time: CountedTime, in derivation: inout Derivation) {
        let before = derivation.key.steps.count
        let spans = time.spans
        if !spans.isEmpty { derivation.note(.timed(spans: spans)) }
        if time.untimed > 0 || spans.isEmpty { derivation.note(.untimed(minutes: time.untimed)) }
        if time.overlap > 0 { derivation.note(.overlap(minutes: time.overlap)) }
        if time.afterMidnight > 0 { derivation.note(.afterMidnight(minutes: time.afterMidnight)) }
        for activity in Activity.allCases {
            for left in time.leftOut where left.activity == activity {
                derivation.note(.leftOut(activity: activity, minutes: left.minutes))
            }
        }
        if derivation.key.steps.count > before + 1 { derivation.note(.counted(minutes: time.counted)) }
    }
}
