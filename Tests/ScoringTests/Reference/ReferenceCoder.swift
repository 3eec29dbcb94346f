@testable import Scoring

/// A second way to a claim, as a patient person with a calendar and a box of matches would go it: minutes are laid out
/// one by one and counted, units are taken off a heap of minutes. It shares no code with the core but the facts, and is
/// what the core is held against.
struct ReferenceCoder {
    let codes: CodeSet
    let policy: Policy

    /// What an encounter bills: units by code.
    func units(for encounter: Encounter) -> [Code: Int] {
        var claim: [Code: Int] = [:]
        var left = minutesLeft(after: encounter.minutesUsedThisWeek)
        for family in codes.families {
            for stay in stays(of: encounter, for: family) {
                if left == 0 { continue }
                guard let minutes = stay else {
                    bill(1, of: family, knownLength: false, into: &claim)
                    continue
                }
                let allowed = min(minutes, left)
                left -= allowed
                bill(allowed, of: family, knownLength: true, into: &claim)
            }
        }
        return afterLimits(claim, on: encounter.date)
    }

    // MARK: Minutes

    /// The minutes that the payer still pays for on the day.
    private func minutesLeft(after used: Int) -> Int {
        var left = Int.max
        if let day = policy.caps.minutesADay { left = min(left, day) }
        if let week = policy.caps.minutesAWeek { left = min(left, week - used) }
        return max(left, 0)
    }

    /// What is billed as one visit each, in minutes; nil for one of which nobody knows how long it took.
    private func stays(of encounter: Encounter, for family: Family) -> [Int?] {
        var stays: [Int?] = []
        // Who was with the patient in which minutes: of the day, or of the last stay where visits stand apart.
        var people: [(who: ID<Performer>, minutes: Set<Int>)] = []
        for visit in encounter.visits {
            let services = visit.services.filter { family.services.contains($0.kind) }
            guard !services.isEmpty else { continue }
            let clock = clockMinutes(of: services)
            let others = people.filter { $0.who != visit.performer }.reduce(into: Set()) { $0.formUnion($1.minutes) }
            let joint = clock.intersection(others).count
            if joint == 0, policy.sameDay != .combined { people = [] }
            guard isPaid(visit) else { continue }
            if policy.requires.contains(where: { lacks($0, visit, services) }) {
                if policy.undocumented == .firstOnly { stays.append(nil) }
            } else if lacks(.duration, visit, services) {
                stays.append(nil)
            } else if joint > 0, policy.sameDay != .combined, let last = stays.last ?? nil {
                stays[stays.count - 1] = last + minutes(of: services) - joint
                people.append((visit.performer, clock))
                continue
            } else {
                stays.append(minutes(of: services) - joint)
                people.append((visit.performer, clock))
                continue
            }
            if policy.sameDay != .combined { people = [] }
        }
        guard policy.sameDay == .combined, !stays.isEmpty else { return stays }
        let known = stays.compactMap(\.self)
        return [known.isEmpty ? nil : known.reduce(0, +)]
    }

    private func isPaid(_ visit: Visit) -> Bool {
        (policy.places.isEmpty || policy.places.contains(visit.place))
            && (policy.performers.isEmpty || policy.performers.contains(visit.performer))
    }

    /// Whether the record of a visit lacks an item: because it says so, or because a time at the patient is not known.
    private func lacks(_ item: RecordItem, _ visit: Visit, _ services: [Service]) -> Bool {
        if item != .duration, visit.missing.contains(item) { return true }
        return services.contains { service in
            guard service.activity == .patientCare else { return false }
            return switch (service.time, item) {
            case (.unknown, .start), (.unknown, .stop), (.unknown, .duration), (.open, .stop), (.open, .duration): true
            case (.clock, .duration): visit.missing.contains(.start) || visit.missing.contains(.stop)
            case (.minutes, .duration): visit.missing.contains(.duration)
            default: false
            }
        }
    }

    /// The minutes that count: each minute of the clock once, and what is only known as a length.
    private func minutes(of services: [Service]) -> Int {
        var lengths = 0
        for service in services where policy.counts.contains(service.activity) {
            if case .minutes(let minutes) = service.time { lengths += minutes }
        }
        return clockMinutes(of: services).count + lengths
    }

    /// The minutes of the clock that count.
    private func clockMinutes(of services: [Service]) -> Set<Int> {
        var clock = Set<Int>()
        for service in services where policy.counts.contains(service.activity) {
            guard case .clock(let start, let stop) = service.time else { continue }
            var minute = start.minute + (service.isNextDay ? 1440 : 0)
            repeat {
                if minute < 1440 || policy.midnight == .whole { clock.insert(minute) }
                minute += 1
            } while minute % 1440 != stop.minute
        }
        return clock
    }

    // MARK: Units

    private func bill(_ minutes: Int, of family: Family, knownLength: Bool, into claim: inout [Code: Int]) {
        let first = family.first.first { minutes >= $0.from && minutes <= ($0.through ?? .max) }
        if first == nil, !family.first.isEmpty { return }
        if let first { claim[first.code, default: 0] += 1 }
        guard knownLength else { return }
        for further in family.further where mayFollow(further.code, first?.code) {
            let credit = policy.creditByCode[further.code] ?? further.credit ?? policy.credit
            var heap = minutes - further.after
            while heap > 0, heap >= further.each || isCredited(heap, of: further.each, by: credit) {
                claim[further.code, default: 0] += 1
                heap -= further.each
            }
        }
    }

    private func isCredited(_ part: Int, of block: Int, by credit: Credit) -> Bool {
        switch credit {
        case .started: part > 0
        case .midpoint: part * 2 > block
        case .complete: part == block
        case .atLeast(let minutes): part >= minutes
        }
    }

    private func mayFollow(_ code: Code, _ first: Code?) -> Bool {
        guard let needs = codes.definitions.first(where: { $0.code == code })?.addOnTo, !needs.isEmpty else {
            return true
        }
        return first.map(needs.contains) ?? false
    }

    // MARK: Limits

    private func afterLimits(_ earned: [Code: Int], on date: Day) -> [Code: Int] {
        var claim = earned.filter { code, _ in
            codes.definitions.contains { $0.code == code && $0.effective.contains(date) }
        }
        for code in codes.codes where policy.appliesExclusions && claim[code] != nil {
            let payers = codes.exclusions.filter { $0.denies.contains(code) }.map(\.pays)
            if payers.contains(where: { claim[$0] != nil }) { claim[code] = nil }
        }
        for definition in codes.definitions {
            guard let units = claim[definition.code] else { continue }
            let most = min(definition.mostADay ?? .max, policy.caps.unitsADay[definition.code] ?? .max)
            claim[definition.code] = min(units, most) > 0 ? min(units, most) : nil
        }
        for definition in codes.definitions where policy.addOnsNeedPrimary && !definition.addOnTo.isEmpty {
            if !definition.addOnTo.contains(where: { claim[$0] != nil }) { claim[definition.code] = nil }
        }
        return claim
    }
}
