import Testing

@testable import Scoring

/// What payers allow over days, weeks and months, with what they paid before.
struct PeriodLimitTests {
    private static func visits(_ visits: [(day: Int, minutes: Int)], used: Int = 0) -> Encounter {
        let date = visits.first.map { WholeClaim.march($0.day, $0.day).from } ?? Sample.day
        let visits = visits.map { day, minutes in
            Visit(
                services: [Service("infusion", time: .minutes(minutes))], performer: "infusion-nurse",
                date: WholeClaim.march(day, day).from)
        }
        return Encounter(date: date, visits: visits, minutesUsedThisWeek: used)
    }

    @Test(arguments: [
        (50, "This payer pays 50 % of S9338 with modifier SH."),
        (0, "This payer pays nothing for S9338 with modifier SH. It is billed all the same."),
    ])
    func `what little is paid of a line is told`(percent: Int, expected: String) {
        let rules = WholeClaim.rules { $0.reductions = [Policy.Reduction("SH", percent: percent)] }
        let key = derive(WholeClaim.twoTherapies, under: rules)
        #expect(key.claim == derive(WholeClaim.twoTherapies, under: WholeClaim.rules()).claim)
        #expect(key.steps.last?.text == expected)
        #expect(!derive(WholeClaim.oneTherapy, under: rules).steps.contains { $0.rule == "payment" })
    }

    /// What a day allows holds for all lines of a code together, which modifiers part.
    @Test(
        arguments: [
            (1, "S9338"), (2, "S9338, S9338-SH"), (3, "S9338 x2, S9338-SH"), (6, "S9338 x2, S9338-SH x2"),
        ])
    func `a day's units are those of all lines of the code`(cap: Int, expected: String) {
        let codes = CodeSet(
            definitions: [.init(code: "S9338", label: "", mostADay: cap)],
            families: ["first", "second"].map {
                Family(
                    id: ID($0), title: "", services: [ID($0)], measure: .occurrences, first: [],
                    further: [.init(code: "S9338", each: 1, after: 0)])
            }, modifierRules: [ModifierRule("SH", on: ["S9338"], when: Condition(kinds: ["second"]))])
        let visits = ["first", "second"].map { kind in
            Visit(
                services: [Service(ID(kind), time: .minutes(5)), Service(ID(kind), time: .minutes(5))],
                performer: "infusion-nurse")
        }
        var policy = Policy(id: "p", credit: .started)
        policy.sameDay = .separate
        let key = derive(
            Encounter(date: Sample.day, visits: visits), under: Rules(codes: codes, policy: policy))
        #expect(key.claim == claim(cap == 1 ? "S9338" : cap == 2 ? "S9338 x2" : expected))
        #expect(validate(key.claim, against: key).isEmpty)
    }

    /// Minutes that are paid of visits on days of March, the 1st, 8th and 15th of which are Sundays.
    @Test(
        arguments: [
            (240, nil, 0, [(2, 300)], [240]), (240, nil, 0, [(2, 200), (2, 100)], [200, 40]),
            (240, nil, 0, [(2, 240), (2, 100), (3, 100)], [240, 0, 100]),
            (nil, 720, 0, [(2, 400), (3, 400)], [400, 320]),
            (nil, 720, 700, [(2, 400), (3, 400)], [20, 0]), (nil, 720, 700, [(6, 400), (8, 400)], [20, 400]),
            (nil, 720, 720, [(7, 60), (8, 60), (14, 700)], [0, 60, 660]),
            (240, 720, 600, [(2, 300), (3, 300)], [120, 0]),
            (240, 720, 500, [(2, 300), (3, 300), (9, 300)], [220, 0, 240]),
            (nil, 720, 900, [(2, 60), (8, 60)], [0, 60]),
            (240, 720, 0, [(2, 240), (3, 240), (4, 240), (5, 240), (8, 240)], [240, 240, 240, 0, 240]),
        ] as [(Int?, Int?, Int, [(Int, Int)], [Int])])
    func `minutes are capped by the day and the week`(
        aDay: Int?, aWeek: Int?, used: Int, visits: [(day: Int, minutes: Int)], paid: [Int]
    ) {
        let rules = Sample.rules(.started) {
            $0.sameDay = .separate
            $0.caps = .init(minutesADay: aDay, minutesAWeek: aWeek)
        }
        let claim = Counted.claim(Self.visits(visits, used: used), under: rules)
        let further = paid.reduce(0) { $0 + (max($1 - 120, 0) + 59) / 60 }
        #expect(Counted.units(claim, of: "99601", "99602") == [paid.count { $0 > 0 }, further])
    }

    /// Each day's unit in turn, as long as its week or month has one left.
    private static func paid(
        _ dates: DaySpan, cap: Int, before: Int, isTogether: (Day, Day) -> Bool
    ) -> Int {
        var taken: [Day: Int] = [dates.from: before]
        var paid = 0
        for day in dates.dates {
            let first = taken.keys.first { isTogether($0, day) } ?? day
            guard taken[first, default: 0] < cap else { continue }
            taken[first, default: 0] += 1
            paid += 1
        }
        return paid
    }

    @Test(arguments: 0...8) func `units of a week`(cap: Int) {
        for from in 1...14 {
            for through in from...31 {
                let dates = WholeClaim.march(from, through)
                for before in [0, 2, 9] {
                    let encounter = WholeClaim.episode([Therapy("immune-therapy", dates: dates)])
                        .with { $0.paid.unitsThisWeek = ["S9338": before] }
                    let claim = WholeClaim.rules { $0.caps.unitsAWeek = ["S9338": cap] }.claim(for: encounter)
                    let expected = Self.paid(dates, cap: cap, before: before) { one, other in
                        (one.day - 1) / 7 == (other.day - 1) / 7
                    }
                    #expect(claim.units(of: "S9338") == expected, "\(dates), \(before) before")
                }
            }
        }
    }

