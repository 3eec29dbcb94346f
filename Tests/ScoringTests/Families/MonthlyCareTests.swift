import Testing

@testable import Scoring

/// Care that is added up over a calendar month: minutes of a month, visits of a month, days with readings of a month.
struct MonthlyCareTests {
    /// Chronic care management: 20 minutes of clinical staff a month, and each 20 more, of which two are paid; what is left
    /// of 20 earns nothing (CMS, Chronic Care Management Services booklet; 99439's most units).
    private static let chronic = rules(
        Family(
            id: "chronic-care", title: "chronic care management", services: ["care"], scope: .month,
            first: [.init(code: "99490", from: 20, covers: 20)],
            further: [.init(code: "99439", each: 20, after: 20)]), .complete
    ) { $0.caps.unitsAMonth = ["99439": 2] }

    /// The complex kind: from 60 minutes on, and each 30 more.
    private static let complex = rules(
        Family(
            id: "complex-care", title: "complex care management", services: ["care"], scope: .month,
            first: [.init(code: "99487", from: 60, covers: 60)],
            further: [.init(code: "99489", each: 30, after: 60)]), .complete)

    private static func rules(
        _ family: Family, _ credit: Credit, _ change: (inout Policy) -> Void = { _ in }
    ) -> Rules {
        let codes = family.codes
        let definitions = codes.enumerated().map { number, code in
            CodeSet.Definition(
                code: code, label: "a code", addOnTo: number > 0 && !family.further.isEmpty ? [codes[0]] : [])
        }
        var policy = Policy(id: "p", title: "the payer", credit: credit)
        change(&policy)
        return Rules(codes: CodeSet(definitions: definitions, families: [family]), policy: policy)
    }

    /// Calls and paperwork on days of 2026, each of so many minutes.
    private static func care(_ calls: [(day: Day, minutes: Int)]) -> Encounter {
        Encounter(
            date: calls.first?.day ?? Sample.day,
            visits: calls.map { day, minutes in
                Visit(services: [Service("care", time: .minutes(minutes))], performer: "nurse", date: day)
            })
    }

    @Test(
        arguments: [
            ([1], 0, 0), ([19], 0, 0), ([20], 1, 0), ([10, 9], 0, 0), ([10, 10], 1, 0), ([39], 1, 0), ([20, 19], 1, 0),
            ([40], 1, 1), ([13, 13, 14], 1, 1), ([59], 1, 1), ([60], 1, 2), ([79], 1, 2), ([80], 1, 2), ([200], 1, 2),
        ] as [([Int], Int, Int)])
    func `twenty minutes of a month, however many calls they took`(minutes: [Int], first: Int, further: Int) {
        let calls = minutes.enumerated().map { (WholeClaim.march($0.offset + 3, $0.offset + 3).from, $0.element) }
        let claim = Counted.claim(Self.care(calls), under: Self.chronic)
        #expect(Counted.units(claim, of: "99490", "99439") == [first, further])
    }

    /// Minutes of one month never fill up another's: 31 January and 1 February are a day apart.
    @Test(
        arguments: [
            ("2026-01-31", "2026-02-01", 15, 15, "none"), ("2026-01-31", "2026-02-01", 20, 15, "99490 x1"),
            ("2026-01-31", "2026-02-01", 40, 20, "99490 x1, 99490 x1, 99439 x1"),
            ("2026-02-01", "2026-02-28", 15, 15, "99490 x1"), ("2026-12-31", "2027-01-01", 10, 10, "none"),
            ("2026-03-31", "2027-03-31", 10, 10, "none"), ("2026-12-01", "2026-12-31", 10, 10, "99490 x1"),
        ] as [(Day, Day, Int, Int, String)])
    func `each month has minutes of its own`(one: Day, other: Day, minutes: Int, more: Int, expected: String) {
        let claim = Counted.claim(Self.care([(one, minutes), (other, more)]), under: Self.chronic)
        #expect(claim.description == expected)
    }

    /// Units of minutes are no days, though there be as many of them: what a limit leaves keeps the days of its line.
    @Test(arguments: [(30, 35), (30, 60)])
    func `what is left of a month's units keeps its days`(minutes: Int, more: Int) {
        let calls = [(WholeClaim.march(2, 2).from, minutes), (WholeClaim.march(3, 3).from, more)]
        let rules = Self.chronic.changed { $1.caps.unitsAMonth = ["99439": 1] }
        let claim = Counted.claim(Self.care(calls), under: rules)
        #expect(claim.lines.map(\.dates) == [WholeClaim.march(2, 3), WholeClaim.march(2, 3)])
        #expect(claim.description == "99490 x1, 99439 x1")
    }

