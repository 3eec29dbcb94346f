extension Rules {
    /// Bills the services of a hierarchy, day by day and access by access.
    func billHierarchy(_ number: Int, of encounter: Encounter, in derivation: inout Derivation) {
        let hierarchy = codes.hierarchies[number]
        guard encounter.visits.contains(where: { $0.services.contains { hierarchy.tier(of: $0.kind) != nil } }) else {
            return
        }
        if !derivation.tallies.isEmpty { derivation.steps.note(.nextFamily(title: hierarchy.title)) }
        var tally = Tally(charge: codes.families.count + number)
        let days = days(of: hierarchy, in: encounter, tally: &tally, &derivation)
        var led = ledTallies(of: hierarchy, like: tally)
        for tally in led { meet(.service, by: tally.charge, in: &derivation) }
        for var day in days {
            day.classify(by: hierarchy, &derivation.steps)
            tally.amount += day.services.reduce(0) { $0 + ($1.minutes ?? 0) }
            var sites: [ID<AccessSite>?] = []
            for service in day.services where !sites.contains(service.site) { sites.append(service.site) }
            var hasConcurrent = false
            for (index, site) in sites.enumerated() {
                var bill = HierarchyBill(
                    hierarchy: hierarchy, day: day, site: index + 1, hasConcurrent: hasConcurrent, led: led)
                bill.add(day.services.filter { $0.site == site }, of: encounter, by: self, &derivation)
                hasConcurrent = bill.hasConcurrent
                led = bill.led
            }
        }
        if derivation.steps.areKept { derivation.tallies += led + [tally] }
    }

    /// How the facts of the families stand that a hierarchy leads, before they bill anything.
    private func ledTallies(of hierarchy: Hierarchy, like tally: Tally) -> [Tally] {
        let led = codes.ledFamilies.sorted().filter { index in
            hierarchy.tiers.contains { $0.family == codes.families[index].id }
        }
        return led.map { charge in
            var led = Tally(charge: charge)
            led.isPaid = tally.isPaid
            led.lacking = tally.lacking
            led.refusedPlace = tally.refusedPlace
            led.refusedPerformer = tally.refusedPerformer
            return led
        }
    }

    /// The services of each day that the payer pays for. What lacks something that the payer wants on record is left
    /// out, or known to have been given and no more.
    private func days(
        of hierarchy: Hierarchy, in encounter: Encounter, tally: inout Tally, _ derivation: inout Derivation
    ) -> [HierarchyDay] {
        var days: [HierarchyDay] = []
        for (number, visit) in encounter.visits.enumerated()
        where visit.services.contains(where: { hierarchy.tier(of: $0.kind) != nil })
            && isPaid(visit, tally: &tally, in: &derivation)
        {
            let missing = policy.requires.filter { !hierarchy.isOnRecord($0, of: visit) }
            if !missing.isEmpty {
                tally.lacking.appendNew(missing)
                derivation.steps.note(.undocumented(items: missing, then: policy.undocumented))
                if policy.undocumented == .nothing { continue }
            } else if !hierarchy.isOnRecord(.duration, of: visit) {
                tally.lacking.appendNew([.duration])
            }
            let date = visit.date ?? encounter.date
            let day = HierarchyDay(
                date: date, dates: derivation.isDated ? DaySpan(date) : nil, setting: setting(of: visit, in: encounter))
            let known = days.firstIndex { $0.date == date }
            if known == nil { days.append(day) }
            days[known ?? days.count - 1].add(visit, number, of: hierarchy, isTimed: missing.isEmpty)
        }
        return days
    }

    /// The index of the initial service: the highest, or what the patient came for where the payer wants that; of two
    /// alike the earlier.
    func initial(of services: [HierarchyService]) -> Int? {
        if policy.initialService == .earliest { return services.indices.first }
        let main = services.indices.filter { services[$0].isMainReason }
        let candidates = policy.initialService == .mainReason && !main.isEmpty ? main : Array(services.indices)
        return candidates.min { (services[$0].tier, $0) < (services[$1].tier, $1) }
    }
}

