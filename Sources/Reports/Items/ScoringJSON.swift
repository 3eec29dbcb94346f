package import Content
package import Scoring

extension JSON {
    /// The lines of a claim.
    package init(_ claim: Claim) { self = .array(claim.lines.map(JSON.init)) }

    /// A line of a claim.
    package init(_ line: ClaimLine) {
        let dates = line.dates.map {
            [("from", JSON.string($0.from.description)), ("to", .string($0.through.description))]
        }
        self = .object(
            [
                ("code", .string(line.code.description)),
                ("modifiers", .strings(line.modifiers.map(\.description))),
                ("units", line.inTenths ? .fraction(Double(line.units) / 10) : .integer(line.units)),
            ] + (dates ?? []))
    }

    /// A finding, with kinds of service and people called by what a pack calls them.
    package init(_ finding: Finding, by wording: Wording) {
        self = .object([
            ("edit", .string(finding.edit.rawValue)),
            ("severity", .string(finding.severity.rawValue)),
            ("line", finding.line.map(JSON.integer) ?? .null),
            ("message", .string(finding.message(by: wording))),
            ("carc", .optional(finding.carc)),
            ("rarc", .optional(finding.rarc)),
            ("source", .string(finding.source)),
        ])
    }

    /// What `score --json` says.
    package init(_ assessment: Assessment, key: Claim, policy: ID<Policy>, by wording: Wording) {
        self = .object([
            ("verdict", .string(assessment.grade.verdict.rawValue)),
            ("score", .fraction(assessment.grade.fraction)),
            ("policy", .string(policy.text)),
            ("answer", JSON(assessment.answer)),
            ("key", JSON(key)),
            ("findings", .array(assessment.grade.findings.map { JSON($0, by: wording) })),
            ("misconceptions", .strings(assessment.beliefs.map(\.text))),
        ])
    }

    /// What `key --json` says of a pack's key.
    package init(_ key: Key, of pack: Pack, policy: ID<Policy>) {
        let wording = pack.wording
        self = .object([
            ("policy", .string(policy.text)),
            ("key", JSON(key.claim)),
            ("minutes", .object([("total", .integer(key.totalMinutes)), ("counted", .integer(key.countedMinutes))])),
            (
                "steps",
                .array(
                    key.steps.map { .object([("rule", .string($0.rule)), ("text", .string($0.text(by: wording)))]) })
            ),
        ])
    }
}
