import Testing

@testable import Scoring

/// Two beliefs about whole claims held at once: what they lead to together, and which cannot be held together.
struct WholeBeliefPairTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let one: Misconception.Change
        let other: Misconception.Change
        let encounter: Encounter
        let rules: Rules
        /// What the key bills, what each belief leads to, and what both do.
        let key: String
        let ofOne: String
        let ofOther: String
        let ofBoth: String
        var testDescription: String { "\(one) and \(other)" }
    }

    private static let eightHourly = Therapy("anti-infective", dates: WholeClaim.march(2, 15), everyHours: 8)
    private static let drug = DrugGiven(
        "infliximab", given: Amount("345 mg") ?? .none(.milligrams), discarded: Amount("55 mg"))
    private static let acrossMonths = WholeClaim.episode([
        Therapy(
            "anti-infective", dates: DaySpan(from: "2026-03-25", through: "2026-04-07") ?? WholeClaim.march(1, 1),
            everyHours: 48)
    ])
    private static let outpatient = Rules(codes: HierarchyTests.codes, policy: Policy(id: "p", credit: .midpoint))

    static let examples: [Example] = [
        .init(
            one: .forgets("SH"), other: .therapyDays(.dose),
            encounter: WholeClaim.episode([
                eightHourly, Therapy("immune-therapy", dates: WholeClaim.march(2, 15)),
            ]), rules: WholeClaim.rules(), key: "S9502 x14, S9338-SH x14", ofOne: "S9502 x14, S9338 x14",
            ofOther: "S9502 x42, S9338-SH x14", ofBoth: "S9502 x42, S9338 x14"),
        .init(
            one: .discarded(.together), other: .therapyDays(.dose),
            encounter: WholeClaim.episode([eightHourly], drugs: [drug]),
            rules: WholeClaim.rules { $0.discarded = .ownLine }, key: "S9502 x14, J1745 x35, J1745-JW x5",
            ofOne: "S9502 x14, J1745 x40", ofOther: "S9502 x42, J1745 x35, J1745-JW x5",
            ofBoth: "S9502 x42, J1745 x40"),
        .init(
            one: .ignoresCaps, other: .ignoresAuthorisation,
            encounter: WholeClaim.oneTherapy.with { $0.authorised = ["S9500": 7] },
            rules: WholeClaim.rules {
                $0.caps.unitsAMonth = ["S9500": 10]
                $0.needsAuthorisation = ["S9500"]
            }, key: "S9500 x7", ofOne: "S9500 x7", ofOther: "S9500 x10", ofBoth: "S9500 x14"),
        .init(
            one: .ignoresMonths, other: .therapyDays(.infusion), encounter: acrossMonths,
            rules: WholeClaim.rules { $0.splitsMonths = true }, key: "S9494 x7, S9494 x7", ofOne: "S9494 x14",
            ofOther: "S9494 x4, S9494 x3", ofBoth: "S9494 x7"),
        .init(
            one: .initial(.earliest), other: .hierarchy(.ignoresOverlap),
            encounter: .visits(
                HierarchyDayTests.visit([
                    HierarchyTests.given("push", "b", "08:50", "08:55"),
                    HierarchyTests.given("infusion", "a", "09:00", "10:00"),
                    HierarchyTests.given("infusion", "c", "09:10", "09:50"),
                ])), rules: outpatient, key: "96365, 96368, 96375", ofOne: "96367, 96368, 96374",
            ofOther: "96365, 96367, 96375", ofBoth: "96367 x2, 96374"),
        .init(
            one: .pooling(.each), other: .ignoresCaps, encounter: PoolTests.encounter([24, 23]),
            rules: Rules(codes: PoolTests.set, policy: Policy(id: "p", credit: .atLeast(8))).changed {
                $1.caps.minutesADay = 30
            }, key: "97112 x2", ofOne: "97112 x2", ofOther: "97112 x2, 97110", ofBoth: "97112 x2, 97110 x2"),
        .init(
            one: .swaps("SH", "SJ"), other: .discarded(.unpaid),
            encounter: WholeClaim.episode(
                [
                    Therapy("immune-therapy", dates: WholeClaim.march(2, 8)),
                    Therapy("nutrition", dates: WholeClaim.march(2, 8), aDay: Amount("1 L")),
                ], drugs: [drug]), rules: WholeClaim.rules { $0.discarded = .ownLine },
            key: "S9338 x7, S9365-SH x7, J1745 x35, J1745-JW x5",
            ofOne: "S9338 x7, S9365-SJ x7, J1745 x35, J1745-JW x5", ofOther: "S9338 x7, S9365-SH x7, J1745 x35",
            ofBoth: "S9338 x7, S9365-SJ x7, J1745 x35"),
    ]

    @Test(arguments: examples) func `two beliefs lead to their claim and are named by it`(example: Example) {
        let one = Misconception(id: "one", changes: [example.one])
        let other = Misconception(id: "other", changes: [example.other])
        let asked = Case(example.encounter, under: example.rules, among: [one, other])
        #expect(asked.key.claim.billsTheSame(as: claim(example.key)), "\(asked.key.claim)")
        for (text, beliefs) in [
            (example.ofOne, ["one"]), (example.ofOther, ["other"]), (example.ofBoth, ["one", "other"]),
        ] as [(String, [ID<Misconception>])] {
            let named = asked.assess(claim(text)).beliefs
            #expect(named == (text == example.key ? [] : beliefs), "\(text)")
        }
        let both = other.applied(to: one.applied(to: example.rules)).claim(for: example.encounter)
        #expect(both.billsTheSame(as: claim(example.ofBoth)), "\(both)")
    }

    /// It makes no difference which of two beliefs came first, nor whether their claims were worked out before.
    @Test(arguments: examples) func `the order of beliefs makes no difference`(example: Example) {
        let one = Misconception(id: "one", changes: [example.one])
        let other = Misconception(id: "other", changes: [example.other])
        let asked = Case(example.encounter, under: example.rules, among: [other, one])
        let named = asked.assess(claim(example.ofBoth)).beliefs
        #expect(named == ["other", "one"])
        #expect(asked.forManyAnswers().assess(claim(example.ofBoth)).beliefs == named)
    }

    /// Changes in groups that are about the same each.
    private static let groups: [[Misconception.Change]] = [
        [.therapyDays(.dose), .therapyDays(.access), .therapyDays(.infusion)],
        [.discarded(.together), .discarded(.unpaid)], [.forgets("SH"), .swaps("SH", "SJ"), .forgets("JW")],
        [.pooling(.each), .pooling(.total)], [.initial(.earliest), .initial(.highest)],
        [.hierarchy(.addsUp), .hierarchy(.eachInitial), .hierarchy(.ignoresOverlap), .hierarchy(.ignoresYielding)],
        [.sameDay(.separate), .sameDay(.laterAsFurther)], [.midnight(.split), .midnight(.whole)],
        [.leavesOutBundled, .countsApart], [.ignoresCaps], [.ignoresAuthorisation], [.ignoresMonths],
        [.countsJointTwice],
    ]

    @Test func `two beliefs about the same cannot be held together, any others can`() {
        for (group, changes) in Self.groups.enumerated() {
            for (otherGroup, others) in Self.groups.enumerated() {
                for (change, other) in changes.flatMap({ change in others.map { (change, $0) } }) {
                    let contradicts = Misconception(id: "one", changes: [change]).contradicts(
                        Misconception(id: "other", changes: [other]))
                    #expect(contradicts == (group == otherGroup), "\(change) and \(other)")
                }
            }
        }
    }

    @Test func `as many pairs are held as do not contradict each other`() {
        let all = Self.groups.joined().enumerated().map {
            Misconception(id: ID("b\($0.offset)"), changes: [$0.element])
        }
        let within = Self.groups.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
        let believers = Beliefs(all, about: WholeClaim.rules()).all
        #expect(believers.count { $0.names.count == 2 } == all.count * (all.count - 1) / 2 - within)
        #expect(Set(believers.map(\.names)).count == believers.count)
    }
}
