import Testing

@testable import Scoring

/// What each wrong belief makes of a visit, and what an answer says of the beliefs behind it.
struct MisconceptionTests {
    private func answer(of belief: ID<Misconception>, to encounter: Encounter, under rules: Rules) -> Claim? {
        let beliefs = Beliefs(Sample.misconceptions, about: rules)
        return beliefs.singles.first { $0.names == [belief] }?.rules.claim(for: encounter)
    }

    /// DOMAIN's table: a visit of 3 hours, and one of 2 h 30 under CPT's midpoint. `-` is the right answer.
    @Test(
        arguments: [
            ("add-on-alone", "99602", "-"), ("add-on-from-zero", "99601, 99602 x3", "99601, 99602 x2"),
            ("primary-per-hour", "99601 x3", "99601 x2"), ("primary-per-two-hours", "99601 x2", "99601 x2"),
            ("add-on-is-two-hours", "99601", "-"), ("always-rounds-up", "-", "99601, 99602"),
            ("never-rounds", "-", "-"), ("ignores-add-on", "99601", "-"),
            ("bills-quarter-hours", "99601, 99602 x4", "99601, 99602 x2"), ("counts-travel", "-", "-"),
            ("adds-other-visit", "-", "-"), ("any-home-visit", "-", "-"),
        ] as [(ID<Misconception>, String, String)])
    func `each belief leads to exactly its claim`(belief: ID<Misconception>, threeHours: String, midpoint: String) {
        for credit in [Credit.started, .midpoint, .complete] {
            let due = "99601, 99602"
            let expected = claim(threeHours == "-" ? due : threeHours)
            // A full third hour counts the same however a part would.
            #expect(answer(of: belief, to: .minutes(180), under: Sample.rules(credit)) == expected, "\(credit)")
        }
        let expected = claim(midpoint == "-" ? "99601" : midpoint)
        #expect(answer(of: belief, to: .minutes(150), under: Sample.rules(.midpoint)) == expected)
    }

    /// A belief about the minute from which the longest range is due: single codes, and ranges that it swallows.
    @Test(
        arguments: [
            (1, 1, "99203"), (1, 29, "99203"), (1, 30, "99203"), (25, 19, "99202"), (25, 24, "99202"),
            (25, 25, "99203"), (40, 15, "99202"), (40, 35, "99202"), (40, 40, "99203"), (8, 7, "none"),
            (8, 15, "99203"),
        ])
    func `a range that begins elsewhere ends or swallows the ones before it`(
        from: Int, minutes: Int, expected: String
    ) {
        let family = Family(
            id: "ranges", title: "", services: ["infusion"],
            first: [
                Family.First(code: "99202", from: 15, through: 29), Family.First(code: "99203", from: 30),
            ])
        let codes = CodeSet(
            definitions: [CodeSet.Definition(code: "99202", label: ""), CodeSet.Definition(code: "99203", label: "")],
            families: [family])
        let belief = Misconception(id: "range", changes: [.firstFrom(from)])
        let rules = belief.applied(to: Rules(codes: codes, policy: Policy(id: "p", credit: .complete)))
        #expect(derive(.minutes(minutes), under: rules).claim == claim(expected))
    }

    @Test(arguments: [(150, true), (151, false), (179, false), (180, true), (211, false)])
    func `who never rounds is right by luck until a part counts`(minutes: Int, isRight: Bool) {
        let rules = Sample.rules(.midpoint)
        let key = derive(.minutes(minutes), under: rules).claim
        #expect((answer(of: "never-rounds", to: .minutes(minutes), under: rules) == key) == isRight)
    }

    @Test(
        arguments: [
            (
                "counts-travel",
                Encounter.of(.infusion("09:00", "11:00"), Service("infusion", activity: .travel, time: .minutes(40))),
                "99601, 99602"
            ),
            (
                "adds-other-visit", .of(.infusion("09:00", "11:00"), Service("injection", time: .minutes(10))),
                "99601, 99506"
            ),
            (
                "adds-other-visit", .of(.infusion("09:00", "11:00"), Service("dialysis", time: .minutes(10))),
                "99601, 99512"
            ),
            ("any-home-visit", .of(Service("injection", time: .minutes(20))), "99601"),
            ("any-home-visit", .of(Service("wound-care", time: .minutes(180))), "99601, 99602"),
            ("primary-per-hour", .of(Service("injection", time: .minutes(180))), "99506"),
        ] as [(ID<Misconception>, Encounter, String)])
    func `a belief about what counts shows where the visit gives it the chance`(
        belief: ID<Misconception>, encounter: Encounter, expected: String
    ) {
        #expect(answer(of: belief, to: encounter, under: Sample.rules(.midpoint)) == claim(expected))
    }

