import Testing

@testable import Scoring

/// Infusions, pushes and hydration of a day: one initial service for each access, and what follows it.
struct HierarchyTests {
    static let hours = Family.Further(code: "96366", each: 60, after: 60, credit: .midpoint)

    static let hierarchy = Hierarchy(
        id: "outpatient", title: "infusion",
        tiers: [
            .init(
                kind: "chemotherapy", initial: "96413", from: 16, shorter: "chemotherapy-push",
                further: .init(code: "96415", each: 60, after: 60, credit: .midpoint), later: "96417"),
            .init(kind: "chemotherapy-push", initial: "96409", later: "96411"),
            .init(
                kind: "infusion", initial: "96365", from: 16, shorter: "push", further: hours, later: "96367",
                concurrent: "96368"),
            .init(kind: "push", initial: "96374", later: "96375", again: "96376", againAfter: 30),
            .init(
                kind: "hydration", initial: "96360", from: 31,
                further: .init(code: "96361", each: 60, after: 60, credit: .midpoint), later: "96361", yields: true),
        ], furtherSite: "59")

    static let codes = CodeSet(
        definitions: [
            "96413", "96415", "96417", "96409", "96411", "96365", "96366", "96367", "96368", "96374", "96375", "96376",
            "96360", "96361",
        ].map { .init(code: $0, label: "a code", modifiers: ["59"]) }, families: [], hierarchies: [hierarchy])

    struct Given: Sendable {
        let kind: ID<ServiceKind>
        let drug: ID<Drug>
        let start: ClockTime
        let stop: ClockTime
        var site: ID<AccessSite>?
        var isMainReason = false
    }

    static func given(
        _ kind: ID<ServiceKind>, _ drug: ID<Drug>, _ start: String, _ stop: String, at site: ID<AccessSite>? = nil,
        isMain: Bool = false
    ) -> Service {
        let midnight = ClockTime(wrapping: 0)
        return Service(
            kind, time: .clock(start: ClockTime(start) ?? midnight, stop: ClockTime(stop) ?? midnight), drug: drug,
            site: site, isMainReason: isMain)
    }

    static func claim(_ services: [Service], _ change: (inout Policy) -> Void = { _ in }) -> String {
        var policy = Policy(id: "p", credit: .midpoint)
        change(&policy)
        let rules = Rules(codes: codes, policy: policy)
        let encounter = Encounter.visits(Visit(services: services, place: "22", performer: "registered-nurse"))
        let key = derive(encounter, under: rules)
        #expect(validate(key.claim, against: key).isEmpty, "\(validate(key.claim, against: key).map(\.message))")
        #expect(rules.claim(for: encounter) == key.claim)
        #expect(key.steps.allSatisfy { $0.text.hasSuffix(".") && !$0.text.contains("  ") })
        return key.claim.description
    }

