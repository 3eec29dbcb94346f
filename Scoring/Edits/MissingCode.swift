extension Edit {
    /// The claim bills every code of the key. A primary that is missing below its add-on is the payer's business
    /// and has an edit of its own.
    static let missingCode = Edit(
        name: .missingCode,
        law: "The claim bills every code that was earned.",
        carc: nil, rarc: nil, source: "CPT introduction, time",
        check: { review, basis, findings in
            for due in basis.key.claim.lines where !review.claim.bills(due.code) {
                let isPrimaryOfLonelyAddOn = findings.contains { finding in
                    guard finding.edit == .addOnWithoutPrimary, case .primaries(let primaries) = finding.fact else {
                        return false
                    }
                    return primaries.contains(due.code)
                }
                if isPrimaryOfLonelyAddOn { continue }
                findings.append(
                    Finding(
                        .missingCode, .underbilled, line: nil, code: due.code,
                        .units(billed: 0, allowed: due.units)))
            }
        },
        message: { code, fact in
            guard case .units(_, let due) = fact else { return "" }
            return "\(code) x\(due) was earned and is not on the claim."
        })
}