    /// The line of a month's care is dated from its first call to its last.
    @Test func `a month's line bears the days of its calls`() {
        let encounter = Self.care([("2026-04-02", 12), ("2026-04-17", 9), ("2026-05-05", 20), ("2026-05-05", 20)])
        let claim = Counted.claim(encounter, under: Self.chronic)
        #expect(
            claim.datedDescription
                == "99490 x1 2026-04-02 to 2026-04-17, 99490 x1 2026-05-05, 99439 x1 2026-05-05")
    }

    @Test(
        arguments: [
            (59, 0, 0), (60, 1, 0), (89, 1, 0), (90, 1, 1), (119, 1, 1), (120, 1, 2), (149, 1, 2), (150, 1, 3),
        ])
    func `complex care begins at an hour`(minutes: Int, first: Int, further: Int) {
        let claim = Counted.claim(Self.care([("2026-03-04", minutes)]), under: Self.complex)
        #expect(Counted.units(claim, of: "99487", "99489") == [first, further])
    }

    /// What the month's cap takes off is told, and a second unit beyond it comes back as the plan's maximum.
    @Test func `the third twenty minutes more are beyond what the month pays`() {
        let key = derive(Self.care([("2026-03-04", 100)]), under: Self.chronic)
        #expect(key.claim.description == "99490 x1, 99439 x2")
        #expect(key.steps.text(by: .plain).contains("At most 2 units of 99439 a month can be paid, so x4 becomes x2."))
        let findings = validate(claim("99490, 99439 x4"), against: key)
        #expect(findings.map(\.edit) == [.benefitMaximum] && findings.map(\.severity) == [.reduced])
    }

    /// Units that the plan paid earlier in the month are gone.
    @Test(arguments: [(0, 2), (1, 1), (2, 0), (5, 0)]) func `what was paid of the month is used up`(
        before: Int, left: Int
    ) {
        let encounter = Self.care([("2026-03-20", 60)]).with { $0.paid.unitsThisMonth = ["99439": before] }
        #expect(Counted.claim(encounter, under: Self.chronic).units(of: "99439") == left)
    }

    // MARK: Visits of a month

    /// Dialysis of a month by its visits: four and more, two or three, one (90960 to 90962).
    @Test(arguments: [(0, "none"), (1, "90962"), (2, "90961"), (3, "90961"), (4, "90960"), (5, "90960"), (13, "90960")])
    func `the month's visits choose its one code`(visits: Int, expected: String) {
        let rules = Self.rules(
            Family(
                id: "dialysis", title: "dialysis of a month", services: ["service"], measure: .occurrences,
                scope: .month,
                first: [
                    .init(code: "90960", from: 4), .init(code: "90961", from: 2, through: 3),
                    .init(code: "90962", from: 1, through: 1),
                ]), .complete)
        let days = (0..<visits).map { (WholeClaim.march(2 * $0 + 2, 2 * $0 + 2).from, 1) }
        let claim = Counted.claim(Counted.visits(days), under: rules)
        #expect(claim.lines.map(\.code.description) == (expected == "none" ? [] : [expected]))
        #expect(claim.lines.allSatisfy { $0.units == 1 })
    }

    // MARK: Days of a month

    /// Remote monitoring is billed once a month in which at least 16 days have readings (99454).
    @Test(arguments: [(1, 0), (15, 0), (16, 1), (30, 1)]) func `sixteen days of readings make a month`(
        days: Int, units: Int
    ) {
        let rules = Self.rules(
            Family(
                id: "monitoring", title: "remote monitoring", services: ["therapy"], measure: .days, scope: .month,
                first: [.init(code: "99454", from: 16)]), .complete)
        let claim = Counted.claim(Counted.therapy(WholeClaim.march(1, days)), under: rules)
        #expect(claim.units(of: "99454") == units)
        guard units == 0 else { return }
        let key = derive(Counted.therapy(WholeClaim.march(1, days)), under: rules)
        let tooFew = days == 1 ? "1 day is" : "\(days) days are"
        #expect(key.steps.last?.text == "\(tooFew) fewer than the 16 that the first code needs.")
    }

    /// Readings of two devices count together, a day with both once: 99454 is billed once however many there are (CMS).
    @Test(
        arguments: [
            ([(1, 9), (11, 19)], 1), ([(1, 9), (10, 15)], 0), ([(1, 9), (3, 12)], 0), ([(1, 16), (1, 16)], 1),
            ([(1, 10), (18, 31)], 1),
        ] as [([(Int, Int)], Int)])
    func `days of two devices count together`(spans: [(Int, Int)], units: Int) {
        let rules = Self.rules(
            Family(
                id: "monitoring", title: "remote monitoring", services: ["therapy"], measure: .days, scope: .month,
                first: [.init(code: "99454", from: 16)]), .complete)
        let therapies = spans.map { Therapy("therapy", dates: WholeClaim.march($0.0, $0.1)) }
        let claim = Counted.claim(WholeClaim.episode(therapies), under: rules)
        #expect(claim.units(of: "99454") == units)
    }

    /// Days that lie on both sides of a month's end do not come together.
    @Test(
        arguments: [
            ("2026-03-24", "2026-04-08", 0), ("2026-03-16", "2026-04-15", 1), ("2026-03-16", "2026-04-16", 2),
            ("2026-03-17", "2026-04-16", 1), ("2026-02-13", "2026-03-15", 1), ("2026-02-14", "2026-03-15", 0),
        ] as [(Day, Day, Int)])
    func `sixteen days of one month each`(from: Day, through: Day, months: Int) throws {
        let rules = Self.rules(
            Family(
                id: "monitoring", title: "remote monitoring", services: ["therapy"], measure: .days, scope: .month,
                first: [.init(code: "99454", from: 16)]), .complete)
        let dates = try #require(DaySpan(from: from, through: through))
        #expect(Counted.claim(Counted.therapy(dates), under: rules).units(of: "99454") == months)
    }
}