    @Test(
        arguments: [
            (180, "99602", ["add-on-alone"]), (180, "99601", ["add-on-is-two-hours", "ignores-add-on"]),
            (180, "99601 x2", ["primary-per-two-hours"]), (180, "99602 x4, 99601", ["bills-quarter-hours"]),
            (180, "99602 x4", ["add-on-alone", "bills-quarter-hours"]),
            (180, "99602 x3", ["add-on-alone", "add-on-from-zero"]), (180, "99601, 99602", []),
            (180, "99601, 99602 x9", []), (180, "none", []),
            (150, "99601 x2", ["primary-per-hour", "primary-per-two-hours"]),
            (150, "99602", ["add-on-alone", "always-rounds-up"]),
            (150, "99601 x3", ["primary-per-hour", "always-rounds-up"]),
            (150, "99602 x3", []),
        ] as [(Int, String, [ID<Misconception>])])
    func `an answer is explained by every single belief, or else by a pair`(
        minutes: Int, answer: String, beliefs: [ID<Misconception>]
    ) throws {
        let asked = Case(.minutes(minutes), under: Sample.rules(.midpoint), among: Sample.misconceptions)
        #expect(asked.assess(claim(answer)).beliefs == beliefs)
        #expect(try asked.read(answer) == claim(answer))
        #expect(asked.forManyAnswers().assess(claim(answer)) == asked.assess(claim(answer)))
        let explanations = diagnose(
            claim(answer), for: .minutes(minutes), under: Sample.rules(.midpoint), among: Sample.misconceptions)
        #expect(explanations == asked.assess(claim(answer)).explanations)
        #expect(explanations.allSatisfy { $0.claim.billsTheSame(as: claim(answer)) })
    }

    @Test func `travel counted and rounded up are found together`() {
        let encounter = Encounter.of(
            .infusion("09:00", "11:20"), Service("infusion", activity: .travel, time: .minutes(165)))
        let asked = Case(encounter, under: Sample.rules(.midpoint), among: Sample.misconceptions)
        #expect(asked.assess(claim("99601, 99602 x3")).beliefs == ["counts-travel"])
        #expect(asked.assess(claim("99601, 99602 x4")).beliefs == ["always-rounds-up", "counts-travel"])
    }

    @Test func `beliefs about the same thing are not held together`() {
        let pairs = Beliefs(Sample.misconceptions, about: Sample.rules(.started)).pairs
        func isHeld(_ first: ID<Misconception>, _ second: ID<Misconception>) -> Bool {
            pairs.contains { $0.names == [first, second] }
        }
        #expect(!isHeld("always-rounds-up", "never-rounds"))
        #expect(!isHeld("primary-per-hour", "ignores-add-on"))
        #expect(!isHeld("add-on-is-two-hours", "bills-quarter-hours"))
        #expect(isHeld("add-on-from-zero", "bills-quarter-hours"))
        #expect(pairs.allSatisfy { Set($0.names).count == 2 })
    }

    @Test func `a believer's rules differ from the payer's, and the payer's stay as they were`() {
        let rules = Sample.rules(.midpoint)
        let beliefs = Beliefs(Sample.misconceptions, about: rules)
        #expect(beliefs.rules == rules)
        for held in beliefs.singles + beliefs.pairs { #expect(held.rules != rules, "\(held.names)") }
    }

    @Test func `a belief about crediting goes over what a code or a payer says of one code`() {
        var codes = Sample.codes
        codes.families[0] = codes.families[0].with(
            further: [.init(code: "99602", each: 60, after: 120, credit: .complete)])
        let rules = Rules(codes: codes, policy: Sample.policy(.midpoint) { $0.creditByCode = ["99602": .complete] })
        #expect(answer(of: "always-rounds-up", to: .minutes(121), under: rules) == claim("99601, 99602"))
    }
}
