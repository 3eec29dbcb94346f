import Testing

@testable import Scoring

/// What one payer wants besides the code set: modifiers of its own, and codes in place of others.
struct PolicyModifierTests {
    private static func rule(_ modifier: Modifier, _ codes: Code..., when: Condition = Condition()) -> ModifierRule {
        ModifierRule(modifier, on: codes, when: when)
    }

    @Test func `a payer's modifiers stand behind those of the code set, and none twice`() {
        let own = [Self.rule("SS", "99601", "99602"), Self.rule("TD", "99601")]
        let claim = KeyModifierTests.key(.minutes(180), [Self.rule("TD", "99601")]) { $1.modifierRules = own }
        #expect(claim == "99601-TD-SS x1, 99602-SS x1")
        #expect(KeyModifierTests.key(.minutes(180)) { $1.modifierRules = own } == "99601-SS-TD x1, 99602-SS x1")
    }

    /// A claim form has room for four modifiers on a line; those that are due first stand there.
    @Test(arguments: 0...7) func `a line bears at most four modifiers`(count: Int) {
        let modifiers: [Modifier] = ["U1", "U2", "U3", "U4", "U5", "U6", "U7"]
        for ofCodes in 0...count {
            let rules = modifiers.prefix(count).map { Self.rule($0, "99601") }
            let claim = KeyModifierTests.key(.minutes(60), Array(rules.prefix(ofCodes))) {
                $1.modifierRules = Array(rules.dropFirst(ofCodes))
            }
            #expect(claim == "99601\(modifiers.prefix(min(count, 4)).map { "-\($0)" }.joined()) x1")
        }
    }

    @Test func `a modifier of one family's code leaves another's alone`() {
        let encounter = Encounter.of(
            Service("infusion", time: .minutes(60)), Service("injection", time: .minutes(10)))
        #expect(KeyModifierTests.key(encounter, [Self.rule("59", "99506")]) == "99601 x1, 99506-59 x1")
    }

    /// By who gave the care, for a family's stand-in and a payer's alike.
    @Test(
        arguments: [("nurse", "S5501 x1, 99602 x1"), ("therapist", "99601 x1, 99602 x1")] as [(ID<Performer>, String)])
    func `a code stands in for another`(performer: ID<Performer>, expected: String) {
        let standIn = StandIn("S5501", of: "99601", when: Condition(performers: ["nurse"]))
        let encounter = Encounter.of(Service("infusion", time: .minutes(180))) { $0.performer = performer }
        #expect(KeyModifierTests.key(encounter) { $1.standIns = [standIn] } == expected)
        #expect(KeyModifierTests.key(encounter) { codes, _ in codes.standIn(standIn) } == expected)
    }

    @Test func `a payer's code stands in for a family's stand-in`() {
        let simple = StandIn("S5501", of: "99601", when: Condition(places: ["12"]))
        let complex = StandIn("S5502", of: "S5501", when: Condition())
        for (place, expected) in [("12", "S5502 x1"), ("13", "99601 x1")] {
            let encounter = Encounter.of(Service("infusion", time: .minutes(60))) { $0.place = place }
            let claim = KeyModifierTests.key(encounter) { codes, policy in
                codes.standIn(simple)
                policy.standIns = [complex]
            }
            #expect(claim == expected)
        }
    }

    /// Of several that hold the first counts, and a payer's do not stand in for one another.
    @Test func `one stand-in is taken of each list`() {
        let any = Condition()
        let both = [StandIn("S5501", of: "99601", when: any), StandIn("S5502", of: "99601", when: any)]
        let chain = [StandIn("S5501", of: "99601", when: any), StandIn("S5502", of: "S5501", when: any)]
        for list in [both, chain] {
            #expect(KeyModifierTests.key(.minutes(60)) { $1.standIns = list } == "S5501 x1")
        }
    }

    /// A modifier is due on what is billed, and not on what it stands in for.
    @Test func `a stand-in bears the modifiers of its own code`() {
        let standIn = StandIn("S5501", of: "99601", when: Condition())
        let rules = [Self.rule("U1", "99601"), Self.rule("U2", "S5501")]
        #expect(KeyModifierTests.key(.minutes(60), rules) { $1.standIns = [standIn] } == "S5501-U2 x1")
        #expect(KeyModifierTests.key(.minutes(60), rules) == "99601-U1 x1")
    }

    @Test func `the steps tell of a stand-in and of each modifier`() {
        let rules = Rules(codes: KeyModifierTests.codes, policy: Policy(id: "p", credit: .started)).changed {
            $0.modifierRules = [Self.rule("U1", "S5501"), Self.rule("U2", "S5501")]
            $1.standIns = [StandIn("S5501", of: "99601", when: Condition())]
        }
        let steps = derive(.minutes(60), under: rules).steps
        #expect(
            steps.map(\.text).filter { $0.contains("S5501") } == [
                "S5501 is billed here in place of 99601.", "S5501 bears modifier U1 here.",
                "S5501 bears modifier U2 here.",
            ])
        #expect(steps.count { $0.rule == "modifier" } == 2 && steps.count { $0.rule == "code" } == 1)
    }

    /// A fact that nobody knows holds for nothing.
    @Test func `what nobody knows makes nothing due`() {
        let conditions = [
            Condition(order: 1...9), Condition(everyHours: 1...99), Condition(aDay: 0...Int.max),
            Condition(portion: .whole), Condition(portion: .given), Condition(places: ["11"]),
            Condition(kinds: ["wound-care"]), Condition(beside: ["99506"]), Condition(performers: ["nobody"]),
            Condition(together: ["infusion-nurse", "nobody"]), Condition(daysSinceLast: 0...9_999),
        ]
        for condition in conditions {
            let claim = KeyModifierTests.key(.minutes(60), [Self.rule("U1", "99601", when: condition)])
            #expect(claim == "99601 x1", "\(condition)")
        }
        #expect(KeyModifierTests.key(.minutes(60), [Self.rule("U1", "99601")]) == "99601-U1 x1")
    }
}

extension CodeSet {
    /// Lets a code stand in for another in the first family.
    fileprivate mutating func standIn(_ standIn: StandIn) {
        let family = families[0]
        let changed = Family(
            id: family.id, title: family.title, services: family.services, first: family.first,
            further: family.further, standIns: [standIn])
        self = CodeSet(
            definitions: definitions, families: [changed] + families.dropFirst(), modifierRules: modifierRules)
    }
}
