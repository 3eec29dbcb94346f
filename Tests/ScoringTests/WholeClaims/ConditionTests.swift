import Testing

@testable import Scoring

/// When a modifier is due and when one code stands in for another.
struct ConditionTests {
    private static let setting = Setting(
        performers: ["registered-nurse", "aide"], place: "12", kinds: ["infusion", "teaching"], order: 2,
        everyHours: 12,
        aDay: 1_500_000, portion: .given, daysSinceLast: 61)

    @Test(
        arguments: [
            (Condition(), true), (Condition(performers: ["aide"]), true), (Condition(performers: ["physician"]), false),
            (Condition(performers: ["physician", "aide"]), true),
            (Condition(together: ["aide", "registered-nurse"]), true),
            (Condition(together: ["aide", "physician"]), false), (Condition(places: ["11", "12"]), true),
            (Condition(places: ["49"]), false), (Condition(kinds: ["teaching"]), true),
            (Condition(kinds: ["dialysis"]), false), (Condition(order: 2...2), true),
            (Condition(order: 3...Int.max), false), (Condition(everyHours: 12...12), true),
            (Condition(everyHours: 13...24), false), (Condition(aDay: 1_000_001...2_000_000), true),
            (Condition(aDay: 1...1_499_999), false), (Condition(portion: .given), true),
            (Condition(portion: .whole), false), (Condition(daysSinceLast: 61...Int.max), true),
            (Condition(daysSinceLast: 62...Int.max), false), (Condition(places: ["12"], order: 2...2), true),
            (Condition(places: ["12"], order: 1...1), false), (Condition(places: ["11"], order: 2...2), false),
        ] as [(Condition, Bool)])
    func `all that is stated must hold`(condition: Condition, holds: Bool) {
        #expect(condition.holds(in: Self.setting) == holds)
    }

    /// What nobody knows holds for nothing, however wide the range.
    @Test(
        arguments: [
            Condition(order: 0...Int.max), Condition(everyHours: 0...Int.max), Condition(aDay: 0...Int.max),
            Condition(portion: .whole), Condition(daysSinceLast: 0...Int.max), Condition(performers: ["aide"]),
            Condition(together: ["aide"]), Condition(places: ["12"]), Condition(kinds: ["infusion"]),
        ])
    func `an unknown fact holds for nothing`(condition: Condition) {
        #expect(!condition.holds(in: Setting()))
    }

    private static func visits(_ days: [Day], lastPaid: Day? = nil) -> Encounter {
        let visits = days.map { day in
            Visit(services: [Service("service", time: .minutes(60))], performer: "nurse", date: day)
        }
        return Encounter(
            date: days.first ?? Sample.day, visits: visits, episode: Episode(paid: PaidBefore(lastVisit: lastPaid)))
    }

    /// A first visit is billed again only after more than 60 days without one (Benefit Policy Manual 15, 320.8).
    @Test(
        arguments: [
            (["2026-03-02"], nil, [1, 0]), (["2026-03-02", "2026-03-09"], nil, [1, 1]),
            (["2026-03-02"], "2026-03-01", [0, 1]), (["2026-03-02"], "2026-01-01", [0, 1]),
            (["2026-03-02"], "2025-12-31", [1, 0]), (["2026-01-01", "2026-03-02"], nil, [1, 1]),
            (["2026-01-01", "2026-03-03"], nil, [2, 0]), (["2026-01-01", "2026-02-01", "2026-03-03"], nil, [1, 2]),
            (["2026-03-02", "2026-05-02"], "2026-02-27", [1, 1]),
        ] as [([Day], Day?, [Int])])
    func `a first visit comes again after sixty days`(days: [Day], lastPaid: Day?, expected: [Int]) {
        let family = Family(
            id: "f", title: "visits", services: ["service"], measure: .days, scope: .day, first: [],
            further: [.init(code: "G0068", each: 1, after: 0)],
            standIns: [StandIn("G0088", of: "G0068", when: Condition(daysSinceLast: 61...Int.max))])
        let claim = Counted.claim(Self.visits(days, lastPaid: lastPaid), under: Counted.rules(family))
        #expect(Counted.units(claim, of: "G0088", "G0068") == expected)
    }

    /// The family's own stand-in goes first, the first that holds; the payer's may stand in for that one in turn.
    @Test(arguments: [(4, "S9494"), (8, "S9502"), (12, "S9501"), (24, "S9338")] as [(Int, Code)])
    func `the payer's stand-in goes behind the family's`(every: Int, expected: Code) {
        let encounter = WholeClaim.episode([
            Therapy("anti-infective", dates: WholeClaim.march(2, 4), everyHours: every)
        ])
        let rules = WholeClaim.rules { $0.standIns = [StandIn("S9338", of: "S9500", when: Condition())] }
        #expect(rules.claim(for: encounter).lines.map(\.code) == [expected])
    }

    /// Both of two who came for one visit are asked about.
    @Test func `visits that are joined have the performers of both`() {
        let rules = WholeClaim.rules {
            $0.modifierRules = [
                ModifierRule("FS", on: ["99601"], when: Condition(together: ["infusion-nurse", "registered-nurse"]))
            ]
        }
        let visits = ["infusion-nurse", "registered-nurse"].map { performer in
            Visit(services: [Service("infusion", time: .minutes(50))], performer: ID(performer))
        }
        #expect(rules.claim(for: Encounter(date: Sample.day, visits: visits)).description == "99601-FS x1")
        #expect(rules.claim(for: Encounter(date: Sample.day, visits: [visits[0]])).description == "99601 x1")
    }
}
