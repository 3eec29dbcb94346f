import Testing

@testable import Scoring

/// Each edit, where it fires and where it does not.
struct EditTests {
    /// A claim held against an encounter, and the one finding that is looked for.
    struct Example: Sendable, CustomTestStringConvertible {
        let edit: Edit.Name
        let claim: String
        var encounter = Encounter.minutes(180)
        var rules = Sample.rules(.started)
        /// Nil where the edit must not fire.
        var finding: String?
        var testDescription: String { "\(edit.rawValue): \(claim)" }
    }

    private static let injected = Encounter.of(
        Service("infusion", time: .minutes(180)), Service("injection", time: .minutes(10)))
    private static let wounded = Encounter.of(Service("wound-care", time: .minutes(60)))
    private static let elsewhere = Encounter.of(Service("infusion", time: .minutes(180))) { $0.place = "11" }
    private static let byFamily = Encounter.of(Service("infusion", time: .minutes(180))) {
        $0.performer = "family-member"
    }
    private static let untimed = Encounter.of(Service("infusion", time: .unknown))
    private static let twoVisits = Encounter.visits(
        .of(.infusion("08:00", "09:00")), .of(.infusion("18:00", "19:00")))

    private static let expired: Rules = {
        var definitions = Sample.codes.definitions
        definitions[1].effective = Effective(to: "2025-12-31")
        return Rules(
            codes: CodeSet(definitions: definitions, families: Sample.codes.families), policy: Sample.policy(.started))
    }()

    private static let unbundled = Rules(
        codes: CodeSet(
            definitions: Sample.codes.definitions, families: Sample.codes.families,
            exclusions: [.init(pays: "99601", denies: ["99506"], modifierMayUnbundle: true)]),
        policy: Sample.policy(.started))

    private static let capped = Sample.rules(.started) { $0.caps.unitsADay = ["99602": 1] }
    private static let full = Sample.rules(.started) { $0.caps.minutesAWeek = 720 }
    private static let separate = Sample.rules(.started) { $0.sameDay = .separate }
    private static let timesNeeded = Sample.rules(.started) { $0.requires = [.start, .stop] }

