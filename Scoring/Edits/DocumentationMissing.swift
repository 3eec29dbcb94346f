extension Edit {
    /// What the policy requires is on record. Without the duration nothing beyond the first code is supported,
    /// whatever the policy requires.
    static let documentationMissing = Edit(
        name: .documentationMissing,
        law: "The record holds what the policy requires for each code billed.",
        carc: "16", rarc: "N29", source: "X12 claim adjustment reason codes",
        check: { review, findings in
            guard !review.key.undocumented.isEmpty else { return }
            for (place, line) in review.claim.lines.enumerated()
            where review.key.claim.units(of: line.code) == 0 {
                guard let family = review.codes.family(billing: line.code),
                    review.visits(giving: family).contains(where: review.policy.pays)
                else { continue }
                findings.append(
                    Finding(
                        .documentationMissing, .denied, line: place + 1, code: line.code,
                        facts: .init(words: review.key.undocumented.map(\.words))))
            }
        },
        message: { finding in
            "The record lacks \(list(finding.facts.words)), so it does not support \(finding.code)."
        })
}
