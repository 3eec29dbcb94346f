import Testing

@testable import Scoring

/// A payer who pays for some of the kinds of service that a family may pay for.
struct PaidServiceTests {
    private static let codes = CodeSet(
        definitions: Sample.codes.definitions,
        families: Sample.codes.families.map {
            $0.id == "home-infusion" ? $0.with(services: $0.services.union(["line-care", "weekly-check"])) : $0
        }, mainFamily: "home-infusion")

    private static func rules(_ services: Set<ID<ServiceKind>>) -> Rules {
        var policy = Sample.policy(.started)
        policy.services = services
        return Rules(codes: codes, policy: policy)
    }

    private static let infusions = rules(["infusion", "specialty-drug"])

    @Test(
        arguments: [
            ([], "line-care", "99601"), ([], "infusion", "99601"), (["infusion"], "line-care", "none"),
            (["infusion"], "infusion", "99601"), (["infusion", "line-care"], "line-care", "99601"),
            (["infusion"], "injection", "99506"), (["injection"], "line-care", "99601"),
        ] as [(Set<ID<ServiceKind>>, ID<ServiceKind>, String)])
    func `a payer pays for its kinds of service, of the families that it says it for`(
        paid: Set<ID<ServiceKind>>, given: ID<ServiceKind>, expected: String
    ) {
        let encounter = Encounter.of(Service(given, time: .minutes(60)))
        #expect(Self.rules(paid).claim(for: encounter) == claim(expected))
    }

    @Test func `what is not paid is told, and denied where it is billed`() {
        let key = derive(.of(Service("line-care", time: .minutes(60))), under: Self.infusions)
        #expect(
            key.steps.map(\.text) == ["Line care is not paid: the policy asks for infusion or specialty drug."])
        #expect(key.circumstances.firstUnmet == .service)
        let findings = validate(claim("99601"), against: key)
        #expect(findings.map(\.edit) == [.serviceDoesNotQualify])
        #expect(findings.map(\.message) == ["This payer does not pay 99601 for line care."])
    }

    @Test func `what nobody pays for is told apart from what this payer does not pay for`() {
        let key = derive(
            .of(Service("line-care", time: .minutes(60)), Service("wound-care", time: .minutes(10))),
            under: Self.infusions)
        #expect(key.steps.map(\.rule) == ["service", "service"])
        #expect(key.steps.last == .noQualifyingService(kinds: ["wound-care"]))
    }

    @Test func `minutes of what is not paid do not count beside what is`() {
        let encounter = Encounter.of(
            Service("infusion", time: .minutes(100)), Service("line-care", time: .minutes(60)))
        #expect(Self.infusions.claim(for: encounter) == claim("99601"))
        #expect(Self.rules([]).claim(for: encounter) == claim("99601, 99602"))
    }

    @Test func `whoever takes any visit for one is named`() {
        let belief = Misconception(id: "any-visit", changes: [.anyService])
        let asked = Case(.of(Service("line-care", time: .minutes(60))), under: Self.infusions, among: [belief])
        #expect(asked.assess(claim("99601")).beliefs == ["any-visit"])
    }
}
