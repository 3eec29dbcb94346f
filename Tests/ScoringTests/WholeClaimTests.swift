import Testing

@testable import Scoring

/// Whole claims of home infusion: per diems, drugs in billing units, nursing, over days.
struct WholeClaimTests {
    private static func key(_ encounter: Encounter, _ change: (inout Policy) -> Void = { _ in }) -> Claim {
        let rules = WholeClaim.rules(change)
        let key = derive(encounter, under: rules)
        #expect(validate(key.claim, against: key).isEmpty, "\(validate(key.claim, against: key).map(\.message))")
        #expect(rules.claim(for: encounter) == key.claim)
        #expect(key.steps.allSatisfy { $0.text.hasSuffix(".") && !$0.text.contains("  ") })
        return key.claim
    }

    private static func therapy(_ from: Int, _ through: Int, every hours: Int? = nil) -> Therapy {
        Therapy("anti-infective", dates: WholeClaim.march(from, through), everyHours: hours)
    }

    /// A code by how often a dose is given, and one of them for each day on which the patient has access.
    @Test(
        arguments: [
            (24, "S9500 x14"), (12, "S9501 x14"), (8, "S9502 x14"), (6, "S9494 x14"), (nil, "S9494 x14"),
        ] as [(Int?, String)])
    func `a per diem goes by the frequency and is billed a day, not a dose`(every: Int?, expected: String) {
        #expect(Self.key(WholeClaim.episode([Self.therapy(2, 15, every: every)])).billsTheSame(as: claim(expected)))
    }

    @Test(
        arguments: [
            (Policy.TherapyDays.access, 24, 14), (.infusion, 24, 14), (.access, 48, 14), (.infusion, 48, 7),
            (.access, 72, 14), (.infusion, 72, 5), (.infusion, 96, 4), (.infusion, 8, 14),
        ])
    func `days of access or of infusion, as the payer says`(days: Policy.TherapyDays, every: Int, expected: Int) {
        let claim = Self.key(WholeClaim.episode([Self.therapy(2, 15, every: every)])) { $0.therapyDays = days }
        #expect(claim.lines.map(\.units) == [expected])
    }

    @Test func `doses that are further apart than the payer's per diem reaches bill no days`() {
        let claim = Self.key(WholeClaim.episode([Self.therapy(2, 15, every: 96)])) { $0.longestInterval = 72 }
        #expect(claim.isEmpty)
    }

    /// The therapy that began first is the first; of those that began together the one that is on record first.
    @Test(
        arguments: [
            ([(2, 15)], [(2, 15)], "S9500 x14, S9338-SH x14"),
            ([(2, 15)], [(9, 22)], "S9500 x14, S9338-SH x7, S9338 x7"),
            ([(9, 22)], [(2, 15)], "S9500-SH x7, S9500 x7, S9338 x14"), ([(2, 8)], [(9, 15)], "S9500 x7, S9338 x7"),
        ] as [([(Int, Int)], [(Int, Int)], String)])
    func `therapies of one day are put in order`(first: [(Int, Int)], second: [(Int, Int)], expected: String) {
        let therapies =
            first.map { Self.therapy($0.0, $0.1, every: 24) }
            + second.map { Therapy("immune-therapy", dates: WholeClaim.march($0.0, $0.1)) }
        #expect(Self.key(WholeClaim.episode(therapies)).billsTheSame(as: claim(expected)))
    }

