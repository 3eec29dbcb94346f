import Testing

@testable import Scoring

/// What a key says of itself: its circumstances, its steps, and how one leads to the other.
struct KeyTests {
    /// Each circumstance by itself: an encounter that meets all before it and fails it.
    @Test(
        arguments: [
            (.service, .of(Service("wound-care", time: .minutes(180)))), (.service, .of()),
            (.service, .of(Service("injection", time: .minutes(180)))),
            (.place, .of(.infusion("09:00", "12:00")) { $0.place = "11" }),
            (.performer, .of(.infusion("09:00", "12:00")) { $0.performer = "family-member" }),
            (.documented, .of(.infusion("09:00", "12:00")) { $0.missing = [.stop] }),
            (.documented, .of(Service("infusion", time: .open(start: "09:00")))),
            (.beyondFirst, .minutes(120)), (.beyondFirst, .minutes(0)),
        ] as [(Circumstances.Test, Encounter)])
    func `the circumstances are asked in their order`(unmet: Circumstances.Test, encounter: Encounter) {
        let circumstances = derive(encounter, under: Sample.rules(.started)).circumstances
        #expect(circumstances.firstUnmet == unmet)
        for test in Circumstances.Test.allCases.prefix(while: { $0 != unmet }) { #expect(circumstances.holds(test)) }
    }

    @Test func `the last circumstance is that the first code is billed as well`() {
        let rules = Sample.rules(.started) { $0.caps.unitsADay = ["99601": 0] }
        #expect(derive(.minutes(180), under: rules).circumstances.firstUnmet == .firstCode)
        #expect(derive(.minutes(180), under: Sample.rules(.started)).circumstances.firstUnmet == nil)
    }

    @Test func `one visit that qualifies is enough, whatever the other lacks`() {
        let encounter = Encounter.visits(
            Visit(services: [.infusion("08:00", "11:00")], place: "11", performer: "family-member"),
            .of(.infusion("12:00", "15:00")))
        #expect(derive(encounter, under: Sample.rules(.started)).circumstances.firstUnmet == nil)
    }

    @Test func `the circumstances that are about visits come before those about units`() {
        let tests = Circumstances.Test.allCases
        #expect(tests.map(\.isAboutVisits) == [true, true, true, true, false, false])
    }

    /// The units that the steps tell are those of the key, for every minute.
    @Test(arguments: Sample.policies) func `the steps come to the claim`(policy: Policy) {
        let rules = Rules(codes: Sample.codes, policy: policy)
        for minutes in 0...1440 {
            let key = derive(.minutes(minutes), under: rules)
            var told: [Code: Int] = [:]
            for step in key.steps {
                switch step {
                case .first(let code, _, _, _, _): told[code, default: 0] += 1
                case .further(let code, _, _, _, let units, _): told[code, default: 0] += units
                default: break
                }
            }
            for code in ["99601", "99602"] as [Code] {
                #expect(told[code, default: 0] == key.claim.units(of: code), "\(minutes) minutes")
            }
        }
    }

    /// What is left for an add-on, in whole blocks and a part, comes to what is left.
    @Test(arguments: [Credit.started, .midpoint, .complete, .atLeast(45)]) func `the arithmetic of a step holds`(
        credit: Credit
    ) {
        for minutes in 121...1440 {
            for case .further(_, let left, let each, let threshold, let units, _) in derive(
                .minutes(minutes), under: Sample.rules(credit)
            ).steps {
                #expect(left == minutes - 120 && each == 60)
                #expect(units == left / each + (left % each >= threshold ? 1 : 0))
            }
        }
    }

    @Test(
        arguments: [
            (.of(), Sample.rules(.started), "service"),
            (.of(Service("wound-care", time: .minutes(60))), Sample.rules(.started), "service"),
            (.of(.infusion("09:00", "12:00")) { $0.place = "11" }, Sample.rules(.started), "place"),
            (.of(.infusion("09:00", "12:00")) { $0.performer = "family-member" }, Sample.rules(.started), "performer"),
            (.minutes(60), Sample.rules(.started) { $0.caps.minutesADay = 0 }, "minute-cap"),
            (.minutes(60), Sample.rules(.started) { $0.caps.unitsADay = ["99601": 0] }, "unit-cap"),
            (.minutes(0), Sample.rules(.started), "minimum"),
            (.minutes(60), EditExample.effective(to: "2020-01-01"), "code-in-effect"),
            (.minutes(180), EditExample.effective(to: "2020-01-01"), "add-on"),
        ] as [(Encounter, Rules, String)])
    func `a key without a line has its reason`(encounter: Encounter, rules: Rules, reason: String) {
        let key = derive(encounter, under: rules)
        #expect(key.claim.isEmpty)
        #expect(key.reasonForNothing?.rule == reason)
    }

    @Test func `a key with a line needs no reason`() {
        #expect(derive(.minutes(1), under: Sample.rules(.started)).reasonForNothing == nil)
    }

    /// What is supported is what would be billed without caps and exclusions.
    @Test(arguments: Sample.policies) func `caps and exclusions take away from what is supported`(policy: Policy) {
        var free = policy
        free.caps = .init()
        free.appliesExclusions = false
        for minutes in stride(from: 0, through: 1440, by: 11) {
            let encounter = Encounter.of(
                Service("infusion", time: .minutes(minutes)), Service("injection", time: .minutes(9)), used: 400)
            let key = derive(encounter, under: Rules(codes: Sample.codes, policy: policy))
            #expect(key.supported == derive(encounter, under: Rules(codes: Sample.codes, policy: free)).claim)
        }
    }

    /// What a cap leaves of a visit may be a shorter one, with a code of its own.
    @Test(
        arguments: [
            (240, "99203", []), (30, "99203", []), (29, "99202", []), (15, "99202", []), (14, "none", []),
            (29, "99203", [.unitCap, .missingCode]), (29, "99202 x2", [.primaryRepeated]),
        ] as [(Int, String, [Edit.Name])])
    func `a cap in minutes leads to the code of the minutes that are left`(
        cap: Int, billed: String, edits: [Edit.Name]
    ) {
        let family = Family(
            id: "ranges", title: "", services: ["infusion"],
            first: [.init(code: "99202", from: 15, through: 29), .init(code: "99203", from: 30)])
        let codes = CodeSet(
            definitions: [.init(code: "99202", label: ""), .init(code: "99203", label: "")], families: [family])
        var policy = Policy(id: "p", credit: .complete)
        policy.caps.minutesADay = cap
        let key = derive(.minutes(45), under: Rules(codes: codes, policy: policy))
        #expect(validate(claim(billed), against: key).map(\.edit) == edits)
        #expect(validate(key.claim, against: key).isEmpty)
    }

    @Test func `each family is told of in turn, and stands up to the policy by itself`() {
        let encounter = Encounter.of(
            .infusion("09:00", "11:00"), Service("injection", time: .unknown), Service("dialysis", time: .minutes(30)))
        let key = derive(encounter, under: Sample.rules(.started))
        #expect(key.tallies.map(\.charge) == [0, 1, 2])
        #expect(key.tallies.map(\.amount) == [120, 0, 30])
        #expect(key.tallies.map(\.isPaid) == [true, true, true])
        #expect(key.tallies.map(\.lacking) == [[], [.duration], []])
        let turns = key.steps.compactMap { if case .nextFamily(let title) = $0 { title } else { nil } }
        #expect(turns == ["injection", "dialysis"])
    }

    @Test func `the facts and the rules of a key are those it was derived from`() {
        let rules = Sample.rules(.midpoint)
        let key = derive(.minutes(151), under: rules)
        #expect(key.rules === rules && key.encounter == .minutes(151))
        #expect(derive(key.encounter, under: key.rules).steps == key.steps)
    }

    @Test func `rules are the same where they say the same`() {
        #expect(Sample.rules(.started) == Sample.rules(.started))
        #expect(Sample.rules(.started) != Sample.rules(.midpoint))
        #expect(Sample.rules(.started) != EditExample.twoPrimaries)
        let changed = Sample.rules(.started).changed { codes, policy in
            codes.families = []
            policy.places = []
        }
        #expect(changed.codes.families.isEmpty && changed.policy.places.isEmpty)
        #expect(Sample.rules(.started).codes.families.count == 3)
    }
}
