extension Edit {
    /// The claim bills every code of the key. A primary that is missing below its add-on is the payer's business
    /// and has an edit of its own.
    static let missingCode = Edit(
        name: .missingCode,
        law: "The claim bills every code that was earned.",
        carc: nil, rarc: nil, source: "CPT introduction, time",
        check: { review, findings in
            for due in review.key.claim.lines where !review.claim.bills(due.code) {
                let isPrimaryOfLonelyAddOn = review.claim.lines.contains { line in
                    guard let addOnTo = review.codes.definition(of: line.code)?.addOnTo else { return false }
                    return addOnTo.contains(due.code) && !addOnTo.contains(where: review.claim.bills)
                }
                if isPrimaryOfLonelyAddOn { continue }
                findings.append(
                    Finding(
                        .missingCode, .underbilled, line: nil, code: due.code, facts: .init(allowed: due.units)))
            }
        },
        message: { finding in
            "\(finding.code) x\(finding.facts.allowed) was earned and is not on the claim."
        })
}
