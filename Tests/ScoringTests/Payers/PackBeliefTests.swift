import Testing

@testable import Scoring

/// The misconceptions of critical care and of outpatient infusion, and what each bills, worked out by hand.
struct PackBeliefTests {
    private static let critical: [Misconception] = [
        .init(id: "no-minimum", changes: [.firstFrom(1)]),
        .init(id: "hour-before-first", changes: [.firstFrom(60)]),
        .init(id: "always-rounds-up", changes: [.credit(.started)]),
        .init(id: "never-rounds", changes: [.credit(.complete)]),
        .init(id: "midpoint-of-half-hour", changes: [.credit(.midpoint)]),
        .init(id: "add-on-after-an-hour", changes: [.furtherAfter(60)]),
        .init(id: "add-on-from-thirty", changes: [.furtherAfter(30)]),
        .init(id: "add-on-is-an-hour", changes: [.furtherEach(60)]),
        .init(id: "first-per-hour", changes: [.firstEach(60)]),
        .init(id: "add-on-alone", changes: [.bills(.furtherOnly)]),
        .init(id: "ignores-add-on", changes: [.bills(.firstOnly)]),
    ]

    private static let outpatient: [Misconception] = [
        .init(id: "drip-is-infusion", changes: [.firstFrom(1)]),
        .init(id: "midpoint-before-infusion", changes: [.firstFrom(31)]),
        .init(id: "always-rounds-up", changes: [.credit(.started)]),
        .init(id: "never-rounds", changes: [.credit(.complete)]),
        .init(id: "sixteen-minutes-each", changes: [.credit(.atLeast(16))]),
        .init(id: "add-on-from-zero", changes: [.furtherAfter(0)]),
        .init(id: "add-on-is-half-an-hour", changes: [.furtherEach(30), .credit(.complete)]),
        .init(id: "first-per-hour", changes: [.firstEach(60)]),
        .init(id: "add-on-alone", changes: [.bills(.furtherOnly)]),
        .init(id: "ignores-add-on", changes: [.bills(.firstOnly)]),
    ]

    private static func care(_ minutes: Int) -> Encounter {
        .visits(
            Visit(services: [Service("critical-care", time: .minutes(minutes))], place: "21", performer: "physician"))
    }

    private static func infusion(_ minutes: Int) -> Encounter {
        .visits(
            Visit(
                services: [Service("infusion", time: .minutes(minutes))], place: "22", performer: "registered-nurse"))
    }

    /// A believer's claim by CPT's table and by Medicare's half hours.
    @Test(
        arguments: [
            ("no-minimum", 1, "99291", "99291"), ("no-minimum", 20, "99291", "99291"),
            ("no-minimum", 80, "99291, 99292", "99291"), ("hour-before-first", 45, "none", "none"),
            ("hour-before-first", 59, "none", "none"), ("hour-before-first", 60, "99291", "99291"),
            ("hour-before-first", 104, "99291, 99292", "99291, 99292"),
            ("always-rounds-up", 75, "99291, 99292", "99291, 99292"),
            ("always-rounds-up", 105, "99291, 99292 x2", "99291, 99292 x2"), ("always-rounds-up", 74, "99291", "99291"),
            ("never-rounds", 80, "99291", "99291"), ("never-rounds", 105, "99291, 99292", "99291, 99292"),
            ("midpoint-of-half-hour", 89, "99291", "99291"),
            ("midpoint-of-half-hour", 90, "99291, 99292", "99291, 99292"),
            ("midpoint-of-half-hour", 120, "99291, 99292 x2", "99291, 99292 x2"),
            ("add-on-after-an-hour", 60, "99291", "99291"), ("add-on-after-an-hour", 75, "99291, 99292", "99291"),
            ("add-on-after-an-hour", 90, "99291, 99292", "99291, 99292"),
            ("add-on-after-an-hour", 121, "99291, 99292 x3", "99291, 99292 x2"),
            ("add-on-from-thirty", 30, "99291", "99291"), ("add-on-from-thirty", 74, "99291, 99292 x2", "99291, 99292"),
            ("add-on-from-thirty", 90, "99291, 99292 x2", "99291, 99292 x2"),
            ("add-on-is-an-hour", 133, "99291, 99292", "99291"),
            ("add-on-is-an-hour", 134, "99291, 99292", "99291, 99292"),
            ("add-on-is-an-hour", 135, "99291, 99292 x2", "99291, 99292"), ("first-per-hour", 45, "99291", "99291"),
            ("first-per-hour", 29, "none", "none"), ("first-per-hour", 120, "99291 x2", "99291 x2"),
            ("first-per-hour", 121, "99291 x3", "99291 x2"), ("add-on-alone", 80, "99292", "99291"),
            ("add-on-alone", 104, "99292", "99292"), ("add-on-alone", 74, "99291", "99291"),
            ("ignores-add-on", 200, "99291", "99291"), ("ignores-add-on", 20, "none", "none"),
        ] as [(ID<Misconception>, Int, String, String)])
    func `critical care misunderstood`(
        belief: ID<Misconception>, minutes: Int, cpt: String, medicare: String
    ) throws {
        let believer = try #require(Self.critical.first { $0.id == belief })
        let encounter = Self.care(minutes)
        #expect(believer.applied(to: CriticalCareTests.cpt).claim(for: encounter) == claim(cpt))
        #expect(believer.applied(to: CriticalCareTests.medicare).claim(for: encounter) == claim(medicare))
    }

