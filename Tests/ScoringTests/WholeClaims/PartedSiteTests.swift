import Testing

@testable import Scoring

/// What sites part and count: codes that exclude each other at one site, and regions of which each is one.
struct PartedSiteTests {
    private static func codes(_ distinct: Modifier? = "59") -> CodeSet {
        CodeSet(
            definitions: ["11042", "97597"].map { .init(code: $0, label: "") },
            families: [("deep", "11042"), ("light", "97597")].map { kind, code in
                Family(
                    id: ID(kind), title: kind, services: [ID(kind)], measure: .occurrences, scope: .visit, first: [],
                    further: [.init(code: Code(code) ?? "11042", each: 1, after: 0)])
            },
            exclusions: [
                .init(
                    pays: "11042", denies: ["97597"], modifierMayUnbundle: true, isNCCI: true,
                    isPartedBySite: distinct != nil, distinct: distinct)
            ])
    }

    private static let rules = Rules(codes: codes(), policy: Policy(id: "p", credit: .started))
    private static let sites: [ID<AccessSite>?] = [nil, "left-heel", "right-heel", "back"]

    private static func encounter(_ services: [(kind: ID<ServiceKind>, site: ID<AccessSite>?)]) -> Encounter {
        let services = services.map { Service($0.kind, time: .minutes(10), site: $0.site) }
        return Encounter(date: Sample.day, visits: [Visit(services: services, performer: "anyone")])
    }

    /// Each light one is paid where no deep one was done at the same site, or may have been.
    @Test(arguments: 0..<400) func `what was done elsewhere is paid`(seed: Int) {
        var generator = Seeded(UInt64(seed))
        let services = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
            (
                kind: Bool.random(using: &generator) ? "deep" : "light" as ID<ServiceKind>,
                site: Self.sites.randomElement(using: &generator) ?? nil
            )
        }
        let deep = services.filter { $0.kind == "deep" }.map(\.site)
        let paid = services.count { service in
            service.kind == "light"
                && (deep.isEmpty || service.site != nil && deep.allSatisfy { $0 != nil && $0 != service.site })
        }
        let key = derive(Self.encounter(services), under: Self.rules)
        #expect(key.claim.units(of: "11042") == deep.count)
        #expect(key.claim.units(of: "97597") == paid)
        for line in key.claim.lines where line.code == "97597" {
            #expect(line.modifiers == (deep.isEmpty ? [] : ["59"]))
        }
        #expect(validate(key.claim, against: key).isEmpty)
        #expect(Self.rules.claim(for: key.encounter) == key.claim)
    }

    @Test func `a modifier that the record does not bear out helps nobody`() {
        let one = derive(Self.encounter([("deep", "back"), ("light", "back")]), under: Self.rules)
        let findings = validate(claim("11042 x1, 97597-59 x1"), against: one)
        #expect(findings.map(\.edit) == [.mutuallyExclusive] && findings.first?.carc == "236")
        let two = derive(Self.encounter([("deep", "back"), ("light", "left-heel")]), under: Self.rules)
        #expect(two.steps.map(\.text).contains { $0.contains("different ones, so both are") })
        let told = validate(claim("11042 x1, 97597 x1"), against: two)
        #expect(told.map(\.edit) == [.modifierMissing])
        let forgets = Misconception(id: "m", changes: [.forgets("59")])
        let explained = diagnose(
            claim("11042 x1, 97597 x1"), for: two.encounter, under: Self.rules, among: [forgets])
        #expect(explained.map(\.beliefs) == [["m"]])
    }

    /// Without `distinct` sites change nothing, and the modifier is the coder's to know.
    @Test func `a pair that no site parts is denied`() {
        let rules = Rules(codes: Self.codes(nil), policy: Policy(id: "p", credit: .started))
        let key = derive(Self.encounter([("deep", "back"), ("light", "left-heel")]), under: rules)
        #expect(key.claim.description == "11042 x1")
    }

    // MARK: Regions

    private static let spine = Family(
        id: "spine", title: "", services: ["spine"], measure: .sites, scope: .day,
        first: [
            .init(code: "98940", from: 1, through: 2), .init(code: "98941", from: 3, through: 4),
            .init(code: "98942", from: 5),
        ])

    @Test(arguments: 0..<200) func `each region is one`(seed: Int) {
        var generator = Seeded(UInt64(seed))
        let regions: [ID<AccessSite>] = ["neck", "chest", "loin", "sacrum", "pelvis"]
        var all: Set<ID<AccessSite>> = []
        let visits = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
            let treated = (0..<Int.random(in: 1...4, using: &generator)).compactMap { _ in
                regions.randomElement(using: &generator)
            }
            all.formUnion(treated)
            return Visit(services: treated.map { Service("spine", time: .minutes(5), site: $0) }, performer: "anyone")
        }
        let key = derive(Encounter(date: Sample.day, visits: visits), under: Counted.rules(Self.spine))
        let code: Code = all.count < 3 ? "98940" : all.count < 5 ? "98941" : "98942"
        #expect(key.claim == Claim([ClaimLine(code)]))
    }

    @Test func `whoever bills each region is found out`() {
        let visit = Visit(
            services: ["neck", "chest", "loin"].map { Service("spine", time: .minutes(5), site: $0) },
            performer: "anyone")
        let rules = Counted.rules(Self.spine)
        let each = Misconception(id: "each", changes: [.bills(.each)])
        let encounter = Encounter(date: Sample.day, visits: [visit])
        #expect(diagnose(claim("98941 x3"), for: encounter, under: rules, among: [each]).count == 1)
        #expect(
            derive(encounter, under: rules).steps.map(\.text).last == "3 sites: 98941 is the code for 3 to 4 sites.")
    }
}
