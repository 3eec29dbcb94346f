/// What was billed so far through one access on one day.
struct HierarchyBill {
    let hierarchy: Hierarchy
    let day: HierarchyDay
    /// Which access of the day it is, from 1.
    let site: Int
    private var runs: [HierarchyService] = []
    /// What ran while something else did, and is billed by that alone.
    private var alongside: [HierarchyService] = []
    /// Whether a drug that runs while another does was billed on the day already, through whichever access.
    private(set) var hasConcurrent: Bool
    /// How the facts of the families stand that bill initial services.
    private(set) var led: [Tally]

    init(hierarchy: Hierarchy, day: HierarchyDay, site: Int, hasConcurrent: Bool, led: [Tally]) {
        self.hierarchy = hierarchy
        self.day = day
        self.site = site
        self.hasConcurrent = hasConcurrent
        self.led = led
    }

    /// Bills what was given through the access: the initial service first, and then what follows it.
    mutating func add(
        _ services: [HierarchyService], of encounter: Encounter, by rules: Rules, _ derivation: inout Derivation
    ) {
        guard let initial = rules.initial(of: services) else { return }
        let isAlone = services.count == 1
        let initials = hierarchy.initialOf == .service ? services.indices : initial..<initial + 1
        for index in initials { addInitial(services[index], isAlone: isAlone, of: encounter, by: rules, &derivation) }
        for index in services.indices where !initials.contains(index) {
            add(services[index], by: rules, &derivation)
        }
    }

    /// Bills the initial service of the access, with its further hours.
    private mutating func addInitial(
        _ service: HierarchyService, isAlone: Bool, of encounter: Encounter, by rules: Rules,
        _ derivation: inout Derivation
    ) {
        defer { runs.append(service.asInitial) }
        let tier = hierarchy.tiers[service.tier]
        let family = led.firstIndex {
            let family = rules.codes.families[$0.charge]
            // What is too short for every code of the family is billed as the shorter tier.
            return family.id == service.family
                && (tier.family == family.id || family.first(for: max(service.minutes ?? 1, 1)) != nil)
        }
        // A family tells by itself how what was given alone is billed.
        if !isAlone || site > 1 || family == nil {
            derivation.steps.note(.hierarchy(.initialService(code: tier.initial, kind: tier.kind, site: site)))
        }
        if site == 1, let family {
            return addVisit(service, by: family, of: encounter, by: rules, &derivation)
        }
        let modifier = site > 1 ? hierarchy.furtherSite : nil
        add(tier.initial, 1, modifier: modifier, by: rules, &derivation)
        addFurther(service, of: tier, by: rules, &derivation)
    }

    /// Lets the family that the tier names bill the initial service, as a visit at which no other care was given: what
    /// went before it and after it, such as mixing, counts as the payer says.
    private mutating func addVisit(
        _ service: HierarchyService, by family: Int, of encounter: Encounter, by rules: Rules,
        _ derivation: inout Derivation
    ) {
        let charged = rules.codes.families[led[family].charge]
        var visit = encounter.visits[service.visit]
        visit.services = visit.services.enumerated().filter { index, other in
            index == service.index || other.activity != .patientCare && charged.pays(for: other.kind)
        }.map(\.element)
        guard
            let measured = rules.measure(visit, of: encounter, for: charged, tally: &led[family], in: &derivation)
        else { return }
        rules.billVisit(measured, on: day.date, in: &derivation)
    }

    /// Bills a service that follows the initial one.
    private mutating func add(_ service: HierarchyService, by rules: Rules, _ derivation: inout Derivation) {
        let tier = hierarchy.tiers[service.tier]
        guard tier.isTimed else {
            if addPush(service, of: tier, by: rules, &derivation) { runs.append(service) }
            return
        }
        let before = runs.filter { $0.drug != nil && $0.drug == service.drug && $0.tier == service.tier }
        if !before.isEmpty, let further = tier.further {
            defer { runs.append(service) }
            return addMore(of: further, for: service, after: before, by: rules, &derivation)
        }
        if !tier.yields, hierarchy.tellsConcurrent,
            (runs + alongside).contains(where: { hierarchy.tiers[$0.tier].isInfusion && $0.runs(while: service) })
        {
            alongside.append(service)
            return addConcurrent(of: tier, by: rules, &derivation)
        }
        runs.append(service)
        guard let later = tier.later else {
            return derivation.steps.note(.hierarchy(.followsInitial(code: nil, kind: tier.kind, units: 0)))
        }
        if let further = tier.further, further.code == later {
            let credit = rules.policy.credit(for: further)
            let units = max(credit.units(in: service.minutes ?? 0, each: further.each), 1)
            derivation.steps.note(.hierarchy(.followsInitial(code: later, kind: tier.kind, units: units)))
            return add(later, units, by: rules, &derivation)
        }
        derivation.steps.note(.hierarchy(.followsInitial(code: later, kind: tier.kind, units: 1)))
        add(later, 1, by: rules, &derivation)
        addFurther(service, of: tier, by: rules, &derivation)
    }

