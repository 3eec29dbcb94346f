extension Edit {
    /// The claim bills every unit that the time supports and the payer allows. No payer objects to fewer.
    static let unitsBelowTime = Edit(
        name: .unitsBelowTime,
        law: "The claim bills every unit that was earned.",
        carc: nil, rarc: nil, source: "CPT introduction, time",
        check: { review, findings in
            for (place, line) in review.claim.lines.enumerated() where line.units > 0 {
                let due = review.key.claim.units(of: line.code)
                guard review.claim.units(of: line.code) < due,
                    review.claim.lines.firstIndex(where: { $0.code == line.code }) == place
                else { continue }
                findings.append(
                    Finding(
                        .unitsBelowTime, .underbilled, line: place + 1, code: line.code,
                        facts: .init(units: review.claim.units(of: line.code), allowed: due)))
            }
        },
        message: { finding in
            "\(count(finding.facts.allowed, "unit")) of \(finding.code) \(finding.facts.allowed == 1 ? "is" : "are") due and only \(finding.facts.units) billed."
        })
}
