extension Edit {
    /// Of a pair that may not be paid together, the column two code is denied, unless the pair's indicator is 1
    /// and a modifier says that the services were distinct (NCCI procedure-to-procedure edits). A pair that NCCI does not
    /// have comes back as part of the other service.
    static let mutuallyExclusive = Edit(
        .mutuallyExclusive,
        law: "No code is billed beside one that excludes it.",
        denials: [.mutuallyExclusive, .ncciPair], source: "CMS NCCI procedure-to-procedure edits",
        check: { claim, findings in
            for line in claim.lines {
                guard claim.rules.policy.appliesExclusions, let definition = line.definition else { continue }
                for number in claim.codes.relations[definition].deniedBy {
                    let exclusion = claim.codes.exclusions[number]
                    let isDistinct = claim.modifiers(of: line).contains(where: Modifier.distinctService.contains)
                    guard claim.bills(exclusion.pays), !(exclusion.modifierMayUnbundle && isDistinct) else {
                        continue
                    }
                    findings.diagnose(
                        .notPaid(line.code, beside: exclusion.pays), .denied, on: line,
                        as: exclusion.isNCCI ? .ncciPair : nil)
                }
            }
        })
}

extension Finding.Message {
    fileprivate static func notPaid(_ code: Code, beside paid: Code) -> Self {
        Self("\(code) is not paid beside \(paid) on the same day.")
    }
}
