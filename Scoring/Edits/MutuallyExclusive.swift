extension Edit {
    /// Of a pair that may not be paid together, the column two code is denied, unless the pair's indicator is 1
    /// and a modifier says that the services were distinct (NCCI procedure-to-procedure edits).
    static let mutuallyExclusive = Edit(
        name: .mutuallyExclusive,
        law: "No code is billed beside one that excludes it.",
        carc: "236", rarc: "N20", source: "CMS NCCI procedure-to-procedure edits",
        check: { review, basis, findings in
            guard review.lines.count > 1 else { return }
            for line in review.lines {
                guard let definition = line.definition else { continue }
                for place in basis.rules.codes.standings[definition].deniedBy {
                    let exclusion = basis.rules.codes.exclusions[place]
                    let modifiers = review.claim.lines[line.number - 1].modifiers
                    let isDistinct = modifiers.contains(where: Modifier.distinctService.contains)
                    guard review.claim.bills(exclusion.pays), !(exclusion.modifierMayUnbundle && isDistinct) else {
                        continue
                    }
                    findings.append(Finding(.mutuallyExclusive, .denied, on: line, .other(exclusion.pays)))
                }
            }
        },
        message: { code, fact in
            guard case .other(let paid?) = fact else { return "" }
            return "\(code) is not paid beside \(paid) on the same day."
        })
}