    @Test(
        arguments: [
            ("drip-is-infusion", 1, "96365"), ("drip-is-infusion", 15, "96365"),
            ("drip-is-infusion", 91, "96365, 96366"),
            ("midpoint-before-infusion", 16, "96374"), ("midpoint-before-infusion", 30, "96374"),
            ("midpoint-before-infusion", 31, "96365"), ("always-rounds-up", 60, "96365"),
            ("always-rounds-up", 61, "96365, 96366"), ("always-rounds-up", 121, "96365, 96366 x2"),
            ("never-rounds", 119, "96365"), ("never-rounds", 120, "96365, 96366"),
            ("sixteen-minutes-each", 75, "96365"),
            ("sixteen-minutes-each", 76, "96365, 96366"), ("sixteen-minutes-each", 136, "96365, 96366 x2"),
            ("add-on-from-zero", 15, "96374"), ("add-on-from-zero", 30, "96365"),
            ("add-on-from-zero", 31, "96365, 96366"),
            ("add-on-from-zero", 91, "96365, 96366 x2"), ("add-on-is-half-an-hour", 89, "96365"),
            ("add-on-is-half-an-hour", 90, "96365, 96366"), ("add-on-is-half-an-hour", 119, "96365, 96366"),
            ("add-on-is-half-an-hour", 120, "96365, 96366 x2"), ("first-per-hour", 10, "96374"),
            ("first-per-hour", 90, "96365"), ("first-per-hour", 91, "96365 x2"), ("first-per-hour", 151, "96365 x3"),
            ("add-on-alone", 90, "96365"), ("add-on-alone", 91, "96366"), ("add-on-alone", 10, "96374"),
            ("ignores-add-on", 300, "96365"),
        ] as [(ID<Misconception>, Int, String)])
    func `infusions misunderstood`(belief: ID<Misconception>, minutes: Int, billed: String) throws {
        let believer = try #require(Self.outpatient.first { $0.id == belief })
        #expect(believer.applied(to: OutpatientInfusionTests.cpt).claim(for: Self.infusion(minutes)) == claim(billed))
    }

    /// Minutes of critical care by CPT's table, an answer, and everybody who would give it.
    @Test(
        arguments: [
            (80, "99291, 99292", []), (80, "99291 x2", [["first-per-hour"]]), (80, "99292", [["add-on-alone"]]),
            (80, "99291", [["never-rounds"], ["midpoint-of-half-hour"], ["ignores-add-on"]]),
            (80, "99291, 99292 x2", [["add-on-from-thirty"]]),
            (80, "99292 x2", [["add-on-from-thirty", "add-on-alone"]]),
            (80, "99291, 99292 x3", []), (80, "none", []), (45, "none", [["hour-before-first"]]),
            (45, "99291, 99292", [["add-on-from-thirty"]]), (45, "99292", [["add-on-from-thirty", "add-on-alone"]]),
            (20, "99291", [["no-minimum"]]), (20, "99292", []), (20, "none", []),
        ] as [(Int, String, [[ID<Misconception>]])])
    func `who would answer so about critical care`(minutes: Int, answer: String, beliefs: [[ID<Misconception>]]) {
        let asked = Case(Self.care(minutes), under: CriticalCareTests.cpt, among: Self.critical)
        #expect(asked.differential.explain(claim(answer)).map(\.beliefs) == beliefs)
    }

    /// The same for an infusion.
    @Test(
        arguments: [
            (91, "96365, 96366", []), (91, "96365 x2", [["first-per-hour"]]),
            (91, "96365", [["never-rounds"], ["ignores-add-on"]]), (91, "96366", [["add-on-alone"]]),
            (91, "96366 x2", [["add-on-from-zero", "add-on-alone"]]),
            (91, "96365, 96366 x3", [["add-on-from-zero", "add-on-is-half-an-hour"]]),
            (91, "96365, 96366 x2", [["add-on-from-zero"]]), (10, "96365", [["drip-is-infusion"]]), (10, "96374", []),
            (20, "96374", [["midpoint-before-infusion"]]),
            (
                20, "96365, 96366",
                [["always-rounds-up", "add-on-from-zero"], ["sixteen-minutes-each", "add-on-from-zero"]]
            ),
            (61, "96366", [["always-rounds-up", "add-on-alone"], ["add-on-from-zero", "add-on-alone"]]),
            (61, "96365 x9", []),
        ] as [(Int, String, [[ID<Misconception>]])])
    func `who would answer so about an infusion`(minutes: Int, answer: String, beliefs: [[ID<Misconception>]]) {
        let asked = Case(Self.infusion(minutes), under: OutpatientInfusionTests.cpt, among: Self.outpatient)
        #expect(asked.differential.explain(claim(answer)).map(\.beliefs) == beliefs)
    }
}
