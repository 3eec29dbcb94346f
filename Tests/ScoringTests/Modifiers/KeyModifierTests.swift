import Testing

@testable import Scoring

/// Modifiers and codes that a key bears by who gave the care, where, with what, how often and how much.
struct KeyModifierTests {
    static let codes = CodeSet(
        definitions: [
            .init(code: "99601", label: "two hours"), .init(code: "S5501", label: "the same, simple"),
            .init(code: "S5502", label: "the same, complex"),
            .init(code: "99602", label: "an hour more", addOnTo: ["99601", "S5501", "S5502"]),
            .init(code: "99506", label: "an injection"), .init(code: "J1745", label: "10 mg", system: .hcpcs),
            .init(code: "S9338", label: "a day", system: .hcpcs),
        ],
        families: [
            Family(
                id: "home-infusion", title: "home infusion", services: ["infusion"],
                first: [.init(code: "99601", from: 1, covers: 120)],
                further: [.init(code: "99602", each: 60, after: 120)]),
            Family(
                id: "injection", title: "injection", services: ["injection"], first: [.init(code: "99506", from: 1)]),
            Family(
                id: "infliximab", title: "infliximab", services: ["infliximab"], measure: .amount(.milligrams),
                first: [], further: [.init(code: "J1745", each: 10_000, after: 0)]),
            Family(
                id: "immune", title: "immune therapy", services: ["immune"], measure: .days, first: [],
                further: [.init(code: "S9338", each: 1, after: 0)], isRanked: true),
        ])

    static func key(
        _ encounter: Encounter, _ modifierRules: [ModifierRule] = [],
        _ change: (inout CodeSet, inout Policy) -> Void = { _, _ in }
    ) -> String {
        let rules = Rules(codes: codes, policy: Policy(id: "p", credit: .started)).changed { codes, policy in
            codes.modifierRules = modifierRules
            change(&codes, &policy)
        }
        let key = derive(encounter, under: rules)
        #expect(validate(key.claim, against: key).isEmpty, "\(validate(key.claim, against: key).map(\.message))")
        #expect(rules.claim(for: encounter) == key.claim)
        #expect(grade(key.claim, against: key).fraction == 1)
        return key.claim.description
    }

    private static func rule(_ modifier: Modifier, on codes: Code..., when: Condition) -> [ModifierRule] {
        [ModifierRule(modifier, on: codes, when: when)]
    }

    @Test(
        arguments: [
            ("infusion-nurse", "99601 x1, 99602 x1"), ("registered-nurse", "99601-TD x1, 99602 x1"),
            ("practical-nurse", "99601-TD x1, 99602 x1"), ("family-member", "99601 x1, 99602 x1"),
        ] as [(ID<Performer>, String)])
    func `by who gave the care`(performer: ID<Performer>, expected: String) {
        let encounter = Encounter.of(Service("infusion", time: .minutes(180))) { $0.performer = performer }
        let rules = Self.rule("TD", on: "99601", when: Condition(performers: ["registered-nurse", "practical-nurse"]))
        #expect(Self.key(encounter, rules) == expected)
    }

    /// Two who come one after the other gave the care together where their visits are billed as one.
    @Test(
        arguments: [
            (.combined, ["a", "b"], "99601-FS x1"), (.combined, ["b", "a"], "99601-FS x1"),
            (.combined, ["a", "a"], "99601 x1"), (.combined, ["a", "c"], "99601 x1"),
            (.separate, ["a", "b"], "99601 x2"),
            (.combined, ["a"], "99601 x1"), (.combined, ["c", "a", "b"], "99601-FS x1"),
        ] as [(Policy.SameDay, [ID<Performer>], String)])
    func `by all who gave it together`(sameDay: Policy.SameDay, performers: [ID<Performer>], expected: String) {
        let visits = performers.map { Visit.of(Service("infusion", time: .minutes(30)), performer: $0) }
        let rules = Self.rule("FS", on: "99601", when: Condition(together: ["a", "b"]))
        #expect(Self.key(Encounter(date: Sample.day, visits: visits), rules) { $1.sameDay = sameDay } == expected)
    }

    @Test(arguments: [("12", "99601 x1"), ("49", "99601-SS x1"), ("15", "99601-SS x1"), ("11", "99601 x1")])
    func `by where it was`(place: String, expected: String) {
        let encounter = Encounter.of(Service("infusion", time: .minutes(60))) { $0.place = place }
        #expect(Self.key(encounter, Self.rule("SS", on: "99601", when: Condition(places: ["49", "15"]))) == expected)
    }

    @Test func `by what was given with it`() {
        let rules = Self.rule("KX", on: "99601", "99506", when: Condition(kinds: ["injection"]))
        let infusion = Service("infusion", time: .minutes(60))
        let injection = Service("injection", time: .minutes(5))
        #expect(Self.key(.of(infusion), rules) == "99601 x1")
        #expect(Self.key(.of(infusion, injection), rules) == "99601-KX x1, 99506-KX x1")
        #expect(Self.key(.of(injection), rules) == "99506-KX x1")
        let apart = Encounter.visits(.of(infusion), .of(injection))
        #expect(Self.key(apart, rules) == "99601 x1, 99506-KX x1")
    }

