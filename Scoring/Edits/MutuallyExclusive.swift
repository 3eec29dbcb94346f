extension Edit {
    /// Of a pair that may not be paid together, the column two code is denied, unless the pair's indicator is 1
    /// and a modifier says that the services were distinct (NCCI procedure-to-procedure edits).
    static let mutuallyExclusive = Edit(
        name: .mutuallyExclusive,
        law: "No code is billed beside one that excludes it.",
        carc: "236", rarc: "N20", source: "CMS NCCI procedure-to-procedure edits",
        check: { review, findings in
            guard review.claim.lines.count > 1 else { return }
            for exclusion in review.codes.exclusions where review.claim.bills(exclusion.pays) {
                for (place, line) in review.claim.lines.enumerated() where exclusion.denies.contains(line.code) {
                    let isDistinct = line.modifiers.contains(where: Modifier.distinctService.contains)
                    if exclusion.modifierMayUnbundle, isDistinct { continue }
                    findings.append(
                        Finding(
                            .mutuallyExclusive, .denied, line: place + 1, code: line.code,
                            facts: .init(other: exclusion.pays)))
                }
            }
        },
        message: { finding in
            "\(finding.code) is not paid beside \(finding.facts.other?.description ?? "the other code") on the same day."
        })
}
