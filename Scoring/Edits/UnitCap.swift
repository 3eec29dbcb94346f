extension Edit {
    /// The units billed stay within the most that the payer allows: a cap in units (as in a medically unlikely
    /// edit), or in minutes a day or a week, though the time itself would support more.
    static let unitCap = Edit(
        name: .unitCap,
        law: "No line bills more units than the payer allows.",
        carc: "222", rarc: "N362", source: "CMS medically unlikely edits; the policy's own caps",
        check: { review, findings in
            for (place, line) in review.claim.lines.enumerated() {
                let supported = review.key.supported.units(of: line.code)
                let allowed = review.key.claim.units(of: line.code)
                guard supported > allowed, line.units > allowed, !review.isBarred(line) else { continue }
                findings.append(
                    Finding(
                        .unitCap, allowed == 0 ? .denied : .reduced, line: place + 1, code: line.code,
                        facts: .init(units: line.units, allowed: allowed)))
            }
        },
        message: { finding in
            "\(count(finding.facts.units, "unit")) of \(finding.code) \(finding.facts.units == 1 ? "is" : "are") over the payer's cap, which leaves \(finding.facts.allowed)."
        })
}
