import Testing

@testable import Scoring

/// Values that are shared for speed are equal by what they say: each part of them counts.
struct EqualityTests {
    private static func family(
        id: ID<Family> = "f", title: String = "family", services: Set<ID<ServiceKind>> = ["a"], any: Bool = false,
        measure: Measure = .minutes, scope: Scope? = nil, first: [Family.First] = [.init(code: "99601", from: 1)],
        further: [Family.Further] = [.init(code: "99602", each: 60, after: 60)], replaces: Bool = false,
        standIns: [StandIn] = [], bundled: Set<ID<ServiceKind>> = [], apart: Set<ID<ServiceKind>> = [],
        isRanked: Bool = false
    ) -> Family {
        Family(
            id: id, title: title, services: services, paysForAnyService: any, measure: measure, scope: scope,
            first: first, further: further, furtherReplacesFirst: replaces, standIns: standIns, bundled: bundled,
            apart: apart, isRanked: isRanked)
    }

    static let families: [Family] = [
        family(), family(id: "g"), family(title: "other"), family(services: ["b"]), family(services: ["a", "b"]),
        family(any: true), family(measure: .days), family(measure: .amount(.milligrams)),
        family(measure: .amount(.units)), family(scope: .day), family(scope: .week), family(first: []),
        family(first: [.init(code: "99601", from: 2)]), family(first: [.init(code: "99601", from: 1, through: 9)]),
        family(first: [.init(code: "99601", from: 1, covers: 9)]),
        family(first: [.init(code: "99601", from: 1, each: 9)]),
        family(first: [.init(code: "99601", from: 1, units: 2)]), family(further: []),
        family(further: [.init(code: "99602", each: 30, after: 60)]),
        family(further: [.init(code: "99602", each: 60, after: 0)]),
        family(further: [.init(code: "99602", each: 60, after: 60, credit: .started)]),
        family(further: [.init(code: "99602", each: 60, after: 60, from: 2)]),
        family(further: [.init(code: "99602", each: 60, after: 60, through: 90)]), family(replaces: true),
        family(standIns: [StandIn("99603", of: "99602", when: Condition())]), family(bundled: ["c"]),
        family(apart: ["c"]), family(isRanked: true),
    ]