    @Test func `a third therapy bears another modifier than the second`() {
        let therapies = [
            Self.therapy(2, 15, every: 24), Therapy("immune-therapy", dates: WholeClaim.march(2, 15)),
            Therapy("nutrition", dates: WholeClaim.march(2, 15), aDay: Amount("1.5 L")),
        ]
        #expect(
            Self.key(WholeClaim.episode(therapies)).billsTheSame(as: claim("S9500 x14, S9338-SH x14, S9366-SJ x14")))
    }

    @Test(arguments: [("1 L", "S9365 x3"), ("1.001 L", "S9366 x3"), ("2 L", "S9366 x3"), ("2.5 L", "S9365 x3")])
    func `a code by the volume of a day`(volume: String, expected: String) {
        let therapy = Therapy("nutrition", dates: WholeClaim.march(2, 4), aDay: Amount(volume))
        #expect(Self.key(WholeClaim.episode([therapy])).billsTheSame(as: claim(expected)))
    }

    @Test func `a line is cut at the end of a month where the payer says so`() throws {
        let dates = try #require(DaySpan(from: "2026-03-25", through: "2026-04-07"))
        let encounter = WholeClaim.episode([Therapy("anti-infective", dates: dates, everyHours: 24)])
        #expect(Self.key(encounter).lines.map(\.dates) == [dates])
        let lines = Self.key(encounter) { $0.splitsMonths = true }.lines
        #expect(lines.map(\.units) == [7, 7])
        #expect(lines.map { $0.dates?.description } == ["2026-03-25 to 2026-03-31", "2026-04-01 to 2026-04-07"])
    }

    /// Worked by a payer: cefazolin 1 g every 8 hours for 14 days where a gram is a unit, and two weekly visits.
    @Test func `a fortnight of cefazolin with two weekly visits`() {
        let dates = WholeClaim.march(2, 15)
        let visits = [2, 9].map { day in
            Visit(
                services: [Service("infusion", time: .minutes(60))], performer: "registered-nurse",
                date: WholeClaim.march(day, day).from)
        }
        let encounter = WholeClaim.episode(
            [Therapy("anti-infective", dates: dates)],
            drugs: [DrugGiven("cefazolin", given: Amount("1 g") ?? .none(.milligrams), times: 42, dates: dates)],
            visits: visits)
        let key = Self.key(encounter)
        #expect(key.billsTheSame(as: claim("99601, 99601, S9494 x14, J0690 x84")))
        #expect(key.lines.filter { $0.code == "99601" }.compactMap(\.dates?.from.day) == [2, 9])
    }

    /// Dose to units: a part rounded up.
    @Test(
        arguments: [
            ("500 mg", 1, 1), ("501 mg", 1, 2), ("1 g", 1, 2), ("1 g", 3, 6), ("250 mg", 4, 4), ("1 mg", 1, 1),
            ("0 mg", 1, 0),
        ])
    func `a dose is billed in the units of its code`(given: String, times: Int, units: Int) {
        let drug = DrugGiven("cefazolin", given: Amount(given) ?? .none(.milligrams), times: times)
        #expect(Self.key(WholeClaim.episode([], drugs: [drug])).units(of: "J0690") == units)
    }

    /// Medicare, chapter 17, section 40: what is discarded stands on a line of its own, and given and discarded never come
    /// to more than what the containers hold.
    @Test(
        arguments: [
            ("345 mg", "55 mg", "J1745 x35, J1745-JW x5"), ("400 mg", "0 mg", "J1745-JZ x40"),
            ("341 mg", "9 mg", "J1745-JZ x35"), ("340 mg", "60 mg", "J1745 x34, J1745-JW x6"),
            ("345 mg", "5 mg", "J1745-JZ x35"), ("91 mg", "9 mg", "J1745-JZ x10"),
            ("89 mg", "11 mg", "J1745 x9, J1745-JW"),
        ])
    func `what was discarded is billed in whole units of its own`(given: String, discarded: String, expected: String) {
        let drug = DrugGiven(
            "infliximab", given: Amount(given) ?? .none(.milligrams), discarded: Amount(discarded))
        let encounter = WholeClaim.episode([], drugs: [drug])
        #expect(Self.key(encounter) { $0.discarded = .ownLine }.billsTheSame(as: claim(expected)))
        let vials = drug.given.thousandths + drug.discarded.thousandths
        #expect(Self.key(encounter) { $0.discarded = .ownLine }.units(of: "J1745") <= (vials + 9_999) / 10_000)
    }

    @Test func `a container of many doses has neither modifier`() {
        let drug = DrugGiven(
            "infliximab", given: Amount("345 mg") ?? .none(.milligrams), discarded: Amount("55 mg"), isSingleDose: false
        )
        let claim = Self.key(WholeClaim.episode([], drugs: [drug])) { $0.discarded = .ownLine }
        #expect(claim.description == "J1745 x35")
    }

    /// Weeks run from Sunday to Saturday; 1 March 2026 is a Sunday.
    @Test(arguments: [(3, [3, 3], 0), (3, [3, 1], 2), (7, [7, 7], 0)])
    func `units of a week are capped week by week`(cap: Int, expected: [Int], paid: Int) {
        let encounter = WholeClaim.episode([Self.therapy(1, 14, every: 24)]).with {
            $0.paid.unitsThisWeek = ["S9500": paid]
        }
        let claim = Self.key(encounter) { $0.caps.unitsAWeek = ["S9500": cap] }
        #expect(claim.units(of: "S9500") == (paid == 0 ? expected.reduce(0, +) : cap - paid + cap))
    }

    /// Units never fall as days are added, and every day is billed once.
    @Test func `each day of a therapy is one unit`() {
        for from in 1...31 {
            for through in from...31 {
                let claim = Self.key(WholeClaim.episode([Self.therapy(from, through, every: 24)]))
                #expect(claim.units(of: "S9500") == through - from + 1)
            }
        }
    }

    /// Time of one group and specialty on one date is added up, whoever came between.
    @Test(
        arguments: [
            (["a", "a"], [1, 2], "99601, 99602"), (["a", "b"], [1, 1], "99601 x2"),
            (["a", "b", "a"], [1, 1, 2], "99601 x2, 99602"),
        ] as [([ID<CareGroup>], [Int], String)])
    func `visits of one day are one where the payer takes those who came for one`(
        groups: [ID<CareGroup>], hours: [Int], expected: String
    ) {
        let visits = zip(groups, hours).map { group, hours in
            Visit(
                services: [Service("infusion", time: .minutes(hours * 60))], performer: "registered-nurse", group: group
            )
        }
        let encounter = Encounter(date: Sample.day, visits: visits)
        #expect(Self.key(encounter).billsTheSame(as: claim(expected)))
    }

    /// Visits of a day are billed as the day's, and those of the next day by themselves.
    @Test func `each day's visits are added up by themselves, and told one day after the other`() {
        let visits = [(2, 60), (2, 90), (3, 150)].map { day, minutes in
            Visit(
                services: [Service("infusion", time: .minutes(minutes))], performer: "registered-nurse",
                date: WholeClaim.march(day, day).from)
        }
        let encounter = Encounter(date: WholeClaim.march(2, 2).from, visits: visits)
        #expect(Self.key(encounter).billsTheSame(as: claim("99601, 99601, 99602, 99602")))
        let rules = derive(encounter, under: WholeClaim.rules()).steps.map(\.rule)
        #expect(
            rules == [
                "time", "time", "time", "time", "same-day", "first-code", "further-code", "time", "time", "first-code",
                "further-code",
            ])
    }
}
