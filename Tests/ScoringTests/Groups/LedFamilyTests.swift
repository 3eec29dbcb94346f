import Testing

@testable import Scoring

/// A hierarchy whose initial infusion is billed by a family, which is the pack's own.
struct LedFamilyTests {
    private static let family = Family(
        id: "infusions", title: "infusion", services: ["infusion"],
        first: [.init(code: "96374", from: 1, through: 15), .init(code: "96365", from: 16, covers: 60)],
        further: [.init(code: "96366", each: 60, after: 60, credit: .midpoint)])

    private static let codes: CodeSet = {
        var hierarchy = HierarchyTests.hierarchy
        for index in hierarchy.tiers.indices where hierarchy.tiers[index].kind == "infusion" {
            hierarchy.tiers[index].family = "infusions"
        }
        return CodeSet(
            definitions: HierarchyTests.codes.definitions, families: [family], hierarchies: [hierarchy],
            mainFamily: "infusions")
    }()

    private static func rules(_ change: (inout Policy) -> Void = { _ in }) -> Rules {
        var policy = Policy(id: "p", credit: .midpoint)
        change(&policy)
        return Rules(codes: codes, policy: policy)
    }

    private static func day(_ services: [Service], missing: Set<RecordItem> = []) -> Encounter {
        .visits(Visit(services: services, place: "22", performer: "registered-nurse", missing: missing))
    }

    /// Every day that the hierarchy bills by its own codes comes out alike.
    @Test(arguments: HierarchyTests.days.map(\.title)) func `a family bills the initial service as the tier would`(
        title: String
    ) throws {
        let day = try #require(HierarchyTests.days.first { $0.title == title })
        let encounter = Self.day(day.services)
        let key = derive(encounter, under: Self.rules())
        #expect(key.claim.description == day.claim)
        #expect(validate(key.claim, against: key).isEmpty, "\(validate(key.claim, against: key).map(\.message))")
        #expect(Self.rules().claim(for: encounter) == key.claim)
    }

    @Test(arguments: [(15, "96409 x1"), (16, "96413 x1"), (91, "96413 x1, 96415 x1")])
    func `what is too short for every code of the family is billed as the shorter tier`(
        minutes: Int, expected: String
    ) {
        var hierarchy = HierarchyTests.hierarchy
        for index in hierarchy.tiers.indices where hierarchy.tiers[index].kind == "chemotherapy" {
            hierarchy.tiers[index].family = "chemo"
        }
        let chemo = Family(
            id: "chemo", title: "chemotherapy", services: ["chemotherapy"],
            first: [.init(code: "96413", from: 16, covers: 60)], further: [.init(code: "96415", each: 60, after: 60)])
        let codes = CodeSet(
            definitions: HierarchyTests.codes.definitions, families: [chemo], hierarchies: [hierarchy],
            mainFamily: "chemo")
        let rules = Rules(codes: codes, policy: Policy(id: "p", credit: .midpoint))
        let key = derive(Self.day([Service("chemotherapy", time: .minutes(minutes))]), under: rules)
        #expect(key.claim.description == expected)
    }

    @Test func `what went before the drug counts as the payer says`() {
        let encounter = Self.day([
            Service("infusion", activity: .preparation, time: .minutes(20)), Service("infusion", time: .minutes(80)),
            Service("infusion", activity: .documentation, time: .minutes(15)),
        ])
        let key = derive(encounter, under: Self.rules())
        #expect(key.claim.description == "96365 x1")
        #expect(key.steps.contains(.leftOut(activity: .preparation, minutes: 20)))
        let chair = Misconception(id: "chair", changes: [.countsAll])
        let misled = Differential(key, among: Beliefs([chair], about: Self.rules())).singles
        #expect(misled.map(\.claim.description) == ["96365 x1, 96366 x1"])
    }

    @Test func `a drug that is given alone follows nothing and is initial to nothing`() {
        func initials(_ services: [Service]) -> Int {
            derive(Self.day(services), under: Self.rules()).steps.count { $0.rule == "hierarchy" }
        }
        #expect(initials([Service("infusion", time: .minutes(60))]) == 0)
        let twoDrugs = [
            Service("infusion", time: .clock(start: "09:00", stop: "10:00"), drug: "a"),
            Service("infusion", time: .clock(start: "10:00", stop: "11:00"), drug: "b"),
        ]
        #expect(initials(twoDrugs) == 2)
    }

