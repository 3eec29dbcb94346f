import Testing

@testable import Scoring

/// Families by what they measure and over what it is added up.
struct MeasuredFamilyTests {
    private static func family(
        _ measure: Measure, _ scope: Scope? = nil, first: [Family.First] = [], further: [Family.Further] = [],
        of kind: ID<ServiceKind> = "service"
    ) -> Family {
        Family(
            id: "f", title: "family", services: [kind], measure: measure, scope: scope, first: first, further: further)
    }

    /// One or two services are the small code, three and more the large one. The second Sunday begins another week.
    @Test(
        arguments: [
            (.visit, .combined, 4, 1), (.day, .separate, 3, 1), (.week, .separate, 1, 2), (.month, .combined, 0, 2),
            (.span, .combined, 0, 1), (nil, .combined, 3, 1), (nil, .separate, 4, 1),
        ] as [(Scope?, Policy.SameDay, Int, Int)])
    func `services are added up over the scope`(scope: Scope?, sameDay: Policy.SameDay, small: Int, large: Int) {
        let encounter = Counted.visits([
            ("2026-03-02", 1), ("2026-03-02", 1), ("2026-03-06", 1), ("2026-03-08", 2), ("2026-04-01", 3),
        ])
        let family = Self.family(
            .occurrences, scope,
            first: [.init(code: "T1001", from: 1, through: 2), .init(code: "T1002", from: 3)])
        let claim = Counted.claim(encounter, under: Counted.rules(family) { $0.sameDay = sameDay })
        #expect(Counted.units(claim, of: "T1001", "T1002") == [small, large])
    }

    /// Whatever the scope, a code for each service is billed as often as there are services.
    @Test(arguments: Scope.allCases) func `a unit for each service is the same over any scope`(scope: Scope) {
        var generator = Seeded(3)
        for _ in 0..<60 {
            let days = (0..<Int.random(in: 1...6, using: &generator))
                .map { _ in Int.random(in: 1...31, using: &generator) }.sorted()
                .map { (WholeClaim.march($0, $0).from, Int.random(in: 1...4, using: &generator)) }
            let rules = Counted.rules(
                Self.family(.occurrences, scope, further: [.init(code: "T1001", each: 1, after: 0)]))
            let claim = Counted.claim(Counted.visits(days), under: rules)
            #expect(claim.units(of: "T1001") == days.reduce(0) { $0 + $1.1 })
        }
    }

    @Test func `travel to a service is none`() {
        let services = [
            Service("service", time: .minutes(20)), Service("service", activity: .travel, time: .minutes(20)),
            Service("other", time: .minutes(20)),
        ]
        let rules = Counted.rules(Self.family(.occurrences, further: [.init(code: "T1001", each: 1, after: 0)]))
        let claim = Counted.claim(.visits(Visit(services: services, performer: "nurse")), under: rules)
        #expect(claim.units(of: "T1001") == 1)
    }

    /// Each day on which a service was given is one, however many visits it took.
    @Test(
        arguments: [
            ([2], 1), ([2, 3], 2), ([2, 2], 1), ([2, 2, 2, 3], 2), ([2, 4, 4, 9, 15, 15], 4),
        ])
    func `days are those on which visits were made`(days: [Int], expected: Int) {
        let encounter = Counted.visits(days.map { (WholeClaim.march($0, $0).from, 1) })
        for scope in [nil, .day, .week, .month, .span] as [Scope?] {
            let rules = Counted.rules(Self.family(.days, scope, further: [.init(code: "T1001", each: 1, after: 0)]))
            #expect(Counted.claim(encounter, under: rules).units(of: "T1001") == expected, "\(scope as Any)")
        }
    }

