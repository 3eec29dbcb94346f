import Testing

@testable import Scoring

/// The same edits for families of other shapes: critical care from half an hour on, ranges, and blocks alone.
struct OtherFamilyTests {
    private static let codes = CodeSet(
        definitions: [
            .init(code: "99291", label: "critical care", modifiers: ["25"]),
            .init(code: "99292", label: "more of it", addOnTo: ["99291"]),
            .init(code: "99202", label: "a short visit"), .init(code: "99203", label: "a long visit"),
            .init(code: "97110", label: "exercise", modifiers: ["GP"], mostADay: 4),
            .init(code: "94002", label: "ventilator care"),
        ],
        families: [
            Family(
                id: "critical-care", title: "critical care", services: ["critical-care"],
                first: [.init(code: "99291", from: 30, covers: 74)],
                further: [.init(code: "99292", each: 30, after: 74)]),
            Family(
                id: "office", title: "office visit", services: ["office-visit"],
                first: [.init(code: "99202", from: 15, through: 29), .init(code: "99203", from: 30)]),
            Family(
                id: "therapy", title: "therapy", services: ["exercise"], first: [],
                further: [.init(code: "97110", each: 15, after: 0)]),
            Family(
                id: "ventilator", title: "ventilator care", services: ["ventilator"],
                first: [.init(code: "94002", from: 1)]),
        ],
        exclusions: [
            .init(pays: "99291", denies: ["94002"]), .init(pays: "99203", denies: ["97110"], modifierMayUnbundle: true),
        ])

    private func findings(_ answer: String, _ kind: ID<ServiceKind>, _ minutes: Int) -> [String] {
        let encounter = Encounter.of(Service(kind, time: .minutes(minutes)))
        let rules = Rules(codes: Self.codes, policy: Policy(id: "p", credit: .midpoint))
        return validate(claim(answer), for: encounter, under: rules).map { finding in
            "\(finding.edit.rawValue) \(finding.code): \(finding.message)"
        }
    }

    @Test(
        arguments: [
            (29, "99291", ["units-exceed-time 99291: 29 minutes do not support 99291 at all."]),
            (30, "99291", []), (74, "99291", []), (89, "99291", []),
            (89, "99291, 99292", ["units-exceed-time 99292: 89 minutes do not support 99292 at all."]),
            (90, "99291, 99292", []), (119, "99291, 99292", []),
            (119, "99291, 99292 x2", ["units-exceed-time 99292: 119 minutes support 1 unit of 99292, not 2."]),
            (120, "99291, 99292 x2", []),
            (
                120, "99291 x2",
                [
                    "primary-repeated 99291: 99291 is billed 2 times. It is due once for each visit, so once here.",
                    "missing-code 99292: 99292 x2 was earned and is not on the claim.",
                ]
            ),
            (
                120, "99292 x2",
                [
                    "add-on-without-primary 99292: 99292 is an add-on: it is never paid unless 99291 is paid beside it."
                ]
            ),
            (
                60, "99291, 94002",
                [
                    "mutually-exclusive 94002: 94002 is not paid beside 99291 on the same day.",
                    "service-does-not-qualify 94002: 94002 does not pay for critical care.",
                ]
            ),
            (60, "99291-25", []),
            (60, "99291-GP", ["modifier-invalid 99291: Modifier GP does not go with 99291."]),
            (29, "none", []),
            (30, "none", ["missing-code 99291: 99291 x1 was earned and is not on the claim."]),
        ])
    func `critical care by the midpoint`(minutes: Int, answer: String, expected: [String]) {
        #expect(findings(answer, "critical-care", minutes) == expected)
    }

    @Test(
        arguments: [
            (14, "none", []), (14, "99202", ["units-exceed-time 99202: 14 minutes do not support 99202 at all."]),
            (15, "99202", []), (29, "99202", []),
            (
                29, "99203",
                [
                    "units-exceed-time 99203: 29 minutes do not support 99203 at all.",
                    "missing-code 99202: 99202 x1 was earned and is not on the claim.",
                ]
            ),
            (30, "99203", []),
            (
                30, "99202",
                [
                    "units-exceed-time 99202: 30 minutes do not support 99202 at all.",
                    "missing-code 99203: 99203 x1 was earned and is not on the claim.",
                ]
            ),
            (
                30, "99203 x2",
                [
                    "primary-repeated 99203: 99203 is billed 2 times. It is due once for each visit, so once here."
                ]
            ),
        ])
    func `a visit of one of two lengths`(minutes: Int, answer: String, expected: [String]) {
        #expect(findings(answer, "office-visit", minutes) == expected)
    }

    @Test(
        arguments: [
            (7, "none", []), (7, "97110", ["units-exceed-time 97110: 7 minutes do not support 97110 at all."]),
            (8, "97110", []), (22, "97110-GP", []), (23, "97110 x2", []),
            (23, "97110", ["units-below-time 97110: 2 units of 97110 are due and only 1 is billed."]),
            (52, "97110 x4", ["units-exceed-time 97110: 52 minutes support 3 units of 97110, not 4."]),
            (60, "97110 x4", []),
            (75, "97110 x5", ["unit-cap 97110: 5 units of 97110 are over the payer's cap, which leaves 4."]),
            (75, "97110 x4", []),
            (75, "97110 x2, 97110-GP x2", []),
            (
                75, "97110 x2, 97110 x2",
                ["duplicate-line 97110: 97110 stands on line 1 already: more units belong on one line."]
            ),
            (30, "97110-59 x2", []),
            (30, "97110-SS x2", ["modifier-invalid 97110: Modifier SS does not go with 97110."]),
        ])
    func `blocks alone, with a limit a day`(minutes: Int, answer: String, expected: [String]) {
        #expect(findings(answer, "exercise", minutes) == expected)
    }

    /// A visit beside exercise: the exercise falls, unless a modifier tells them apart.
    @Test(
        arguments: [
            ("99203", []), ("99203, 97110 x2", [.mutuallyExclusive]), ("99203, 97110-59 x2", []),
            ("97110 x2", [.missingCode]),
        ] as [(String, [Edit.Name])])
    func `two families that exclude each other`(answer: String, edits: [Edit.Name]) {
        let encounter = Encounter.of(
            Service("office-visit", time: .minutes(40)), Service("exercise", time: .minutes(30)))
        let rules = Rules(codes: Self.codes, policy: Policy(id: "p", credit: .midpoint))
        #expect(validate(claim(answer), for: encounter, under: rules).map(\.edit) == edits)
    }
}