    @Test(arguments: [0, 1, 10, 20, 28, 31, 40]) func `units of a month`(cap: Int) throws {
        for start in stride(from: 20_485, to: 20_520, by: 3) {
            for length in stride(from: 1, through: 70, by: 6) {
                let from = try #require(Day(ordinal: start))
                let through = try #require(Day(ordinal: start + length - 1))
                let dates = try #require(DaySpan(from: from, through: through))
                for before in [0, 5] {
                    let encounter = WholeClaim.episode([Therapy("immune-therapy", dates: dates)])
                        .with { $0.paid.unitsThisMonth = ["S9338": before] }
                    let rules = WholeClaim.rules { $0.caps.unitsAMonth = ["S9338": cap] }
                    let expected = Self.paid(dates, cap: cap, before: before) { $0.month == $1.month }
                    #expect(Counted.claim(encounter, under: rules).units(of: "S9338") == expected, "\(dates)")
                }
            }
        }
    }

    @Test(arguments: [(nil, 0), (0, 0), (1, 1), (7, 7), (13, 13), (14, 14), (15, 14)] as [(Int?, Int)])
    func `no more than is authorised`(authorised: Int?, paid: Int) {
        let encounter = WholeClaim.twoTherapies.with { episode in
            episode.authorised = authorised.map { ["S9500": $0] } ?? [:]
        }
        let rules = WholeClaim.rules { $0.needsAuthorisation = ["S9500"] }
        let claim = Counted.claim(encounter, under: rules)
        #expect(Counted.units(claim, of: "S9500", "S9338") == [paid, 14])
    }

    /// Seven days as the second therapy and seven by itself, with ten authorised.
    @Test func `lines of a code draw on one authorisation, the earlier first`() {
        let encounter = WholeClaim.episode([
            Therapy("anti-infective", dates: WholeClaim.march(2, 8), everyHours: 24),
            Therapy("immune-therapy", dates: WholeClaim.march(2, 15)),
        ]).with { $0.authorised = ["S9338": 10] }
        let claim = Counted.claim(encounter, under: WholeClaim.rules { $0.needsAuthorisation = ["S9338"] })
        #expect(claim.description == "S9500 x7, S9338-SH x7, S9338 x3")
    }

    @Test(
        arguments: [
            (nil, "S9500 x14", [.authorisationMissing]), (0, "S9500 x14", [.authorisationExceeded]),
            (10, "S9500 x14", [.authorisationExceeded]), (10, "S9500 x10", []), (14, "S9500 x14", []),
        ] as [(Int?, String, [Edit.Name])])
    func `what is billed beyond the authorisation is found`(authorised: Int?, billed: String, edits: [Edit.Name]) {
        let encounter = WholeClaim.oneTherapy.with { $0.authorised = authorised.map { ["S9500": $0] } ?? [:] }
        let key = derive(encounter, under: WholeClaim.rules { $0.needsAuthorisation = ["S9500"] })
        #expect(validate(claim(billed), against: key).map(\.edit) == edits)
    }

    /// The last day of service is that of whatever came last: a therapy's end, a visit or a drug.
    @Test(arguments: [15, 20, 25]) func `a claim is filed within its days of the last service`(last: Int) throws {
        let visit = Visit(
            services: [Service("infusion", time: .minutes(60))], performer: "infusion-nurse",
            date: WholeClaim.march(last == 20 ? 20 : 2, 31).from)
        let drug = DrugGiven(
            "cefazolin", given: Amount("1 g") ?? .none(.milligrams),
            dates: WholeClaim.march(2, last == 25 ? 25 : 3))
        let whole = WholeClaim.episode(
            [Therapy("anti-infective", dates: WholeClaim.march(2, 15))], drugs: [drug], visits: [visit])
        for days in 0...40 {
            let received = try #require(Day(ordinal: WholeClaim.march(last, last).from.ordinal + days))
            let encounter = whole.with { $0.received = received }
            let key = derive(encounter, under: WholeClaim.rules { $0.filingDays = 30 })
            #expect(key.claim.isEmpty == (days > 30), "\(days) days after the \(last)th")
            let findings = validate(claim("S9494 x14"), against: key).map(\.edit)
            #expect(findings.contains(.timelyFiling) == (days > 30))
        }
    }

    @Test(arguments: ["J0690", "S9494", "99601"] as [Code]) func `what is never paid apart is left off`(code: Code) {
        let visit = Visit(services: [Service("infusion", time: .minutes(60))], performer: "infusion-nurse")
        let drug = DrugGiven("cefazolin", given: Amount("1 g") ?? .none(.milligrams))
        let encounter = WholeClaim.episode(
            [Therapy("anti-infective", dates: WholeClaim.march(2, 3))], drugs: [drug], visits: [visit])
        let all = Counted.claim(encounter, under: WholeClaim.rules())
        let key = derive(encounter, under: WholeClaim.rules { $0.notPaidApart = [code] })
        #expect(Set(all.lines.map(\.code)) == ["J0690", "S9494", "99601"])
        #expect(key.claim.lines == all.lines.filter { $0.code != code })
        #expect(validate(all, against: key).map(\.edit).contains(.notSeparatelyPayable))
    }

    @Test func `an add-on goes with a primary that is never paid apart`() {
        let rules = Sample.rules(.started) { $0.notPaidApart = ["99601"] }
        #expect(Counted.claim(.minutes(180), under: rules).isEmpty)
    }
}