    /// A code for a range of the amount, and further ones beyond the last.
    @Test(
        arguments: [
            ("0.001 mg", 1, 0, 0), ("500 mg", 1, 0, 0), ("1 g", 1, 0, 0), ("1000.001 mg", 0, 1, 0), ("2 g", 0, 1, 0),
            ("2000.001 mg", 0, 1, 1), ("3 g", 0, 1, 1), ("3500 mg", 0, 1, 2), ("0 mg", 0, 0, 0),
        ])
    func `an amount chooses the first code`(given: String, small: Int, large: Int, further: Int) {
        let family = Self.family(
            .amount(.milligrams),
            first: [
                .init(code: "J0001", from: 1, through: 1_000_000),
                .init(code: "J0002", from: 1_000_001, covers: 2_000_000),
            ], further: [.init(code: "J0003", each: 1_000_000, after: 2_000_000)], of: "drug")
        let claim = Counted.claim(Counted.drug(given), under: Counted.rules(family))
        #expect(Counted.units(claim, of: "J0001", "J0002", "J0003") == [small, large, further])
    }

    @Test(arguments: [(1, 1), (3, 3), (42, 42)]) func `a dose is one, whatever it holds`(times: Int, units: Int) {
        let family = Self.family(.doses, further: [.init(code: "J0001", each: 1, after: 0)], of: "drug")
        for given in ["1 mg", "345 mg", "2 g"] {
            let encounter = Counted.drug(given, times: times, dates: WholeClaim.march(2, 15))
            #expect(Counted.claim(encounter, under: Counted.rules(family)).units(of: "J0001") == units)
        }
    }

    /// Five units for a start, and one for each quarter of an hour besides.
    @Test(
        arguments: [
            (.started, 47, 9), (.complete, 47, 8), (.atLeast(8), 47, 8), (.atLeast(8), 53, 9), (.midpoint, 52, 8),
            (.midpoint, 53, 9), (.started, 1, 6), (.complete, 14, 5), (.complete, 15, 6),
        ] as [(Credit, Int, Int)])
    func `a base and the time besides`(credit: Credit, minutes: Int, units: Int) {
        let family = Self.family(
            .minutes, first: [.init(code: "00100", from: 1, units: 5)],
            further: [.init(code: "00100", each: 15, after: 0)])
        let visit = Visit.of(Service("service", time: .minutes(minutes)))
        let claim = Counted.claim(.visits(visit), under: Counted.rules(family, credit))
        #expect(claim.units(of: "00100") == units && claim.lines.count == 1)
    }

    @Test(arguments: 1...10) func `a first code of three units has three for each day, week and month`(days: Int) {
        for (scope, times) in [(Scope.week, days > 7 ? 2 : 1), (.month, 1), (.span, 1)] {
            let family = Self.family(.days, scope, first: [.init(code: "T1001", from: 1, units: 3)], of: "therapy")
            let encounter = Counted.therapy(WholeClaim.march(1, days))
            #expect(Counted.claim(encounter, under: Counted.rules(family)).units(of: "T1001") == 3 * times)
        }
    }

    @Test(arguments: 1...9) func `further codes are chosen by range`(days: Int) {
        let family = Self.family(
            .days,
            further: [
                .init(code: "T1001", each: 1, after: 0, through: 3),
                .init(code: "T1002", each: 1, after: 0, from: 4, through: 7),
                .init(code: "T1003", each: 7, after: 0, credit: .complete, from: 8),
            ], of: "therapy")
        let claim = Counted.claim(Counted.therapy(WholeClaim.march(1, days)), under: Counted.rules(family))
        #expect(
            Counted.units(claim, of: "T1001", "T1002", "T1003") == [
                days <= 3 ? days : 0, (4...7).contains(days) ? days : 0, days >= 8 ? 1 : 0,
            ])
    }

    /// Twelve days of March and twenty of April.
    @Test func `a month's days choose the month's code`() throws {
        let dates = try #require(DaySpan(from: "2026-03-20", through: "2026-04-20"))
        let family = Self.family(
            .days, .month,
            first: [.init(code: "T1001", from: 1, through: 14), .init(code: "T1002", from: 15)], of: "therapy")
        let claim = Counted.claim(Counted.therapy(dates), under: Counted.rules(family))
        #expect(claim.description == "T1001 x1, T1002 x1")
        #expect(
            claim.lines.map { $0.dates?.description } == ["2026-03-20 to 2026-03-31", "2026-04-01 to 2026-04-20"])
    }
}