    /// A code that the payer takes off again is not billed beside anything.
    @Test(
        arguments: [(120, nil, "99601 x1"), (121, nil, "99601-22 x1, 99602 x1"), (121, 0, "99601 x1")]
            as [(Int, Int?, String)])
    func `by the code that is billed beside it`(minutes: Int, cap: Int?, expected: String) {
        let rules = Self.rule("22", on: "99601", when: Condition(beside: ["99602"]))
        let claim = Self.key(.minutes(minutes), rules) { if let cap { $1.caps.unitsADay = ["99602": cap] } }
        #expect(claim == expected)
    }

    @Test func `a code of another day is not beside it`() {
        let rules = Self.rule("25", on: "99601", when: Condition(beside: ["99506"]))
        func visits(_ days: Int...) -> Encounter {
            Encounter(
                date: Sample.day,
                visits: zip(["infusion", "injection"] as [ID<ServiceKind>], days).map { kind, day in
                    Visit(
                        services: [Service(kind, time: .minutes(30))], performer: "a",
                        date: WholeClaim.march(day, day).from)
                })
        }
        #expect(Self.key(visits(2, 2), rules) == "99601-25 x1, 99506 x1")
        #expect(Self.key(visits(2, 3), rules) == "99601 x1, 99506 x1")
    }

    /// The condition of a performer and that of a neighbour must both hold.
    @Test(arguments: [("a", 121, true), ("b", 121, false), ("a", 120, false)] as [(ID<Performer>, Int, Bool)])
    func `all that a condition states must hold`(performer: ID<Performer>, minutes: Int, isDue: Bool) {
        let rules = Self.rule("22", on: "99601", when: Condition(performers: ["a"], beside: ["99602"]))
        let encounter = Encounter.of(Service("infusion", time: .minutes(minutes))) { $0.performer = performer }
        #expect(Self.key(encounter, rules).hasPrefix("99601-22") == isDue)
    }

    @Test(arguments: 1...5) func `by the order of the therapies of a day`(count: Int) {
        let rules =
            Self.rule("SH", on: "S9338", when: Condition(order: 2...2))
            + Self.rule("SJ", on: "S9338", when: Condition(order: 3...Int.max))
        let therapies = (0..<count).map { _ in Therapy("immune", dates: WholeClaim.march(2, 8)) }
        let expected = ["S9338 x7", "S9338-SH x7", "S9338-SJ x\(7 * (count - 2))"].prefix(min(count, 3))
        #expect(Self.key(WholeClaim.episode(therapies), rules) == expected.joined(separator: ", "))
    }

    @Test(
        arguments: [
            ("100 mg", "0 mg", true, "J1745-JZ x10"), ("95 mg", "5 mg", true, "J1745-JZ x10"),
            ("90 mg", "10 mg", true, "J1745-JA x9, J1745-JW x1"), ("90 mg", "10 mg", false, "J1745 x9"),
            ("91 mg", "9 mg", true, "J1745-JZ x10"), ("1 mg", "99 mg", true, "J1745-JA x1, J1745-JW x9"),
        ])
    func `by the portion of a drug`(given: String, discarded: String, isSingleDose: Bool, expected: String) {
        let rules =
            Self.rule("JW", on: "J1745", when: Condition(portion: .discarded))
            + Self.rule("JZ", on: "J1745", when: Condition(portion: .whole))
            + Self.rule("JA", on: "J1745", when: Condition(portion: .given))
        let drug = DrugGiven(
            "infliximab", given: Amount(given) ?? .none(.milligrams), discarded: Amount(discarded),
            isSingleDose: isSingleDose)
        #expect(Self.key(WholeClaim.episode([], drugs: [drug]), rules) { $1.discarded = .ownLine } == expected)
    }

    /// Days since the last visit that was paid, the first visit ever being beyond every number of days.
    @Test(arguments: [nil] + Array(1...100) as [Int?]) func `by first or later visit`(days: Int?) {
        let last = days.flatMap { Day(ordinal: Sample.day.ordinal - $0) }
        let encounter = Encounter.minutes(60).with { $0.paid.lastVisit = last }
        let rules =
            Self.rule("U1", on: "99601", when: Condition(daysSinceLast: 0...60))
            + Self.rule("U2", on: "99601", when: Condition(daysSinceLast: 61...Int.max))
        #expect(Self.key(encounter, rules) == (days ?? .max <= 60 ? "99601-U1 x1" : "99601-U2 x1"))
    }

    @Test func `the visits of an encounter come after each other`() {
        let visits = [2, 9, 30].map { day in
            Visit(
                services: [Service("infusion", time: .minutes(30))], performer: "a",
                date: WholeClaim.march(day, day).from)
        }
        let rules = Self.rule("U1", on: "99601", when: Condition(daysSinceLast: 0...7))
        #expect(
            Self.key(Encounter(date: Sample.day, visits: visits), rules) == "99601 x1, 99601-U1 x1, 99601 x1")
    }
}