    @Test func `a family that differs in anything is another`() {
        for (number, one) in Self.families.enumerated() {
            for (other, two) in Self.families.enumerated() { #expect((one == two) == (number == other)) }
        }
        #expect(Self.family() == Self.family())
    }

    /// What is changed of a family, and what stays.
    @Test func `a family with something changed keeps the rest`() {
        let whole = Self.family(
            services: ["a"], measure: .days, scope: .month, bundled: ["b"], apart: ["c"], isRanked: true)
        #expect(whole.with() == whole)
        let changed: [(Family, Family)] = [
            (
                whole.with(services: ["z"]),
                Self.family(
                    services: ["z"], measure: .days, scope: .month, bundled: ["b"], apart: ["c"], isRanked: true)
            ),
            (
                whole.with(paysForAnyService: true),
                Self.family(any: true, measure: .days, scope: .month, bundled: ["b"], apart: ["c"], isRanked: true)
            ),
            (
                whole.with(scope: .week),
                Self.family(measure: .days, scope: .week, bundled: ["b"], apart: ["c"], isRanked: true)
            ),
            (
                whole.with(first: []),
                Self.family(measure: .days, scope: .month, first: [], bundled: ["b"], apart: ["c"], isRanked: true)
            ),
            (
                whole.with(further: []),
                Self.family(measure: .days, scope: .month, further: [], bundled: ["b"], apart: ["c"], isRanked: true)
            ),
            (
                whole.with(furtherReplacesFirst: true),
                Self.family(measure: .days, scope: .month, replaces: true, bundled: ["b"], apart: ["c"], isRanked: true)
            ),
            (whole.with(bundled: []), Self.family(measure: .days, scope: .month, apart: ["c"], isRanked: true)),
            (whole.with(apart: []), Self.family(measure: .days, scope: .month, bundled: ["b"], isRanked: true)),
        ]
        for (made, expected) in changed { #expect(made == expected && made != whole) }
    }

    static let conditions: [Condition] = [
        Condition(), Condition(performers: ["a"]), Condition(performers: ["b"]), Condition(together: ["a"]),
        Condition(together: ["a", "b"]), Condition(places: ["12"]), Condition(places: ["11"]), Condition(kinds: ["a"]),
        Condition(kinds: ["b"]), Condition(beside: ["99601"]), Condition(beside: ["99602"]), Condition(order: 1...1),
        Condition(order: 1...2), Condition(everyHours: 1...1), Condition(everyHours: 2...2), Condition(aDay: 1...1),
        Condition(aDay: 0...1), Condition(portion: .given), Condition(portion: .whole), Condition(portion: .discarded),
        Condition(daysSinceLast: 1...1), Condition(daysSinceLast: 61...Int.max),
    ]

    @Test func `a condition that differs in anything is another`() {
        for (number, one) in Self.conditions.enumerated() {
            for (other, two) in Self.conditions.enumerated() { #expect((one == two) == (number == other)) }
        }
        #expect(Condition(places: ["12"], order: 1...2) == Condition(places: ["12"], order: 1...2))
    }

    /// Sets of the same codes that turn facts into lines alike, whatever they say of exclusions, labels and rivals.
    @Test func `sets charge alike by families, pools, hierarchies and modifiers alone`() {
        func set(
            label: String = "", families: [Family] = [EqualityTests.family()], exclusions: [CodeSet.Exclusion] = [],
            pools: [Pool] = [],
            hierarchies: [Hierarchy] = [], rules: [ModifierRule] = [], rivals: [[Modifier]] = []
        ) -> CodeSet {
            CodeSet(
                definitions: [.init(code: "99601", label: label), .init(code: "99602", label: label)],
                families: families, exclusions: exclusions, pools: pools, hierarchies: hierarchies,
                modifierRules: rules, rivalModifiers: rivals)
        }
        let alike = [
            set(), set(label: "another label"), set(exclusions: [.init(pays: "99601", denies: ["99602"])]),
            set(rivals: [["SH", "SJ"]]),
        ]
        for other in alike { #expect(set().chargesAlike(other) && other.chargesAlike(set())) }
        let unlike = [
            set(families: [Self.family(title: "other")]), set(families: []),
            set(pools: [Pool(id: "p", title: "", families: ["f"], each: 15, credit: .started)]),
            set(hierarchies: [Hierarchy(id: "h", title: "", tiers: [])]),
            set(rules: [ModifierRule("SS", on: ["99601"], when: Condition())]),
        ]
        for other in unlike { #expect(!set().chargesAlike(other) && !other.chargesAlike(set())) }
    }

    @Test func `rules are equal by their codes and their policy`() {
        let rules = Sample.rules(.started)
        #expect(rules == Sample.rules(.started))
        #expect(rules != Sample.rules(.complete))
        #expect(rules != Rules(codes: WholeClaim.codes, policy: rules.policy))
    }

    @Test func `how a service was given is part of it`() {
        let services = [
            Service("infusion", time: .minutes(60)), Service("infusion", time: .minutes(61)),
            Service("push", time: .minutes(60)), Service("infusion", activity: .travel, time: .minutes(60)),
            Service("infusion", time: .minutes(60), isNextDay: true),
            Service("infusion", time: .minutes(60), drug: "a"),
            Service("infusion", time: .minutes(60), drug: "b"), Service("infusion", time: .minutes(60), site: "a"),
            Service("infusion", time: .minutes(60), isMainReason: true),
            Service("infusion", time: .minutes(60), drug: "a", site: "a"), Service("infusion", time: .unknown),
            Service("infusion", time: .clock(start: "09:00", stop: "10:00")),
            Service("infusion", time: .open(start: "09:00")),
        ]
        #expect(Set(services).count == services.count)
        for (number, one) in services.enumerated() {
            for (other, two) in services.enumerated() { #expect((one == two) == (number == other)) }
        }
        #expect(Service("a", time: .unknown, drug: "x") == Service("a", time: .unknown, drug: "x"))
        #expect(Set([Service("a", time: .unknown, site: "x"), Service("a", time: .unknown, site: "x")]).count == 1)
    }
}
