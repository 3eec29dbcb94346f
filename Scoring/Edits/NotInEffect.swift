extension Edit {
    /// A code is valid from its effective date to its deletion date, by the date of service and not of billing.
    static let notInEffect = Edit(
        name: .notInEffect,
        law: "Every code is in effect on the date of service.",
        carc: "181", rarc: "N56", source: "X12 claim adjustment reason codes",
        check: { review, findings in
            for (place, line) in review.claim.lines.enumerated() {
                guard let definition = review.codes.definition(of: line.code),
                    !definition.effective.contains(review.encounter.date)
                else { continue }
                findings.append(
                    Finding(
                        .notInEffect, .denied, line: place + 1, code: line.code,
                        facts: .init(words: [review.encounter.date.description])))
            }
        },
        message: { finding in
            "\(finding.code) was not in effect on the date of service, \(finding.facts.words.joined())."
        })
}
