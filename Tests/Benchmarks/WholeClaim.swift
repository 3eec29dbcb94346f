import Scoring

/// A month of home infusion: two therapies, a drug with what was discarded of it, and two visits, under a payer with the
/// limits and modifiers that one has, and an answer that a believer gives.
struct WholeClaim {
    let encounter: Encounter
    let beliefs: Beliefs
    let answer: Claim

    /// Nil where a code or a day is none, which none is.
    init?() {
        guard let rules = Self.rules, let encounter = Self.encounter,
            let answer = try? parseAnswer("99601, 99601, S9500 x28, S9338-SH x14, J1745 x35")
        else { return nil }
        self.encounter = encounter
        self.answer = answer
        beliefs = Beliefs(Self.misconceptions, about: rules)
    }

    private static var misconceptions: [Misconception] {
        let changes: [Misconception.Change] = [
            .discarded(.together), .discarded(.unpaid), .therapyDays(.dose), .therapyDays(.infusion), .ignoresCaps,
            .ignoresAuthorisation, .ignoresMonths, .bills(.firstOnly), .furtherAfter(0), .credit(.started),
            .credit(.complete), .sameDay(.separate),
        ]
        return changes.enumerated().map { Misconception(id: ID("belief-\($0.offset)"), changes: [$0.element]) }
    }

    private static var rules: Rules? {
        guard let visit = Code("99601"), let hour = Code("99602"), let general = Code("S9494"),
            let daily = Code("S9500"), let immune = Code("S9338"), let drug = Code("J1745"),
            let second = Modifier("SH"), let waste = Modifier("JW"), let whole = Modifier("JZ")
        else { return nil }
        let codes = CodeSet(
            definitions: [visit, hour, general, daily, immune, drug].map {
                CodeSet.Definition(code: $0, label: "", addOnTo: $0 == hour ? [visit] : [])
            },
            families: [
                Family(
                    id: "visit", title: "visit", services: ["infusion"],
                    first: [.init(code: visit, from: 1, covers: 120)],
                    further: [.init(code: hour, each: 60, after: 120)]),
                Family(
                    id: "anti-infective", title: "therapy", services: ["anti-infective"], measure: .days, first: [],
                    further: [.init(code: general, each: 1, after: 0)],
                    standIns: [StandIn(daily, of: general, when: Condition(everyHours: 24...24))], isRanked: true),
                Family(
                    id: "immune", title: "therapy", services: ["immune"], measure: .days, first: [],
                    further: [.init(code: immune, each: 1, after: 0)], isRanked: true),
                Family(
                    id: "drug", title: "drug", services: ["infliximab"], measure: .amount(.milligrams), first: [],
                    further: [.init(code: drug, each: 10_000, after: 0, credit: .started)]),
            ],
            modifierRules: [
                ModifierRule(second, on: [general, daily, immune], when: Condition(order: 2...2)),
                ModifierRule(waste, on: [drug], when: Condition(portion: .discarded)),
                ModifierRule(whole, on: [drug], when: Condition(portion: .whole)),
            ])
        var policy = Policy(id: "payer", credit: .midpoint)
        policy.discarded = .ownLine
        policy.caps = Policy.Caps(minutesADay: 240, minutesAWeek: 720, unitsAMonth: [visit: 8])
        policy.needsAuthorisation = [daily]
        return Rules(codes: codes, policy: policy)
    }

    private static var encounter: Encounter? {
        guard let first = Day("2026-03-02"), let eighth = Day("2026-03-09"), let last = Day("2026-03-29"),
            let half = Day("2026-03-15"), let month = DaySpan(from: first, through: last),
            let fortnight = DaySpan(from: first, through: half), let daily = Code("S9500"),
            let given = Amount("345 mg"), let discarded = Amount("55 mg")
        else { return nil }
        let visits = [first, eighth].map {
            Visit(services: [Service("infusion", time: .minutes(90))], performer: "nurse", date: $0)
        }
        return Encounter(
            date: first, visits: visits,
            episode: Episode(
                drugs: [DrugGiven("infliximab", given: given, discarded: discarded)],
                therapies: [
                    Therapy("anti-infective", dates: month, everyHours: 24), Therapy("immune", dates: fortnight),
                ], authorised: [daily: 30]))
    }
}
