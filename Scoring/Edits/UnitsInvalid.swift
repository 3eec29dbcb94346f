extension Edit {
    /// A line bills at least one unit. (A count that is not whole never gets past the answer's grammar.)
    static let unitsInvalid = Edit(
        name: .unitsInvalid,
        law: "Every line bills one unit or more, in whole units.",
        carc: "16", rarc: "M53", source: "X12 claim adjustment reason codes",
        check: { review, findings in
            for (place, line) in review.claim.lines.enumerated() where line.units < 1 {
                findings.append(
                    Finding(
                        .unitsInvalid, .denied, line: place + 1, code: line.code, facts: .init(units: line.units)))
            }
        },
        message: { finding in
            "\(finding.code) is billed with \(finding.facts.units) units: a line needs one or more."
        })
}