    @Test(arguments: 1...300) func `minutes are counted and circumstances met as for a family`(minutes: Int) {
        let encounter = Self.day([Service("infusion", time: .minutes(minutes))])
        let key = derive(encounter, under: Self.rules())
        let alone = derive(
            encounter,
            under: Rules(
                codes: CodeSet(definitions: Self.codes.definitions, families: [Self.family], mainFamily: "infusions"),
                policy: Policy(id: "p", credit: .midpoint)))
        #expect(key.claim == alone.claim)
        #expect(key.countedMinutes == minutes && key.totalMinutes == minutes)
        #expect(key.circumstances == alone.circumstances)
    }

    @Test(
        arguments: [
            ([.start, .stop], Policy.Undocumented.firstOnly, "96374 x1"), ([.stop], .firstOnly, "96374 x1"),
            ([.observations], .firstOnly, "96365 x1"), ([], .firstOnly, "96365 x1"), ([.stop], .nothing, "none"),
        ] as [(Set<RecordItem>, Policy.Undocumented, String)])
    func `what the payer wants on record is asked of a hierarchy too`(
        missing: Set<RecordItem>, then: Policy.Undocumented, expected: String
    ) {
        let services = [HierarchyTests.given("infusion", "a", "09:00", "09:45")]
        for codes in [Self.codes, HierarchyTests.codes] {
            var policy = Policy(id: "p", credit: .midpoint)
            policy.requires = [.start, .stop]
            policy.undocumented = then
            let key = derive(Self.day(services, missing: missing), under: Rules(codes: codes, policy: policy))
            #expect(key.claim.description == expected)
            #expect(key.steps.count { $0.rule == "documentation" } == (missing.isSubset(of: [.observations]) ? 0 : 1))
            #expect(validate(key.claim, against: key).isEmpty)
            let findings = validate(claim("96365"), against: key).map(\.edit)
            #expect(findings.contains(.documentationMissing) == (expected != "96365 x1"))
        }
    }

    @Test func `a push needs no stop`() {
        let rules = Self.rules {
            $0.requires = [.start, .stop]
            $0.undocumented = .nothing
        }
        let key = derive(Self.day([Service("push", time: .unknown, drug: "a")]), under: rules)
        #expect(key.claim.description == "96374 x1")
    }

    /// Beliefs about counting reach the family and the tiers that follow it.
    @Test(
        arguments: [
            (.furtherEach(30), "96365 x1, 96366 x3, 96367 x1"), (.credit(.complete), "96365 x1, 96366 x1, 96367 x1"),
            (.bills(.firstOnly), "96365 x1, 96367 x1"), (.furtherAfter(0), "96365 x1, 96366 x4, 96367 x1"),
            (.anyService, "96365 x1, 96366 x2, 96367 x1"),
        ] as [(Misconception.Change, String)])
    func `a belief about hours is held of what a hierarchy leads`(change: Misconception.Change, expected: String) {
        let encounter = Self.day([
            HierarchyTests.given("infusion", "a", "09:00", "11:31"),
            HierarchyTests.given("infusion", "b", "11:31", "12:10"),
        ])
        let belief = Misconception(id: "held", changes: [change])
        #expect(belief.applied(to: Self.rules()).claim(for: encounter).description == expected)
        let asked = Case(encounter, under: Self.rules(), among: [belief])
        let isKey = expected == asked.key.claim.description
        #expect(
            asked.assess(asked.claims(of: asked.beliefs.singles).claims.last ?? Claim()).beliefs
                == (isKey ? [] : ["held"]))
    }

    @Test func `who lets the family pay for anything bills what no tier knows`() {
        let encounter = Self.day([Service("wound-care", time: .minutes(45))])
        let belief = Misconception(id: "held", changes: [.anyService])
        #expect(Self.rules().claim(for: encounter).isEmpty)
        #expect(belief.applied(to: Self.rules()).claim(for: encounter).description == "96365 x1")
    }
}
