import Testing

@testable import Scoring

/// Each kind of belief with the smallest encounter that reveals it, and the nearest one where whoever holds it is right by
/// luck.
struct SmallestChanceTests {
    struct Chance: Sendable, CustomTestStringConvertible {
        let change: Misconception.Change
        let rules: Rules
        let reveals: Encounter
        /// What the believer bills of it.
        let believed: String
        let hides: Encounter
        var testDescription: String { "\(change)" }

        init(
            _ change: Misconception.Change, _ rules: Rules, _ reveals: Encounter, _ believed: String, hides: Encounter
        ) {
            self.change = change
            self.rules = rules
            self.reveals = reveals
            self.believed = believed
            self.hides = hides
        }
    }

    private static let started = Sample.rules(.started)

    private static func travel(_ minutes: Int, beside care: Int) -> Encounter {
        .of(
            Service("infusion", time: .minutes(care)), Service("infusion", activity: .travel, time: .minutes(minutes)))
    }

    private static let critical = Rules(
        codes: CodeSet(
            definitions: [
                .init(code: "99291", label: "critical care"),
                .init(code: "99292", label: "more of it", addOnTo: ["99291"]),
            ],
            families: [
                Family(
                    id: "care", title: "critical care", services: ["care"],
                    first: [.init(code: "99291", from: 30, covers: 74)],
                    further: [.init(code: "99292", each: 30, after: 74)], bundled: ["films"], apart: ["intubation"])
            ]), policy: Policy(id: "p", credit: .started))

    /// Care from nine o'clock on, and something else of one minute.
    private static func care(until end: Int, _ kind: ID<ServiceKind>, at start: Int) -> Encounter {
        .of(
            Service("care", time: .clock(start: "09:00", stop: ClockTime(wrapping: end))),
            Service(kind, time: .clock(start: ClockTime(wrapping: start), stop: ClockTime(wrapping: start + 1))))
    }

    private static func drug(_ given: String, _ discarded: String) -> Encounter {
        WholeClaim.episode(
            [],
            drugs: [
                DrugGiven(
                    "infliximab", given: Amount(given) ?? .none(.milligrams), discarded: Amount(discarded))
            ])
    }

    private static func therapy(_ from: Day, _ through: Day, every hours: Int) -> Encounter {
        let dates = DaySpan(from: from, through: through) ?? DaySpan(from)
        return WholeClaim.episode([Therapy("anti-infective", dates: dates, everyHours: hours)])
    }

    /// A second therapy that begins on a day of March, after a first one from the 2nd to the 3rd.
    private static func second(from day: Int) -> Encounter {
        WholeClaim.episode([
            Therapy("anti-infective", dates: WholeClaim.march(2, 3), everyHours: 24),
            Therapy("immune-therapy", dates: WholeClaim.march(day, 4)),
        ])
    }

    private static let outpatient = HierarchyDayTests.rules
    private static func morning(_ services: Service...) -> Encounter { .visits(HierarchyDayTests.visit(services)) }
    private static func given(
        _ kind: ID<ServiceKind>, _ drug: ID<Drug>, _ from: Int, _ minutes: Int
    ) -> Service {
        HierarchyMinuteTests.ran(kind, drug, from: 540 + from, for: minutes)
    }

    /// Each of the two has an add-on of its own, and that of a punch follows no tangential one.
    private static let biopsies = Rules(
        codes: CodeSet(
            definitions: [
                .init(code: "11102", label: "tangential"),
                .init(code: "11103", label: "more", addOnTo: ["11102", "11104"]),
                .init(code: "11104", label: "punch"), .init(code: "11105", label: "more", addOnTo: ["11104"]),
            ],
            families: [],
            hierarchies: [
                Hierarchy(
                    id: "biopsies", title: "biopsies",
                    tiers: [
                        .init(kind: "punch", initial: "11104", later: "11105"),
                        .init(kind: "tangential", initial: "11102", later: "11103"),
                    ])
            ]), policy: Policy(id: "p", credit: .started))

    private static let timed = Rules(codes: PoolTests.set, policy: Policy(id: "p", credit: .atLeast(8)))
    private static let authorised = Sample.rules(.started) { $0.needsAuthorisation = ["99602"] }