    static let examples: [Example] = [
        .init(
            edit: .unknownCode, claim: "99603, 99601",
            finding: "denied 1 181 M20: 99603 is not in this code set; did you mean 99601?"),
        .init(
            edit: .unknownCode, claim: "99601, 12345",
            finding: "denied 2 181 M20: 12345 is not in this code set."),
        .init(
            edit: .unknownCode, claim: "99061",
            finding: "denied 1 181 M20: 99061 is not in this code set; did you mean 99601?"),
        .init(
            edit: .unknownCode, claim: "96901",
            finding: "denied 1 181 M20: 96901 is not in this code set; did you mean 99601?"),
        .init(
            edit: .unknownCode, claim: "60299",
            finding: "denied 1 181 M20: 60299 is not in this code set; did you mean G0299?"),
        .init(edit: .unknownCode, claim: "99506"),
        .init(
            edit: .notInEffect, claim: "99601, 99602", rules: expired,
            finding: "denied 2 181 N56: 99602 was not in effect on the date of service, 2026-03-02."),
        .init(edit: .notInEffect, claim: "99601", rules: expired),
        .init(
            edit: .unitsInvalid, claim: "99601 x0, 99602",
            finding: "denied 1 16 M53: 99601 is billed with 0 units: a line needs one or more."),
        .init(edit: .unitsInvalid, claim: "99601 x9999"),
        .init(
            edit: .modifierInvalid, claim: "99601, 99602-SS-25",
            finding: "denied 2 4 N519: Modifier 25 does not go with 99602."),
        .init(edit: .modifierInvalid, claim: "99601-SS, 99602-SD"),
        .init(edit: .modifierInvalid, claim: "99506-59", rules: unbundled),
        .init(
            edit: .modifierInvalid, claim: "99506-59",
            finding: "denied 1 4 N519: Modifier 59 does not go with 99506."),
        .init(
            edit: .duplicateLine, claim: "99601, 99602, 99602",
            finding: "denied 3 18 -: 99602 stands on line 2 already: more units belong on one line."),
        .init(
            edit: .duplicateLine, claim: "99601, 99602-SS-SD, 99602-SD-SS",
            finding: "denied 3 18 -: 99602 stands on line 2 already: more units belong on one line."),
        .init(edit: .duplicateLine, claim: "99601, 99602-SS, 99602"),
        .init(
            edit: .addOnWithoutPrimary, claim: "99602",
            finding: "denied 1 107 N122: 99602 is an add-on: it is never paid unless 99601 is paid beside it."),
        .init(
            edit: .addOnWithoutPrimary, claim: "99601 x0, 99602",
            finding: "denied 2 107 N122: 99602 is an add-on: it is never paid unless 99601 is paid beside it."),
        .init(edit: .addOnWithoutPrimary, claim: "99602, 99601"),
        .init(
            edit: .mutuallyExclusive, claim: "99506, 99601, 99602", encounter: injected,
            finding: "denied 1 236 N20: 99506 is not paid beside 99601 on the same day."),
        .init(edit: .mutuallyExclusive, claim: "99506", encounter: injected),
        .init(edit: .mutuallyExclusive, claim: "99601, 99506-59", encounter: injected, rules: unbundled),
        .init(
            edit: .mutuallyExclusive, claim: "99601, 99506", encounter: injected, rules: unbundled,
            finding: "denied 2 236 N20: 99506 is not paid beside 99601 on the same day."),
        .init(
            edit: .serviceDoesNotQualify, claim: "99601", encounter: wounded,
            finding: "denied 1 96 N130: 99601 does not pay for wound care."),
        .init(
            edit: .serviceDoesNotQualify, claim: "99601", encounter: .of(),
            finding: "denied 1 96 N130: Nothing on record calls for 99601."),
        .init(
            edit: .serviceDoesNotQualify, claim: "99601, 99602, G0299",
            finding: "denied 3 96 N130: Nothing on record calls for G0299."),
        .init(
            edit: .serviceDoesNotQualify, claim: "99601", encounter: byFamily,
            finding: "denied 1 96 N130: 99601 is not paid when a family member gives the care."),
        .init(edit: .serviceDoesNotQualify, claim: "99601, 99602 x4", encounter: elsewhere),
        .init(
            edit: .placeOfService, claim: "99601", encounter: elsewhere,
            finding: "denied 1 5 M77: Place of service 11 does not go with 99601: the policy pays 12."),
        .init(edit: .placeOfService, claim: "99601", encounter: byFamily),
        .init(
            edit: .documentationMissing, claim: "99601, 99602", encounter: untimed,
            finding: "denied 2 16 N29: The record lacks the length of the visit, so it does not support 99602."),
        .init(
            edit: .documentationMissing, claim: "99602, 99601", encounter: untimed, rules: timesNeeded,
            finding:
                "denied 1 16 N29: The record lacks the start time and the stop time, so it does not support 99602."),
        .init(edit: .documentationMissing, claim: "99601", encounter: untimed),
        .init(
            edit: .primaryRepeated, claim: "99601 x3",
            finding:
                "reduced 1 151 N362: 99601 is billed 3 times. It is due once for each visit, so once here."),
        .init(
            edit: .primaryRepeated, claim: "99601-SS, 99601-SD",
            finding:
                "reduced 2 151 N362: 99601 is billed 2 times. It is due once for each visit, so once here."),
        .init(
            edit: .primaryRepeated, claim: "99601 x3", encounter: twoVisits, rules: separate,
            finding:
                "reduced 1 151 N362: 99601 is billed 3 times. It is due once for each visit, so 2 times here."),
        .init(edit: .primaryRepeated, claim: "99601 x2", encounter: twoVisits, rules: separate),
        .init(edit: .primaryRepeated, claim: "99601, 99601"),
        .init(
            edit: .unitCap, claim: "99601, 99602 x3", encounter: .minutes(300), rules: capped,
            finding: "reduced 2 222 N362: 3 units of 99602 are over the payer's cap, which leaves 1."),
        .init(
            edit: .unitCap, claim: "99601", rules: Sample.rules(.started) { $0.caps.unitsADay = ["99601": 0] },
            finding: "denied 1 222 N362: 1 unit of 99601 is over the payer's cap, which leaves none."),
        .init(
            edit: .unitCap, claim: "99601, 99602", encounter: .minutes(180, used: 600), rules: full,
            finding: "denied 2 222 N362: 1 unit of 99602 is over the payer's cap, which leaves none."),
        .init(edit: .unitCap, claim: "99601, 99602", encounter: .minutes(300), rules: capped),
        .init(edit: .unitCap, claim: "99601, 99602", rules: expired),
        .init(edit: .unitCap, claim: "99601, 99506", encounter: injected),
        .init(
            edit: .unitsExceedTime, claim: "99601, 99602 x3",
            finding: "reduced 2 151 N362: 180 minutes support 1 unit of 99602, not 3."),
        .init(
            edit: .unitsExceedTime, claim: "99601, 99602", encounter: .minutes(1),
            finding: "denied 2 151 N362: 1 minute does not support 99602 at all."),
        .init(
            edit: .unitsExceedTime, claim: "99601, 99602-SS, 99602-SD",
            finding: "reduced 3 151 N362: 180 minutes support 1 unit of 99602, not 2."),
        .init(
            edit: .unitsExceedTime, claim: "99601, 99602 x9", encounter: injected,
            finding: "reduced 2 151 N362: 180 minutes support 1 unit of 99602, not 9."),
        .init(edit: .unitsExceedTime, claim: "99601 x3, 99602"),
        .init(edit: .unitsExceedTime, claim: "99601, 99602", rules: expired),
        .init(
            edit: .unitsBelowTime, claim: "99601, 99602", encounter: .minutes(300),
            finding: "underbilled 2 - -: 3 units of 99602 are due and only 1 is billed."),
        .init(edit: .unitsBelowTime, claim: "99601, 99602 x2, 99602-SS", encounter: .minutes(300)),
        .init(edit: .unitsBelowTime, claim: "99601", encounter: .minutes(300)),
        .init(
            edit: .missingCode, claim: "99601", encounter: .minutes(240),
            finding: "underbilled - - -: 99602 x2 was earned and is not on the claim."),
        .init(
            edit: .missingCode, claim: "99506", encounter: .minutes(60),
            finding: "underbilled - - -: 99601 x1 was earned and is not on the claim."),
        .init(edit: .missingCode, claim: "99602"),
        .init(edit: .missingCode, claim: "none", encounter: wounded),
    ]

