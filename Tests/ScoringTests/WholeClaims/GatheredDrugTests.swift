import Testing

@testable import Scoring

/// Which doses are added up before they become units, and what is known of all that were: kinds, days, containers.
struct GatheredDrugTests {
    private static func rules(
        _ scope: Scope?, measure: Measure = .amount(.milligrams), _ modifiers: [ModifierRule] = [],
        _ change: (inout Policy) -> Void = { _ in }
    ) -> Rules {
        let family = Family(
            id: "drug", title: "the drug", services: ["powder", "liquid"], measure: measure, scope: scope, first: [],
            further: [.init(code: "J0690", each: 500_000, after: 0, credit: .started)])
        var policy = Policy(id: "p", title: "the payer", credit: .started)
        change(&policy)
        return Rules(
            codes: CodeSet(
                definitions: [.init(code: "J0690", label: "500 mg")], families: [family], modifierRules: modifiers),
            policy: policy)
    }

    private static func drug(
        _ kind: ID<ServiceKind>, _ given: String, on day: Day, discarded: String = "0 mg", isSingle: Bool = true,
        times: Int = 1
    ) -> DrugGiven {
        DrugGiven(
            kind, given: Amount(given) ?? .none(.milligrams), discarded: Amount(discarded), isSingleDose: isSingle,
            times: times, dates: DaySpan(day))
    }

    private static func claim(_ drugs: [DrugGiven], _ rules: Rules) -> Claim {
        Counted.claim(WholeClaim.episode([], drugs: drugs), under: rules)
    }

    /// A modifier for one kind is due on a sum with any of it, and on no line without.
    @Test(
        arguments: [
            (.day, ["powder", "liquid"], "J0690-KX x1"), (.day, ["liquid", "powder"], "J0690-KX x1"),
            (.day, ["powder", "powder"], "J0690 x1"), (.day, ["liquid", "liquid"], "J0690-KX x1"),
            (.visit, ["powder", "liquid"], "J0690 x1, J0690-KX x1"),
            (nil, ["liquid", "powder"], "J0690-KX x1, J0690 x1"),
        ] as [(Scope?, [ID<ServiceKind>], String)])
    func `a sum is of every kind that is in it`(scope: Scope?, kinds: [ID<ServiceKind>], expected: String) {
        let rules = Self.rules(scope, [ModifierRule("KX", on: ["J0690"], when: Condition(kinds: ["liquid"]))])
        #expect(Self.claim(kinds.map { Self.drug($0, "250 mg", on: "2026-03-02") }, rules).description == expected)
    }

    private static let containers = [
        ModifierRule("JW", on: ["J0690"], when: Condition(portion: .discarded)),
        ModifierRule("JZ", on: ["J0690"], when: Condition(portion: .whole)),
    ]

    /// What comes from containers of one dose is not added to what comes from others, which waste nothing that is billed.
    @Test(
        arguments: [
            (true, true, "J0690-JZ x2"), (true, false, "J0690-JZ x1, J0690 x1"), (false, true, "J0690 x1, J0690-JZ x1"),
            (false, false, "J0690 x2"),
        ])
    func `containers of one dose and of many stay apart`(one: Bool, other: Bool, expected: String) {
        let rules = Self.rules(.day, Self.containers) { $0.discarded = .ownLine }
        let drugs = [
            Self.drug("powder", "300 mg", on: "2026-03-02", isSingle: one),
            Self.drug("powder", "300 mg", on: "2026-03-02", isSingle: other),
        ]
        #expect(Self.claim(drugs, rules).description == expected)
    }

    /// The week from Sunday, 29 March 2026, ends in April: a payer that wants a line for each month has two sums in it.
    @Test(
        arguments: [
            (false, "2026-03-31", "2026-04-01", ["J0690 x1 2026-03-31 to 2026-04-01"]),
            (true, "2026-03-31", "2026-04-01", ["J0690 x1 2026-03-31", "J0690 x1 2026-04-01"]),
            (true, "2026-03-30", "2026-03-31", ["J0690 x1 2026-03-30 to 2026-03-31"]),
            (false, "2026-03-28", "2026-03-29", ["J0690 x1 2026-03-28", "J0690 x1 2026-03-29"]),
        ] as [(Bool, Day, Day, [String])])
    func `a week that goes on into the next month`(splits: Bool, one: Day, other: Day, expected: [String]) {
        let rules = Self.rules(.week) { $0.splitsMonths = splits }
        let claim = Self.claim([one, other].map { Self.drug("powder", "250 mg", on: $0) }, rules)
        #expect(claim.lines.map(\.datedDescription) == expected)
    }

    /// One dose of a day has a code of its own, two and more another.
    @Test(
        arguments: [
            (.day, [("2026-03-02", 1)], "J0001 x1"), (.day, [("2026-03-02", 2)], "J0002 x1"),
            (.day, [("2026-03-02", 1), ("2026-03-02", 1)], "J0002 x1"),
            (.day, [("2026-03-02", 1), ("2026-03-03", 1)], "J0001 x1, J0001 x1"),
            (.week, [("2026-03-02", 1), ("2026-03-03", 1)], "J0002 x1"), (.visit, [("2026-03-02", 2)], "J0001 x2"),
            (.week, [("2026-03-07", 1), ("2026-03-08", 1)], "J0001 x1, J0001 x1"),
        ] as [(Scope?, [(Day, Int)], String)])
    func `doses are counted over the scope`(scope: Scope?, doses: [(day: Day, times: Int)], expected: String) {
        let family = Family(
            id: "doses", title: "doses", services: ["powder"], measure: .doses, scope: scope,
            first: [.init(code: "J0001", from: 1, through: 1), .init(code: "J0002", from: 2)])
        let drugs = doses.map { Self.drug("powder", "1 mg", on: $0.day, times: $0.times) }
        #expect(Self.claim(drugs, Counted.rules(family)).description == expected)
    }

    /// What each of several doses leaves is told as what each leaves.
    @Test(arguments: [(1, "is discarded:"), (3, "is discarded with each dose:")])
    func `the step tells whose the rest is`(times: Int, words: String) {
        let rules = Self.rules(nil, Self.containers) { $0.discarded = .ownLine }
        let drugs = [Self.drug("powder", "500 mg", on: "2026-03-02", discarded: "500 mg", times: times)]
        let key = derive(WholeClaim.episode([], drugs: drugs), under: rules)
        #expect(key.claim.description == "J0690 x\(times), J0690-JW x\(times)")
        #expect(key.steps.contains { $0.rule == "discarded" && $0.text.contains("500 mg of powder \(words)") })
    }

    /// A per diem in the provider's own suite, where the record says where.
    @Test(arguments: [("49", "S9338-SS x7"), ("12", "S9338 x7"), (nil, "S9338 x7")] as [(String?, String)])
    func `a therapy has its own place`(place: String?, expected: String) {
        let family = Family(
            id: "immune", title: "immune therapy", services: ["therapy"], measure: .days, first: [],
            further: [.init(code: "S9338", each: 1, after: 0)])
        let rules = Counted.rules(family) {
            $0.modifierRules = [ModifierRule("SS", on: ["S9338"], when: Condition(places: ["49"]))]
        }
        let therapy = Therapy("therapy", dates: WholeClaim.march(2, 8), place: place)
        #expect(Counted.claim(WholeClaim.episode([therapy]), under: rules).description == expected)
    }
}