    static let all: [Chance] = [
        Chance(.bills(.firstOnly), started, .minutes(121), "99601", hides: .minutes(120)),
        Chance(.bills(.furtherOnly), started, .minutes(121), "99602", hides: .minutes(120)),
        Chance(.furtherAfter(60), started, .minutes(61), "99601, 99602", hides: .minutes(60)),
        Chance(.furtherEach(30), started, .minutes(151), "99601, 99602 x2", hides: .minutes(150)),
        Chance(.firstEach(60), started, .minutes(61), "99601 x2", hides: .minutes(60)),
        Chance(.firstFrom(45), started, .minutes(44), "none", hides: .minutes(45)),
        Chance(.credit(.complete), started, .minutes(179), "99601", hides: .minutes(180)),
        Chance(.countsAll, started, travel(1, beside: 120), "99601, 99602", hides: travel(1, beside: 119)),
        Chance(
            .ignoresExclusions, started,
            .of(Service("infusion", time: .minutes(1)), Service("injection", time: .minutes(1))), "99601, 99506",
            hides: .of(Service("injection", time: .minutes(1)))),
        Chance(
            .anyService, started, .of(Service("wound-care", time: .minutes(1))), "99601", hides: .minutes(1)),
        Chance(
            .ignoresCaps, Sample.rules(.started) { $0.caps.minutesADay = 120 }, .minutes(121), "99601, 99602",
            hides: .minutes(120)),
        Chance(
            .ignoresCaps, Sample.rules(.started) { $0.caps.unitsADay = ["99602": 1] }, .minutes(181), "99601, 99602 x2",
            hides: .minutes(180)),
        Chance(
            .ignoresAuthorisation, authorised, Encounter.minutes(181).with { $0.authorised = ["99602": 1] },
            "99601, 99602 x2", hides: Encounter.minutes(180).with { $0.authorised = ["99602": 1] }),
        Chance(
            .ignoresMonths, WholeClaim.rules { $0.splitsMonths = true },
            therapy("2026-03-31", "2026-04-01", every: 24), "S9500 x2",
            hides: therapy("2026-03-30", "2026-03-31", every: 24)),
        Chance(
            .sameDay(.separate), started, .visits(.of(.infusion("08:00", "08:01")), .of(.infusion("09:00", "09:01"))),
            "99601 x2", hides: .visits(.of(.infusion("08:00", "08:01")))),
        Chance(
            .sameDay(.laterAsFurther), started,
            .visits(.of(.infusion("08:00", "08:01")), .of(.infusion("09:00", "09:01"))), "99601, 99602",
            hides: .visits(.of(.infusion("08:00", "08:01")))),
        Chance(
            .midnight(.split), started, .of(.infusion("22:00", "00:01")), "99601",
            hides: .of(.infusion("22:00", "00:00"))),
        Chance(
            .countsJointTwice, started, .of(.infusion("09:00", "10:00"), .infusion("09:59", "11:00")), "99601, 99602",
            hides: .of(.infusion("09:00", "10:00"), .infusion("10:00", "11:00"))),
        Chance(
            .leavesOutBundled, critical, care(until: 540 + 74, "films", at: 540 + 74), "99291",
            hides: care(until: 540 + 73, "films", at: 540 + 73)),
        Chance(
            .countsApart, critical, care(until: 540 + 75, "intubation", at: 550), "99291, 99292",
            hides: care(until: 540 + 74, "intubation", at: 550)),
        Chance(
            .therapyDays(.dose), WholeClaim.rules(), therapy("2026-03-02", "2026-03-02", every: 12), "S9501 x2",
            hides: therapy("2026-03-02", "2026-03-02", every: 24)),
        Chance(
            .therapyDays(.infusion), WholeClaim.rules(), therapy("2026-03-02", "2026-03-03", every: 48), "S9494",
            hides: therapy("2026-03-02", "2026-03-02", every: 48)),
        Chance(
            .discarded(.together), WholeClaim.rules { $0.discarded = .unpaid }, drug("9 mg", "2 mg"), "J1745 x2",
            hides: drug("9 mg", "1 mg")),
        Chance(
            .discarded(.unpaid), WholeClaim.rules { $0.discarded = .together }, drug("9 mg", "2 mg"), "J1745",
            hides: drug("9 mg", "1 mg")),
        Chance(.forgets("SH"), WholeClaim.rules(), second(from: 3), "S9500 x2, S9338, S9338", hides: second(from: 4)),
        Chance(
            .swaps("SH", "SJ"), WholeClaim.rules(), second(from: 3), "S9500 x2, S9338-SJ, S9338", hides: second(from: 4)
        ),
        Chance(
            .pooling(.each), timed, PoolTests.encounter([8, 8]), "97112, 97110", hides: PoolTests.encounter([8, 7])),
        Chance(
            .initial(.earliest), outpatient, morning(given("push", "b", 0, 1), given("infusion", "a", 1, 16)),
            "96367, 96374", hides: morning(given("infusion", "a", 0, 16), given("push", "b", 16, 1))),
        Chance(
            .hierarchy(.addsUp), outpatient, morning(given("push", "a", 0, 8), given("push", "b", 8, 8)), "96365",
            hides: morning(given("push", "a", 0, 8), given("push", "b", 8, 7))),
        Chance(
            .hierarchy(.eachInitial), outpatient,
            morning(given("infusion", "a", 0, 16), given("infusion", "b", 16, 16)),
            "96365 x2", hides: morning(given("infusion", "a", 0, 16))),
        Chance(
            .hierarchy(.ignoresOverlap), outpatient,
            morning(given("infusion", "a", 0, 16), given("infusion", "b", 15, 16)), "96365, 96367",
            hides: morning(given("infusion", "a", 0, 16), given("infusion", "b", 16, 16))),
        Chance(
            .hierarchy(.ignoresYielding), outpatient,
            morning(given("infusion", "a", 0, 16), given("hydration", "s", 15, 31)), "96365, 96361",
            hides: morning(given("infusion", "a", 0, 16), given("hydration", "s", 16, 31))),
        Chance(
            .initial(.earliest), biopsies,
            .of(Service("tangential", time: .minutes(1)), Service("punch", time: .minutes(1))), "11102, 11105",
            hides: .of(Service("punch", time: .minutes(1)), Service("tangential", time: .minutes(1)))),
        Chance(
            .ignoresStandIns, WholeClaim.rules(), therapy("2026-03-02", "2026-03-02", every: 24), "S9494",
            hides: therapy("2026-03-02", "2026-03-02", every: 48)),
        Chance(
            .billsApart, Sample.rules(.started) { $0.notPaidApart = ["99506"] },
            .of(Service("injection", time: .minutes(1))), "99506", hides: .minutes(1)),
        Chance(
            .scope(.day), Sample.rules(.started) { $0.sameDay = .separate },
            .visits(.of(.infusion("08:00", "08:01")), .of(.infusion("09:00", "09:01"))), "99601",
            hides: .visits(.of(.infusion("08:00", "08:01")))),
    ]