    @Test(arguments: examples)
    func `an edit fires where its law is broken, and only there`(example: Example) {
        let findings = validate(claim(example.claim), for: example.encounter, under: example.rules)
        let found = findings.filter { $0.edit == example.edit }
        let words = found.map { finding in
            let line = finding.line.map(String.init) ?? "-"
            return
                "\(finding.severity.rawValue) \(line) \(finding.carc ?? "-") \(finding.rarc ?? "-"): \(finding.message)"
        }
        #expect(words == [example.finding].compactMap(\.self))
    }

    @Test func `every edit has an example that fires and one that does not`() {
        for name in Edit.Name.allCases {
            #expect(Self.examples.contains { $0.edit == name && $0.finding != nil }, "\(name)")
            #expect(Self.examples.contains { $0.edit == name && $0.finding == nil }, "\(name)")
        }
    }

    @Test func `the ids of the edits are those that programs rely on`() {
        #expect(
            Set(Edit.Name.allCases.map(\.rawValue)) == [
                "unknown-code", "not-in-effect", "add-on-without-primary", "units-exceed-time", "units-below-time",
                "primary-repeated", "missing-code", "mutually-exclusive", "service-does-not-qualify",
                "place-of-service", "documentation-missing", "duplicate-line", "units-invalid", "unit-cap",
                "modifier-invalid",
            ])
    }

    @Test func `every edit states its law, and reason codes that can be looked up`() {
        #expect(Edit.all.map(\.name) == Edit.Name.allCases)
        for edit in Edit.all {
            #expect(edit.law.hasSuffix(".") && !edit.source.isEmpty)
            if let carc = edit.carc { #expect(ReasonCode.named(carc, .carc) != nil, "\(carc)") }
            if let rarc = edit.rarc { #expect(ReasonCode.named(rarc, .rarc) != nil, "\(rarc)") }
        }
        #expect(Set(ReasonCode.all.map { $0.kind.rawValue + $0.number }).count == ReasonCode.all.count)
    }

    @Test func `one mistake leads to one finding`() {
        for (text, edits) in [
            ("99601, 99602", []), ("99601", [.missingCode]), ("99602", [.addOnWithoutPrimary]),
            ("99601, 99602 x2", [.unitsExceedTime]), ("99601 x2, 99602", [.primaryRepeated]),
            ("99601, 99602, 99602", [.duplicateLine]),
            ("99601, 99602, 99512", [.mutuallyExclusive, .serviceDoesNotQualify]),
            ("none", [.missingCode, .missingCode]),
        ] as [(String, [Edit.Name])] {
            #expect(validate(claim(text), for: .minutes(180), under: Sample.rules(.started)).map(\.edit) == edits)
        }
    }

    @Test func `units that no claim has neither trap nor pass`() {
        let wild = Claim([Int.max, .max, .min, .min].map { ClaimLine("99602", units: $0) } + [ClaimLine("99601")])
        let rules = Sample.rules(.started)
        let grade = grade(wild, for: .minutes(180), under: rules)
        #expect(grade.verdict != .correct && grade.fraction < 1)
        #expect(grade.findings.contains { $0.edit == .unitsExceedTime && $0.line == 1 })
        #expect(grade.findings.allSatisfy { !$0.message.isEmpty })
    }
}