    static let days: [(title: String, services: [Service], claim: String)] = [
        ("one infusion of an hour", [given("infusion", "a", "09:00", "10:00")], "96365 x1"),
        ("of 90 minutes", [given("infusion", "a", "09:00", "10:30")], "96365 x1"),
        ("of 91 minutes", [given("infusion", "a", "09:00", "10:31")], "96365 x1, 96366 x1"),
        ("of 15 minutes is a push", [given("infusion", "a", "09:00", "09:15")], "96374 x1"),
        ("of 16 minutes is none", [given("infusion", "a", "09:00", "09:16")], "96365 x1"),
        (
            "a second drug after the first",
            [given("infusion", "a", "09:00", "10:00"), given("infusion", "b", "10:00", "10:40")], "96365 x1, 96367 x1"
        ),
        (
            "a second drug for two hours",
            [given("infusion", "a", "09:00", "10:00"), given("infusion", "b", "10:00", "12:00")],
            "96365 x1, 96366 x1, 96367 x1"
        ),
        (
            "a second drug at the same time",
            [given("infusion", "a", "09:00", "11:00"), given("infusion", "b", "09:30", "10:30")],
            "96365 x1, 96366 x1, 96368 x1"
        ),
        (
            "two more at the same time",
            [
                given("infusion", "a", "09:00", "10:00"), given("infusion", "b", "09:10", "09:50"),
                given("infusion", "c", "09:20", "10:00"),
            ], "96365 x1, 96368 x1"
        ),
        (
            "a push after an infusion",
            [given("infusion", "a", "09:00", "10:00"), given("push", "b", "10:00", "10:05")], "96365 x1, 96375 x1"
        ),
        (
            "a push before an infusion follows it all the same",
            [given("push", "b", "08:50", "08:55"), given("infusion", "a", "09:00", "10:00")], "96365 x1, 96375 x1"
        ),
        (
            "three pushes are not an infusion",
            [
                given("push", "a", "09:00", "09:10"), given("push", "b", "09:15", "09:25"),
                given("push", "c", "09:30", "09:40"),
            ], "96374 x1, 96375 x2"
        ),
        (
            "the same drug again after 31 minutes",
            [given("push", "a", "09:00", "09:05"), given("push", "a", "09:31", "09:35")], "96374 x1, 96376 x1"
        ),
        (
            "the same drug again after half an hour",
            [given("push", "a", "09:00", "09:05"), given("push", "a", "09:30", "09:35")], "96374 x1"
        ),
        ("hydration of half an hour", [given("hydration", "s", "09:00", "09:30")], "none"),
        ("hydration of 31 minutes", [given("hydration", "s", "09:00", "09:31")], "96360 x1"),
        ("hydration of 91 minutes", [given("hydration", "s", "09:00", "10:31")], "96360 x1, 96361 x1"),
        (
            "hydration while a drug runs",
            [given("infusion", "a", "09:00", "10:00"), given("hydration", "s", "09:00", "10:30")], "96365 x1"
        ),
        (
            "hydration after a drug",
            [given("infusion", "a", "09:00", "10:00"), given("hydration", "s", "10:00", "10:31")],
            "96365 x1, 96361 x1"
        ),
        (
            "chemotherapy goes before what came first",
            [given("infusion", "a", "08:00", "08:30"), given("chemotherapy", "x", "09:00", "11:00")],
            "96413 x1, 96415 x1, 96367 x1"
        ),
        (
            "a second access",
            [
                given("infusion", "a", "09:00", "10:00", at: "left"),
                given("infusion", "b", "09:00", "10:00", at: "right"),
            ],
            "96365 x1, 96365-59 x1"
        ),
    ]

    @Test(arguments: days.indices) func `one service is the initial one and the others follow it`(day: Int) {
        let (title, services, expected) = Self.days[day]
        #expect(Self.claim(services) == expected, "\(title)")
    }

    @Test func `an office makes what the patient came for the initial service`() {
        let services = [
            Self.given("infusion", "a", "09:00", "10:00"), Self.given("push", "b", "10:00", "10:05", isMain: true),
        ]
        #expect(Self.claim(services) == "96365 x1, 96375 x1")
        #expect(Self.claim(services) { $0.initialService = .mainReason } == "96367 x1, 96374 x1")
    }

    @Test func `a code that a setting does not pay is left off`() {
        let services = [Self.given("push", "a", "09:00", "09:05"), Self.given("push", "a", "10:00", "10:05")]
        #expect(Self.claim(services) { $0.notPaidApart = ["96376"] } == "96374 x1")
    }

    /// There is one initial service for each access, whatever the order in which services were written down.
    @Test(arguments: 0..<20) func `the order of the record makes no difference`(seed: UInt64) {
        var generator = Seeded(seed)
        for (_, services, expected) in Self.days {
            let claim = Self.claim(services.shuffled(using: &generator))
            if Set(services.map(\.site)).count == 1 { #expect(claim == expected) }
        }
    }
}