    /// The same drug once more: the minutes of all its runs are added up, and what they earn beyond what was billed
    /// before is due.
    private mutating func addMore(
        of further: Family.Further, for service: HierarchyService, after before: [HierarchyService], by rules: Rules,
        _ derivation: inout Derivation
    ) {
        let credit = rules.policy.credit(for: further)
        // Where the code of further blocks stands for the first of them too, nothing comes before them.
        let isAllFurther = hierarchy.tiers[service.tier].later == further.code && !before.contains(where: \.isInitial)
        let earned = { (minutes: Int) in
            credit.units(in: isAllFurther ? minutes : further.left(of: minutes), each: further.each)
        }
        let known = before.map { $0.minutes ?? 0 }
        let sum = known.reduce(0, +)
        let units = earned(sum + (service.minutes ?? 0)) - earned(sum)
        derivation.steps.note(
            .hierarchy(
                .sameDrugRuns(
                    code: further.code, drug: service.drug, minutes: known + [service.minutes ?? 0], units: units)))
        add(further.code, units, by: rules, &derivation)
    }

    /// A drug that runs while another does is billed once a day, however many do and however long.
    private mutating func addConcurrent(of tier: Hierarchy.Tier, by rules: Rules, _ derivation: inout Derivation) {
        guard let concurrent = tier.concurrent else { return }
        derivation.steps.note(.hierarchy(.runsAlongside(code: concurrent, kind: tier.kind, isBilled: !hasConcurrent)))
        if !hasConcurrent { add(concurrent, 1, by: rules, &derivation) }
        hasConcurrent = true
    }

    /// A push of another drug is billed each time; of the same drug as the payer says, and not too soon after one that
    /// is billed (CPT, 96376).
    ///
    /// - Returns: Whether later pushes of the drug are held against this one.
    private func addPush(
        _ service: HierarchyService, of tier: Hierarchy.Tier, by rules: Rules, _ derivation: inout Derivation
    ) -> Bool {
        let same = runs.last { $0.drug != nil && $0.drug == service.drug && !hierarchy.tiers[$0.tier].isTimed }
        guard let same else {
            guard let later = tier.later else {
                derivation.steps.note(.hierarchy(.followsInitial(code: nil, kind: tier.kind, units: 0)))
                return true
            }
            derivation.steps.note(.hierarchy(.followsInitial(code: later, kind: tier.kind, units: 1)))
            add(later, 1, by: rules, &derivation)
            return true
        }
        let gap = same.span.flatMap { earlier in service.span.map { abs($0.start - earlier.start) } }
        let isBilled = tier.again != nil && (gap ?? .max) > tier.againAfter
        derivation.steps.note(
            .hierarchy(.givenAgain(code: tier.again, drug: service.drug, gap: gap, isBilled: isBilled)))
        if let again = tier.again, isBilled { add(again, 1, by: rules, &derivation) }
        return isBilled
    }

    private func addFurther(
        _ service: HierarchyService, of tier: Hierarchy.Tier, by rules: Rules, _ derivation: inout Derivation
    ) {
        guard let further = tier.further, let minutes = service.minutes else { return }
        let left = further.left(of: minutes)
        let credit = rules.policy.credit(for: further)
        let units = credit.units(in: left, each: further.each)
        guard left > 0 else { return }
        derivation.steps.note(
            .further(
                code: further.code, left: left, each: further.each, threshold: credit.threshold(of: further.each),
                units: units))
        add(further.code, units, by: rules, &derivation)
    }

    private func add(
        _ code: Code, _ units: Int, modifier: Modifier? = nil, by rules: Rules, _ derivation: inout Derivation
    ) {
        guard units > 0 else { return }
        let billed = rules.standIn(for: code, of: nil, in: day.setting)
        if billed != code { derivation.steps.noteStandIn(billed, for: code) }
        var line = rules.line(billed, units: units, in: day.setting, dates: day.dates, &derivation.steps)
        if let modifier {
            derivation.steps.note(.line(.modifierDue(modifier, on: billed)))
            line.modifiers.append(modifier)
        }
        line.followsEarliest = rules.policy.initialService == .earliest
        derivation.due.add(line)
        if derivation.steps.areKept { derivation.supported.add(line) }
    }
}

extension HierarchyService {
    fileprivate var asInitial: HierarchyService {
        var service = self
        service.isInitial = true
        return service
    }

    /// Whether two services ran at the same time.
    fileprivate func runs(while other: HierarchyService) -> Bool {
        guard let span, let others = other.span else { return false }
        return span.start < others.end && others.start < span.end
    }
}
