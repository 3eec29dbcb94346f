import Testing

@testable import Scoring

/// Codes and modifiers that go by who gave the care, by which way, where, and to whom of what age.
struct WayTests {
    private static func rules(
        scope: Scope = .day, measure: Measure = .occurrences, standIns: [StandIn] = [], _ modifiers: [ModifierRule] = []
    ) -> Rules {
        var codes = CodeSet(
            definitions: ["T1030", "T1031", "90471", "90473"].map { .init(code: $0, label: "a code") },
            families: [
                Family(
                    id: "care", title: "care", services: ["care"], measure: measure, scope: scope, first: [],
                    further: [.init(code: "T1030", each: measure == .minutes ? 15 : 1, after: 0)], standIns: standIns)
            ])
        codes.modifierRules = modifiers
        return Rules(codes: codes, policy: Policy(id: "p", credit: .complete))
    }

    private static func visit(
        by performer: ID<Performer>, route: ID<Route>? = nil, site: ID<AccessSite>? = nil, minutes: Int = 30,
        start: ClockTime? = nil
    ) -> Visit {
        let time: Service.Time =
            start.map { .clock(start: $0, stop: ClockTime(wrapping: $0.minute + minutes)) } ?? .minutes(minutes)
        return Visit(services: [Service("care", time: time, site: site, route: route)], performer: performer)
    }

    private static func billed(_ visits: Visit..., age: Int? = nil, under rules: Rules) -> String {
        derive(Encounter(date: Sample.day, visits: visits, age: age), under: rules).claim.description
    }

    private static let practical = StandIn("T1031", of: "T1030", when: Condition(performers: ["practical-nurse"]))

    /// What is added up over a day or a span is billed for each of those on whom a code or a modifier hangs.
    @Test(arguments: [Scope.day, .span], [Measure.occurrences, .days])
    func `what each person did is billed apart`(scope: Scope, measure: Measure) {
        let rules = Self.rules(scope: scope, measure: measure, standIns: [Self.practical])
        let both = Self.billed(
            Self.visit(by: "registered-nurse"), Self.visit(by: "practical-nurse"), under: rules)
        #expect(both == "T1030 x1, T1031 x1")
        let modifier = Self.rules(
            scope: scope, measure: measure,
            [ModifierRule("TE", on: ["T1030"], when: Condition(performers: ["practical-nurse"]))])
        let marked = Self.billed(
            Self.visit(by: "practical-nurse"), Self.visit(by: "registered-nurse"), under: modifier)
        #expect(marked == "T1030-TE x1, T1030 x1")
    }

    /// Where a rule asks who gave the care together, it stays together; where none asks, one line bills all.
    @Test func `what nobody tells apart stays together`() {
        let visits = (Self.visit(by: "physician"), Self.visit(by: "practitioner"))
        #expect(Self.billed(visits.0, visits.1, under: Self.rules()) == "T1030 x2")
        let shared = Self.rules([
            ModifierRule("FS", on: ["T1030"], when: Condition(together: ["physician", "practitioner"])),
            ModifierRule("AS", on: ["T1030"], when: Condition(performers: ["assistant"])),
        ])
        #expect(Self.billed(visits.0, visits.1, under: shared) == "T1030-FS x2")
    }

    /// Minutes of two people at once count once, though each has a line.
    @Test func `joint minutes count once on lines of their own`() {
        let rules = Self.rules(measure: .minutes, standIns: [Self.practical])
        let bill = Self.billed(
            Self.visit(by: "registered-nurse", minutes: 60, start: "09:00"),
            Self.visit(by: "practical-nurse", minutes: 60, start: "09:30"), under: rules)
        #expect(bill == "T1030 x4, T1031 x2")
        // What a third one shares with both of them comes off once.
        let three = Self.billed(
            Self.visit(by: "registered-nurse", minutes: 60, start: "09:00"),
            Self.visit(by: "practical-nurse", minutes: 60, start: "09:00"),
            Self.visit(by: "aide", minutes: 90, start: "09:00"), under: rules)
        #expect(three == "T1030 x6")
    }

    @Test(arguments: [("nasal", "90473 x1"), ("muscle", "90471 x1"), (nil, "T1030 x1")] as [(ID<Route>?, String)])
    func `a code goes by the way`(route: ID<Route>?, bills: String) {
        let rules = Self.rules(standIns: [
            StandIn("90471", of: "T1030", when: Condition(routes: ["muscle", "skin"])),
            StandIn("90473", of: "T1030", when: Condition(routes: ["nasal"])),
        ])
        #expect(Self.billed(Self.visit(by: "nurse", route: route), under: rules) == bills)
    }

    @Test(
        arguments: [("left", "T1030-LT x1"), ("right", "T1030-RT x1"), (nil, "T1030 x1")] as [(ID<AccessSite>?, String)]
    )
    func `a modifier goes by the site`(site: ID<AccessSite>?, bills: String) {
        let rules = Self.rules([
            ModifierRule("LT", on: ["T1030"], when: Condition(sites: ["left"])),
            ModifierRule("RT", on: ["T1030"], when: Condition(sites: ["right"])),
        ])
        #expect(Self.billed(Self.visit(by: "nurse", site: site), under: rules) == bills)
    }

    @Test(arguments: [(0, "90473 x1"), (18, "90473 x1"), (19, "T1030 x1"), (nil, "T1030 x1")] as [(Int?, String)])
    func `a code goes by age`(age: Int?, bills: String) {
        let rules = Self.rules(standIns: [StandIn("90473", of: "T1030", when: Condition(age: 0...18))])
        #expect(Self.billed(Self.visit(by: "nurse"), age: age, under: rules) == bills)
    }

    /// Doses of a drug by two ways are two lines.
    @Test func `drugs go by their way`() {
        var rules = Self.rules(standIns: [])
        rules = rules.changed { codes, _ in
            codes.families = [
                Family(
                    id: "drug", title: "a drug", services: ["drug"], measure: .amount(.milligrams), scope: .day,
                    first: [], further: [.init(code: "T1030", each: 1_000, after: 0)],
                    standIns: [StandIn("T1031", of: "T1030", when: Condition(routes: ["mouth"]))])
            ]
        }
        let five = Amount("5 mg") ?? .none(.milligrams)
        let encounter = Encounter(
            date: Sample.day, visits: [],
            episode: Episode(drugs: [
                DrugGiven("drug", given: five), DrugGiven("drug", given: five, route: "mouth"),
                DrugGiven("drug", given: five),
            ]))
        #expect(derive(encounter, under: rules).claim.description == "T1030 x10, T1031 x5")
    }

    /// What is over the most of all days goes, the later days first, and comes back as the plan's maximum.
    @Test func `units over all days are limited`() {
        let rules = WholeClaim.rules { $0.caps.unitsASpan = ["S9500": 10] }
        let key = derive(WholeClaim.oneTherapy, under: rules)
        #expect(key.claim.units(of: "S9500") == 10)
        #expect(key.steps.map(\.text).contains { $0.contains("over all days can be paid") })
        let findings = validate(claim("S9500 x14"), against: key)
        #expect(findings.map(\.edit).contains(.benefitMaximum))
    }
}