extension Hierarchy {
    /// Whether the record of a visit's services that it bills has an item; times are asked of what is counted by them.
    fileprivate func isOnRecord(_ item: RecordItem, of visit: Visit) -> Bool {
        let isOfTime = item == .start || item == .stop || item == .duration
        if !isOfTime { return !visit.missing.contains(item) }
        return visit.services.allSatisfy { service in
            guard service.activity == .patientCare, let tier = tier(of: service.kind), tiers[tier].isTimed else {
                return true
            }
            return service.records(item, without: visit.missing)
        }
    }
}

/// A service of a hierarchy on its way to a line.
struct HierarchyService {
    /// Its index among the tiers.
    var tier: Int
    /// The index of its visit in the encounter, and its own in the visit.
    let visit: Int
    let index: Int
    /// The family that bills it where it is the initial service, whichever tier it then stands in.
    let family: ID<Family>?
    let drug: ID<Drug>?
    let site: ID<AccessSite>?
    let isMainReason: Bool
    /// When it ran; nil where only its length is known, or not even that.
    let span: ClockSpan?
    /// Minutes that count; nil where nobody knows.
    var minutes: Int?
    /// Whether it is the initial service of its access.
    var isInitial = false
}

/// The services of a hierarchy on one day.
struct HierarchyDay {
    let date: Day
    /// What lines bear; nil where the encounter has but one day.
    let dates: DaySpan?
    let setting: Setting
    fileprivate(set) var services: [HierarchyService] = []

    init(date: Day, dates: DaySpan?, setting: Setting) {
        self.date = date
        self.dates = dates
        self.setting = setting
    }

    /// Takes up those services of a visit that the hierarchy bills; where its times are not on record, how long they took
    /// is not known.
    mutating func add(_ visit: Visit, _ number: Int, of hierarchy: Hierarchy, isTimed: Bool) {
        for (index, service) in visit.services.enumerated() where service.activity == .patientCare {
            guard let tier = hierarchy.tier(of: service.kind) else { continue }
            services.append(
                HierarchyService(
                    tier: tier, visit: number, index: index, family: hierarchy.tiers[tier].family, drug: service.drug,
                    site: service.site, isMainReason: service.isMainReason, span: service.span,
                    minutes: isTimed ? service.time.length : nil))
        }
        services.sort { ($0.span?.start ?? .max) < ($1.span?.start ?? .max) }
    }

    /// Counts what yields only while nothing else runs. What is too short for what it is is billed as something else,
    /// or not at all.
    mutating func classify(by hierarchy: Hierarchy, _ steps: inout Steps) {
        if hierarchy.addsUpShort { addUpShort(by: hierarchy) }
        let others = services.filter { !hierarchy.tiers[$0.tier].yields }.compactMap(\.span)
        var kept: [HierarchyService] = []
        for var service in services {
            let tier = hierarchy.tiers[service.tier]
            if tier.yields, hierarchy.takesOffYielded, let span = service.span, let minutes = service.minutes {
                service.minutes = span.minutes(outside: others)
                let yielded = minutes - (service.minutes ?? 0)
                if yielded > 0 { steps.note(.hierarchy(.yielded(kind: tier.kind, minutes: yielded))) }
            }
            if tier.isTimed, (service.minutes ?? 0) < tier.from {
                let shorter = tier.shorter.flatMap(hierarchy.tier)
                steps.note(
                    .hierarchy(
                        .tooShort(kind: tier.kind, minutes: service.minutes, least: tier.from, billedAs: tier.shorter)))
                guard let shorter else { continue }
                service.tier = shorter
            }
            kept.append(service)
        }
        services = kept
    }
}

extension HierarchyDay {
    /// Makes one service of those of an access that are too short for what they are and of pushes, where they are long
    /// enough together.
    private mutating func addUpShort(by hierarchy: Hierarchy) {
        for (number, tier) in hierarchy.tiers.enumerated() where tier.isTimed {
            let push = tier.shorter.flatMap(hierarchy.tier)
            let isShort = { (service: HierarchyService) in
                service.tier == push || service.tier == number && (service.minutes ?? 0) < tier.from
            }
            let short = services.filter(isShort)
            let minutes = short.reduce(0) { $0 + ($1.minutes ?? 0) }
            guard short.count > 1, minutes >= tier.from, var sum = short.first else { continue }
            sum.tier = number
            sum.minutes = minutes
            services.removeAll(where: isShort)
            services.append(sum)
        }
    }
}
