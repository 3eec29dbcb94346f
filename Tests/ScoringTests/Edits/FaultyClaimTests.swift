import Testing

@testable import Scoring

/// Claims with several faults at once, and all that a scrubber says of them, in its order.
struct FaultyClaimTests {
    struct Faulty: Sendable, CustomTestStringConvertible {
        let claim: String
        var encounter = Encounter.minutes(180)
        var rules = Sample.rules(.started)
        /// Edit, severity, line, reason codes and message of each finding.
        let findings: [String]
        var testDescription: String { claim }
    }

    private static let addOn = "99602 is an add-on: it is never paid unless 99601 is paid beside it."
    private static let twice = "99601 is billed 2 times. It is due once for each visit, so once here."

    static let claims: [Faulty] = [
        Faulty(
            claim: "99606, 99602 x3, 99602-25",
            findings: [
                "unknown-code denied 1 181 M20: 99606 is not in this code set; did you mean 99601?",
                "modifier-invalid denied 3 4 N823: Modifier 25 does not go with 99602.",
                "add-on-without-primary denied 2 107 N122: \(addOn)",
                "add-on-without-primary denied 3 107 N122: \(addOn)",
                "units-exceed-time reduced 2 151 N362: 180 minutes support 1 unit of 99602, not 3.",
                "units-exceed-time reduced 3 151 N362: 180 minutes support 1 unit of 99602, not 4.",
            ]),
        Faulty(
            claim: "99601 x0, 99602",
            findings: [
                "units-invalid denied 1 16 M53: 99601 is billed with 0 units: a line needs one or more.",
                "add-on-without-primary denied 2 107 N122: \(addOn)",
            ]),
        Faulty(
            claim: "99601-25 x2, 99601-25 x2, 99506", encounter: EditExample.injected,
            findings: [
                "modifier-invalid denied 1 4 N823: Modifier 25 does not go with 99601.",
                "modifier-invalid denied 2 4 N823: Modifier 25 does not go with 99601.",
                "duplicate-line denied 2 18 -: 99601 stands on line 1 already: more units belong on one line.",
                "mutually-exclusive denied 3 97 N20: 99506 is not paid beside 99601 on the same day.",
                "primary-repeated reduced 1 151 N362: \(twice)",
                "missing-code underbilled - - -: 99602 x1 was earned and is not on the claim.",
            ]),
        Faulty(
            claim: "99601, 99602 x5, 99506", encounter: EditExample.elsewhere,
            findings: [
                "mutually-exclusive denied 3 97 N20: 99506 is not paid beside 99601 on the same day.",
                "service-does-not-qualify denied 3 96 N130: 99506 does not pay for infusion.",
                "place-of-service denied 1 5 M77: Place of service 11 does not go with 99601: the policy pays 12.",
                "place-of-service denied 2 5 M77: Place of service 11 does not go with 99602: the policy pays 12.",
            ]),
        Faulty(
            claim: "99601 x2, 99602-25", encounter: EditExample.byFamily,
            findings: [
                "modifier-invalid denied 2 4 N823: Modifier 25 does not go with 99602.",
                "ineligible-performer denied 1 170 N95: 99601 is not paid when a family member gives the care.",
                "ineligible-performer denied 2 170 N95: 99602 is not paid when a family member gives the care.",
            ]),
        Faulty(
            claim: "99601, 99602", encounter: EditExample.twoVisits, rules: EditExample.separate,
            findings: [
                "units-exceed-time denied 2 151 N362: 120 minutes do not support 99602 at all.",
                "units-below-time underbilled 1 - -: 2 units of 99601 are due and only 1 is billed.",
            ]),
        Faulty(
            claim: "99601 x2, 99602 x4", encounter: .minutes(300), rules: EditExample.capped,
            findings: [
                "primary-repeated reduced 1 151 N362: \(twice)",
                "unit-cap reduced 2 151 N362: 4 units of 99602 are over the payer's cap, which leaves 1.",
                "units-exceed-time reduced 2 151 N362: 300 minutes support 3 units of 99602, not 4.",
            ]),
        Faulty(
            claim: "99601, 99602, 99602", rules: EditExample.expired,
            findings: [
                "not-in-effect denied 2 181 N56: 99602 was not in effect on the date of service, 2026-03-02.",
                "not-in-effect denied 3 181 N56: 99602 was not in effect on the date of service, 2026-03-02.",
                "duplicate-line denied 3 18 -: 99602 stands on line 2 already: more units belong on one line.",
            ]),
        Faulty(
            claim: "G0299, 99601, 12345",
            findings: [
                "unknown-code denied 3 181 M20: 12345 is not in this code set.",
                "service-does-not-qualify denied 1 96 N130: Nothing on record calls for G0299.",
                "missing-code underbilled - - -: 99602 x1 was earned and is not on the claim.",
            ]),
        Faulty(
            claim: "99601, 99512 x0", encounter: EditExample.wounded,
            findings: [
                "units-invalid denied 2 16 M53: 99512 is billed with 0 units: a line needs one or more.",
                "mutually-exclusive denied 2 97 N20: 99512 is not paid beside 99601 on the same day.",
                "service-does-not-qualify denied 1 96 N130: 99601 does not pay for wound care.",
                "service-does-not-qualify denied 2 96 N130: 99512 does not pay for wound care.",
            ]),
        Faulty(
            claim: "99601 x2, 99602 x2, 99602-SS", encounter: .minutes(180, used: 600), rules: EditExample.full,
            findings: [
                "primary-repeated reduced 1 151 N362: \(twice)",
                "unit-cap denied 2 119 N362: 2 units of 99602 are over the payer's cap, which leaves none.",
                "unit-cap denied 3 119 N362: 3 units of 99602 are over the payer's cap, which leaves none.",
                "units-exceed-time reduced 2 151 N362: 180 minutes support 1 unit of 99602, not 2.",
                "units-exceed-time reduced 3 151 N362: 180 minutes support 1 unit of 99602, not 3.",
            ]),
        Faulty(
            claim: "99512 x3, 99506", encounter: EditExample.injected,
            findings: [
                "service-does-not-qualify denied 1 96 N130: 99512 does not pay for infusion and injection.",
                "missing-code underbilled - - -: 99601 x1 was earned and is not on the claim.",
                "missing-code underbilled - - -: 99602 x1 was earned and is not on the claim.",
            ]),
        Faulty(
            claim: "99601-SS, 99602-SS-25-59",
            findings: [
                "modifier-invalid denied 2 4 N823: Modifier 25 does not go with 99602.",
                "modifier-invalid denied 2 4 N823: Modifier 59 does not go with 99602.",
            ]),
        Faulty(
            claim: "99601, 99601, 99601, 99602",
            findings: [
                "duplicate-line denied 2 18 -: 99601 stands on line 1 already: more units belong on one line.",
                "duplicate-line denied 3 18 -: 99601 stands on line 1 already: more units belong on one line.",
            ]),
    ]

    @Test(arguments: claims) func `all that is wrong is said, in the scrubber's order`(faulty: Faulty) {
        let findings = validate(claim(faulty.claim), for: faulty.encounter, under: faulty.rules)
        let words = findings.map { finding in
            let line = finding.line.map(String.init) ?? "-"
            let reasons = "\(finding.carc ?? "-") \(finding.rarc ?? "-")"
            return
                "\(finding.edit.rawValue) \(finding.severity.rawValue) \(line) \(reasons): \(finding.message)"
        }
        #expect(words == faulty.findings)
    }

    /// Each finding names the code of the line that it is about.
    @Test(arguments: claims) func `a finding is about the code of its line`(faulty: Faulty) {
        let answer = claim(faulty.claim)
        for finding in validate(answer, for: faulty.encounter, under: faulty.rules) {
            if let line = finding.line { #expect(answer.lines[line - 1].code == finding.code) }
            #expect((finding.line == nil) == !answer.bills(finding.code))
        }
    }
}
