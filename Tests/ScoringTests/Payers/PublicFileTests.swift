import Testing

@testable import Scoring

/// What CMS's public files say of the packs' codes: add-ons with their primaries (NCCI, second quarter of 2024), and the
/// most units a day (MUE for practitioners, third quarter of 2024).
struct PublicFileTests {
    private static let primaries: [(Code, [Code])] = [
        ("99601", []), ("99602", ["99601"]), ("99291", []), ("99292", ["99291"]), ("96360", []),
        ("96361", ["96360", "96365", "96374", "96409", "96413"]), ("96365", []),
        ("96366", ["96360", "96365", "96367", "96413"]), ("96367", []), ("96374", []), ("96409", []), ("96413", []),
        ("96415", ["96413"]),
    ]
    private static let rules = Rules(
        codes: CodeSet(
            definitions: primaries.map { .init(code: $0.0, label: $0.0.description, addOnTo: $0.1) }, families: []),
        policy: Policy(id: "p", credit: .midpoint))

    /// An add-on beside every code of the file: only its own primaries carry it.
    @Test(
        arguments: [
            ("99602", "99601"), ("99292", "99291"), ("96361", "96360, 96365, 96374, 96409 or 96413"),
            ("96366", "96360, 96365, 96367 or 96413"), ("96415", "96413"),
        ] as [(Code, String)])
    func `an add-on stands beside one of its primaries`(addOn: Code, named: String) {
        let words = "\(addOn) is an add-on: it is never paid unless \(named) is paid beside it."
        for (beside, _) in Self.primaries where beside != addOn {
            for answer in [
                Claim([ClaimLine(beside), ClaimLine(addOn)]), Claim([ClaimLine(addOn), ClaimLine(beside)]),
            ] {
                let findings = validate(answer, for: .minutes(60), under: Self.rules)
                let said = findings.filter { $0.edit == .addOnWithoutPrimary && $0.code == addOn }.map(\.message)
                #expect(said == (named.contains(beside.description) ? [] : [words]), "\(answer)")
            }
        }
    }

    @Test(arguments: ["99601", "99291", "96360", "96365", "96367", "96374", "96409", "96413"] as [Code])
    func `a code that is no add-on stands by itself`(code: Code) {
        let findings = validate(Claim([ClaimLine(code)]), for: .minutes(60), under: Self.rules)
        #expect(!findings.contains { $0.edit == .addOnWithoutPrimary })
        #expect(Self.rules.codes.definition(of: code)?.isAddOn == false)
    }

    private static let most: [Code: Int] = ["99291": 1, "99292": 8, "96365": 1, "96366": 8]

    private static func limited(_ codes: CodeSet, _ policy: Policy) -> Rules {
        var definitions = codes.definitions
        for index in definitions.indices { definitions[index].mostADay = most[definitions[index].code] }
        return Rules(
            codes: CodeSet(definitions: definitions, families: codes.families, exclusions: codes.exclusions),
            policy: policy)
    }

    /// Minutes, the claim, and one unit too many of the further code.
    @Test(
        arguments: [
            (284, "99291, 99292 x7"), (285, "99291, 99292 x8"), (314, "99291, 99292 x8"), (315, "99291, 99292 x8"),
            (344, "99291, 99292 x8"), (345, "99291, 99292 x8"), (1440, "99291, 99292 x8"),
        ])
    func `critical care up to the most units of a day`(minutes: Int, billed: String) {
        let rules = Self.limited(CriticalCareTests.codes, CriticalCareTests.cpt.policy)
        let visit = Visit(
            services: [Service("critical-care", time: .minutes(minutes))], place: "21", performer: "physician")
        let key = derive(.visits(visit), under: rules)
        #expect(key.claim == claim(billed))
        #expect(validate(key.claim, against: key).isEmpty)
        let findings = validate(claim("99291, 99292 x9"), against: key)
        let edit: Edit.Name = minutes > 314 ? .unitCap : .unitsExceedTime
        #expect(findings.map(\.edit) == [edit] && findings.map(\.line) == [2])
    }

    @Test(
        arguments: [
            ([510], "96365, 96366 x7"), ([511], "96365, 96366 x8"), ([571], "96365, 96366 x8"),
            ([300, 331], "96365, 96366 x8"), ([300, 330], "96365, 96366 x8"), ([240, 210], "96365, 96366 x5"),
            ([10, 10, 60, 60], "96365, 96374 x2"),
        ] as [([Int], String)])
    func `infusions up to the most units of a day`(minutes: [Int], billed: String) {
        let rules = Self.limited(OutpatientInfusionTests.codes, OutpatientInfusionTests.cpt.policy)
        let visits = minutes.map { minutes in
            Visit(
                services: [Service("infusion", time: .minutes(minutes))], place: "22", performer: "registered-nurse")
        }
        let key = derive(Encounter(date: Sample.day, visits: visits), under: rules)
        #expect(key.claim == claim(billed))
        #expect(validate(key.claim, against: key).isEmpty)
    }
}
