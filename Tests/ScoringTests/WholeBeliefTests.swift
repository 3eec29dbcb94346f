import Testing

@testable import Scoring

/// Beliefs about days, amounts, modifiers, limits and groups: each leads to the claim that somebody who holds it bills, and
/// to no other.
struct WholeBeliefTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let change: Misconception.Change
        let encounter: Encounter
        let rules: Rules
        let believed: String
        let key: String
        var testDescription: String { "\(change)" }
    }

    private static let drug = DrugGiven(
        "infliximab", given: Amount("345 mg") ?? .none(.milligrams), discarded: Amount("55 mg"))
    private static let medicare = WholeClaim.rules { $0.discarded = .ownLine }
    private static let infused = WholeClaim.episode([], drugs: [drug])
    private static let everyOtherDay = WholeClaim.episode([
        Therapy("anti-infective", dates: WholeClaim.march(2, 15), everyHours: 48)
    ])
    private static let threeTimesADay = WholeClaim.episode([
        Therapy("anti-infective", dates: WholeClaim.march(2, 15), everyHours: 8)
    ])
    private static let acrossMonths = WholeClaim.episode([
        Therapy(
            "anti-infective", dates: DaySpan(from: "2026-03-25", through: "2026-04-07") ?? WholeClaim.march(1, 1),
            everyHours: 24)
    ])
    private static let therapies = WholeClaim.episode([
        Therapy("anti-infective", dates: WholeClaim.march(2, 15), everyHours: 24),
        Therapy("immune-therapy", dates: WholeClaim.march(2, 15)),
        Therapy("nutrition", dates: WholeClaim.march(2, 15), aDay: Amount("1 L")),
    ])

    private static func hierarchy(_ services: [Service]) -> Encounter {
        .visits(Visit(services: services, place: "22", performer: "registered-nurse"))
    }

    private static let outpatient = Rules(codes: HierarchyTests.codes, policy: Policy(id: "p", credit: .midpoint))
    private static let timed = Rules(codes: PoolTests.set, policy: Policy(id: "p", credit: .midpoint))

    private static let critical: Rules = {
        let codes = CodeSet(
            definitions: [.init(code: "99291", label: "a"), .init(code: "99292", label: "b", addOnTo: ["99291"])],
            families: [
                Family(
                    id: "critical-care", title: "critical care", services: ["critical-care"],
                    first: [.init(code: "99291", from: 30, covers: 74)],
                    further: [.init(code: "99292", each: 30, after: 74)], bundled: ["ventilator"], apart: ["intubation"]
                )
            ])
        return Rules(codes: codes, policy: Policy(id: "p", credit: .started))
    }()

    private static let unit = Encounter.visits(
        Visit(
            services: [
                .clock("critical-care", "09:00", "10:10"), .clock("ventilator", "10:10", "10:20"),
                .clock("intubation", "09:20", "09:40"),
            ], place: "21", performer: "physician"))

    private static let longUnit = Encounter.visits(
        Visit(
            services: [.clock("critical-care", "09:00", "10:10"), .clock("ventilator", "10:10", "10:20")], place: "21",
            performer: "physician"))

    private static let together = Encounter.visits(
        Visit(
            services: [.clock("critical-care", "09:00", "10:00"), .clock("critical-care", "09:30", "10:00")],
            place: "21", performer: "physician"))

    static let examples: [Example] = [
        .init(
            change: .discarded(.together), encounter: infused, rules: medicare, believed: "J1745 x40",
            key: "J1745 x35, J1745-JW x5"),
        .init(
            change: .discarded(.unpaid), encounter: infused, rules: medicare, believed: "J1745 x35",
            key: "J1745 x35, J1745-JW x5"),
        .init(
            change: .therapyDays(.dose), encounter: threeTimesADay, rules: WholeClaim.rules(), believed: "S9502 x42",
            key: "S9502 x14"),
        .init(
            change: .therapyDays(.access), encounter: everyOtherDay,
            rules: WholeClaim.rules { $0.therapyDays = .infusion }, believed: "S9494 x14", key: "S9494 x7"),
        .init(
            change: .therapyDays(.infusion), encounter: everyOtherDay, rules: WholeClaim.rules(),
            believed: "S9494 x7", key: "S9494 x14"),
        .init(
            change: .ignoresMonths, encounter: acrossMonths, rules: WholeClaim.rules { $0.splitsMonths = true },
            believed: "S9500 x14", key: "S9500 x7, S9500 x7"),
        .init(
            change: .forgets("SH"), encounter: therapies, rules: WholeClaim.rules(),
            believed: "S9500 x14, S9338 x14, S9365-SJ x14", key: "S9500 x14, S9338-SH x14, S9365-SJ x14"),
        .init(
            change: .swaps("SH", "SJ"), encounter: therapies, rules: WholeClaim.rules(),
            believed: "S9500 x14, S9338-SJ x14, S9365-SH x14", key: "S9500 x14, S9338-SH x14, S9365-SJ x14"),
        .init(
            change: .ignoresCaps, encounter: WholeClaim.oneTherapy,
            rules: WholeClaim.rules { $0.caps.unitsAMonth = ["S9500": 10] }, believed: "S9500 x14", key: "S9500 x10"),
        .init(
            change: .ignoresCaps, encounter: .minutes(360), rules: Sample.rules(.started) { $0.caps.minutesADay = 240 },
            believed: "99601, 99602 x4", key: "99601, 99602 x2"),
        .init(
            change: .ignoresAuthorisation, encounter: WholeClaim.oneTherapy.with { $0.authorised = ["S9500": 10] },
            rules: WholeClaim.rules { $0.needsAuthorisation = ["S9500"] }, believed: "S9500 x14", key: "S9500 x10"),
        .init(
            change: .sameDay(.separate), encounter: EditExample.twoVisits, rules: Sample.rules(.started),
            believed: "99601 x2", key: "99601"),
        .init(
            change: .sameDay(.laterAsFurther), encounter: EditExample.twoVisits, rules: EditExample.separate,
            believed: "99601, 99602", key: "99601 x2"),
        .init(
            change: .midnight(.split), encounter: .of(.infusion("22:30", "01:00")), rules: Sample.rules(.started),
            believed: "99601", key: "99601, 99602"),
        .init(
            change: .leavesOutBundled, encounter: longUnit, rules: critical, believed: "99291", key: "99291, 99292"),
        .init(
            change: .countsApart, encounter: unit, rules: critical, believed: "99291, 99292", key: "99291"),
        .init(
            change: .countsJointTwice, encounter: together, rules: critical, believed: "99291, 99292", key: "99291"),
        .init(
            change: .pooling(.each), encounter: PoolTests.encounter([24, 23]), rules: timed,
            believed: "97112 x2, 97110 x2", key: "97112 x2, 97110"),
        .init(
            change: .hierarchy(.addsUp),
            encounter: hierarchy([
                HierarchyTests.given("push", "a", "09:00", "09:10"),
                HierarchyTests.given("push", "b", "09:15", "09:25"),
            ]), rules: outpatient, believed: "96365", key: "96374, 96375"),
        .init(
            change: .hierarchy(.eachInitial),
            encounter: hierarchy([
                HierarchyTests.given("infusion", "a", "09:00", "10:00"),
                HierarchyTests.given("infusion", "b", "10:00", "11:00"),
            ]), rules: outpatient, believed: "96365 x2", key: "96365, 96367"),
        .init(
            change: .hierarchy(.ignoresOverlap),
            encounter: hierarchy([
                HierarchyTests.given("infusion", "a", "09:00", "10:00"),
                HierarchyTests.given("infusion", "b", "09:10", "09:50"),
            ]), rules: outpatient, believed: "96365, 96367", key: "96365, 96368"),
        .init(
            change: .hierarchy(.ignoresYielding),
            encounter: hierarchy([
                HierarchyTests.given("infusion", "a", "09:00", "10:00"),
                HierarchyTests.given("hydration", "s", "09:00", "10:00"),
            ]), rules: outpatient, believed: "96365, 96361", key: "96365"),
        .init(
            change: .initial(.earliest),
            encounter: hierarchy([
                HierarchyTests.given("push", "b", "08:50", "08:55"),
                HierarchyTests.given("infusion", "a", "09:00", "10:00"),
            ]), rules: outpatient, believed: "96367, 96374", key: "96365, 96375"),
    ]

    @Test(arguments: examples) func `a belief leads to its claim and is named by it`(example: Example) {
        let misconception = Misconception(id: "held", changes: [example.change])
        let asked = Case(example.encounter, under: example.rules, among: [misconception])
        #expect(asked.key.claim.billsTheSame(as: claim(example.key)), "\(asked.key.claim)")
        let believed = misconception.applied(to: example.rules).claim(for: example.encounter)
        #expect(believed.billsTheSame(as: claim(example.believed)), "\(believed)")
        let named = asked.assess(claim(example.believed)).beliefs
        #expect(named == (example.believed == example.key ? [] : ["held"]))
    }

    /// Those who measure as the key does are asked to measure nothing anew, and come to the same.
    @Test(arguments: examples) func `what a belief leads to is what its rules derive`(example: Example) {
        let all = Self.examples.enumerated().map {
            Misconception(id: ID("b\($0.offset)"), changes: [$0.element.change])
        }
        let beliefs = Beliefs(all, about: example.rules)
        let key = derive(example.encounter, under: example.rules)
        var lines = DueLines()
        for believer in beliefs.singles + beliefs.pairs {
            believer.bill(key, at: Stakes(of: key), into: &lines)
            #expect(lines.claim == believer.rules.claim(for: example.encounter), "\(believer.names)")
        }
    }
}

extension Service {
    fileprivate static func clock(_ kind: ID<ServiceKind>, _ start: String, _ stop: String) -> Service {
        let midnight = ClockTime(wrapping: 0)
        return Service(kind, time: .clock(start: ClockTime(start) ?? midnight, stop: ClockTime(stop) ?? midnight))
    }
}