    private static func asked(_ chance: Chance, _ encounter: Encounter) -> Case {
        Case(encounter, under: chance.rules, among: [Misconception(id: "held", changes: [chance.change])])
    }

    @Test(arguments: all) func `a belief shows at its smallest chance`(chance: Chance) {
        let asked = Self.asked(chance, chance.reveals)
        let believed = asked.beliefs.singles[0].rules.claim(for: chance.reveals)
        #expect(believed.billsTheSame(as: claim(chance.believed)), "\(believed)")
        #expect(!believed.billsTheSame(as: asked.key.claim), "the key is \(asked.key.claim)")
        #expect(asked.assess(claim(chance.believed)).beliefs == ["held"])
        #expect(asked.differential.singles.map(\.claim) == [believed])
        #expect(grade(claim(chance.believed), against: asked.key).fraction < 1)
    }

    /// A minute, a unit or a day before, whoever holds it bills the key, and nobody is blamed for it.
    @Test(arguments: all) func `a belief is right by luck just before`(chance: Chance) {
        let asked = Self.asked(chance, chance.hides)
        let believed = asked.beliefs.singles[0].rules.claim(for: chance.hides)
        #expect(believed.billsTheSame(as: asked.key.claim), "\(believed), the key is \(asked.key.claim)")
        #expect(asked.assess(believed).beliefs.isEmpty && asked.differential.singles.isEmpty)
        #expect(!asked.key.claim.isEmpty && validate(asked.key.claim, against: asked.key).isEmpty)
    }

    /// Whoever is asked about many answers, or bills many claims at once, comes to the same.
    @Test(arguments: all) func `a belief shows alike in every way of asking`(chance: Chance) {
        for encounter in [chance.reveals, chance.hides] {
            let asked = Self.asked(chance, encounter)
            let answer = asked.beliefs.singles[0].rules.claim(for: encounter)
            #expect(asked.forManyAnswers().assess(answer) == asked.assess(answer))
            let billed = asked.claims(of: asked.beliefs.alone)
            #expect(billed.claims.first == asked.key.claim && billed.indices.first == 0)
            #expect(billed.claims[billed.indices[1]].billsTheSame(as: answer))
        }
    }

    /// A new kind of change does not compile without its place here, and has no chance until it is given one.
    @Test func `every kind of belief has its chance`() {
        #expect(Set(Self.all.map { Self.kind(of: $0.change) }) == Set(0..<27))
    }

    private static func kind(of change: Misconception.Change) -> Int {
        switch change {
        case .bills: 0
        case .furtherAfter: 1
        case .furtherEach: 2
        case .firstEach: 3
        case .firstFrom: 4
        case .credit: 5
        case .countsAll: 6
        case .ignoresExclusions: 7
        case .anyService: 8
        case .ignoresCaps: 9
        case .ignoresAuthorisation: 10
        case .ignoresMonths: 11
        case .sameDay: 12
        case .midnight: 13
        case .countsJointTwice: 14
        case .leavesOutBundled: 15
        case .countsApart: 16
        case .therapyDays: 17
        case .discarded: 18
        case .forgets: 19
        case .swaps: 20
        case .pooling: 21
        case .initial: 22
        case .hierarchy: 23
        case .ignoresStandIns: 24
        case .billsApart: 25
        case .scope: 26
        }
    }
}
