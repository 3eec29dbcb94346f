import Testing

@testable import Scoring

/// Each edit, where it fires and where it does not; the examples of each have a file of their own.
struct EditTests {
    @Test(arguments: Edit.Name.allCases.flatMap { name in EditExample.of(name).map { (name, $0) } })
    func `an edit fires where its law is broken, and only there`(edit: Edit.Name, example: EditExample) {
        let findings = validate(claim(example.claim), for: example.encounter, under: example.rules)
        let words = findings.filter { $0.edit == edit }.map { finding in
            let line = finding.line.map(String.init) ?? "-"
            return
                "\(finding.severity.rawValue) \(line) \(finding.carc ?? "-") \(finding.rarc ?? "-"): \(finding.message)"
        }
        #expect(words == example.findings)
    }

    @Test(arguments: Edit.Name.allCases) func `every edit has examples that break it and some that keep it`(
        edit: Edit.Name
    ) {
        #expect(EditExample.of(edit).contains { !$0.findings.isEmpty })
        #expect(EditExample.of(edit).contains { $0.findings.isEmpty })
    }

    /// Whatever an example is about, a claim that fails nothing is the key, or differs from it in nothing that is paid.
    @Test(arguments: Edit.Name.allCases) func `a claim without a finding bills the units of the key`(edit: Edit.Name) {
        for example in EditExample.of(edit) {
            let key = derive(example.encounter, under: example.rules)
            let answer = claim(example.claim)
            guard validate(answer, against: key).isEmpty else { continue }
            for code in Set(answer.lines.map(\.code) + key.claim.lines.map(\.code)) {
                #expect(answer.units(of: code) == key.claim.units(of: code), "\(example)")
            }
        }
    }

    /// A payer's objection costs something, and what nobody objects to costs the provider alone.
    @Test(arguments: Edit.Name.allCases) func `only what a payer objects to has reason codes`(edit: Edit.Name) {
        let severities: Set<Finding.Severity> = Set(
            EditExample.of(edit).flatMap { example in
                validate(claim(example.claim), for: example.encounter, under: example.rules)
                    .filter { $0.edit == edit }.map(\.severity)
            })
        #expect(severities.contains(.underbilled) == Edit.named(edit).denials.isEmpty)
    }

    @Test func `the ids of the edits are those that programs rely on`() {
        #expect(
            Set(Edit.Name.allCases.map(\.rawValue)) == [
                "unknown-code", "not-in-effect", "add-on-without-primary", "units-exceed-time", "units-exceed-record",
                "units-below-time",
                "primary-repeated", "missing-code", "mutually-exclusive", "service-does-not-qualify",
                "place-of-service", "documentation-missing", "duplicate-line", "units-invalid", "unit-cap",
                "modifier-invalid", "modifier-missing", "modifier-combination", "not-separately-payable",
                "ineligible-performer", "timely-filing", "authorisation-missing", "authorisation-exceeded",
                "benefit-maximum",
            ])
    }

    @Test func `every edit states its law, and reason codes that can be looked up`() {
        #expect(Edit.all.map(\.name) == Edit.Name.allCases)
        for edit in Edit.all {
            #expect(edit.law.hasSuffix(".") && !edit.source.isEmpty)
            for carc in edit.denials.map(\.carc) { #expect(ReasonCode.named(carc, .carc) != nil, "\(carc)") }
            for rarc in edit.denials.compactMap(\.rarc) { #expect(ReasonCode.named(rarc, .rarc) != nil, "\(rarc)") }
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
