extension Rules {
    /// Bills the services of a hierarchy, day by day and access by access.
    func billHierarchy(_ number: Int, of encounter: Encounter, in derivation: inout Derivation) {
        let hierarchy = codes.hierarchies[number]
        guard encounter.visits.contains(where: { $0.services.contains { hierarchy.tier(of: $0.kind) != nil } }) else {
            return
        }
        if !derivation.tallies.isEmpty { derivation.steps.note(.nextFamily(title: hierarchy.title)) }
        var tally = Tally(charge: codes.families.count + number)
        var days: [HierarchyDay] = []
        for visit in encounter.visits where isPaid(visit, tally: &tally, in: &derivation) {
            let date = visit.date ?? encounter.date
            let day = HierarchyDay(
                date: date, dates: derivation.isDated ? DaySpan(date) : nil, setting: setting(of: visit, in: encounter))
            let place = days.firstIndex { $0.date == date }
            if place == nil { days.append(day) }
            days[place ?? days.count - 1].add(visit.services, of: hierarchy)
        }
        for var day in days {
            day.classify(by: hierarchy, &derivation.steps)
            tally.amount += day.services.reduce(0) { $0 + ($1.minutes ?? 0) }
            var sites: [ID<AccessSite>?] = []
            for service in day.services where !sites.contains(service.site) { sites.append(service.site) }
            var hasConcurrent = false
            for (index, site) in sites.enumerated() {
                bill(
                    day.services.filter { $0.site == site }, of: hierarchy, on: day, site: index + 1, &hasConcurrent,
                    in: &derivation)
            }
        }
        if derivation.steps.areKept { derivation.tallies.append(tally) }
    }

    /// Bills what was given through one access: the initial service first, and then what follows it.
    private func bill(
        _ services: [HierarchyService], of hierarchy: Hierarchy, on day: HierarchyDay, site: Int,
        _ hasConcurrent: inout Bool, in derivation: inout Derivation
    ) {
        guard let initial = initial(of: services) else { return }
        var bill = HierarchyBill(hierarchy: hierarchy, day: day, site: site, hasConcurrent: hasConcurrent)
        defer { hasConcurrent = bill.hasConcurrent }
        if hierarchy.error == .eachInitial {
            for service in services { bill.addInitial(service, by: self, &derivation) }
            return
        }
        bill.addInitial(services[initial], by: self, &derivation)
        for (index, service) in services.enumerated() where index != initial {
            bill.add(service, by: self, &derivation)
        }
    }

    /// The place of the initial service: the highest, or what the patient came for where the payer wants that; of two
    /// alike the earlier.
    private func initial(of services: [HierarchyService]) -> Int? {
        if policy.initialService == .earliest { return services.indices.first }
        let main = services.indices.filter { services[$0].isMainReason }
        let candidates = policy.initialService == .mainReason && !main.isEmpty ? main : Array(services.indices)
        return candidates.min { (services[$0].tier, $0) < (services[$1].tier, $1) }
    }
}

/// A service of a hierarchy on its way to a line.
struct HierarchyService {
    /// Its place among the tiers.
    var tier: Int
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

    /// Takes up those of some services that the hierarchy bills.
    mutating func add(_ added: [Service], of hierarchy: Hierarchy) {
        for service in added where service.activity == .patientCare {
            guard let tier = hierarchy.tier(of: service.kind) else { continue }
            services.append(
                HierarchyService(
                    tier: tier, drug: service.drug, site: service.site, isMainReason: service.isMainReason,
                    span: service.span, minutes: service.time.length))
        }
        services.sort { ($0.span?.start ?? .max) < ($1.span?.start ?? .max) }
    }

    /// Counts what yields only while nothing else runs, and takes what is too short for what it is: it is billed as
    /// something else, or not at all.
    mutating func classify(by hierarchy: Hierarchy, _ steps: inout Steps) {
        if hierarchy.error == .addsUp { addUp(by: hierarchy) }
        let others = services.filter { !hierarchy.tiers[$0.tier].yields }.compactMap(\.span)
        var kept: [HierarchyService] = []
        for var service in services {
            let tier = hierarchy.tiers[service.tier]
            if tier.yields, hierarchy.error != .ignoresYielding, let span = service.span, let minutes = service.minutes
            {
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
    /// enough together: as somebody bills who adds them up.
    private mutating func addUp(by hierarchy: Hierarchy) {
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

extension ClockSpan {
    /// Its minutes that lie in none of some others.
    fileprivate func minutes(outside others: [ClockSpan]) -> Int {
        var minutes = 0
        var reached = start
        for other in others.sorted(by: { $0.start < $1.start }) where other.end > reached && other.start < end {
            minutes += max(other.start - reached, 0)
            reached = max(reached, other.end)
        }
        return minutes + max(end - reached, 0)
    }
}
