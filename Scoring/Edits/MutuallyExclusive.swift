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
                    guard claim.bills(line, against: exclusion) else { continue }
                    findings.diagnose(
                        .notPaid(line.code, beside: exclusion.pays),
                        claim.key.isExcludedOnDays(line.code) ? .reduced : .denied, on: line,
                        as: exclusion.isNCCI ? .ncciPair : nil)
                }
            }
        })
}

extension ScrubbedClaim {
    /// Whether a line stands beside the code that excludes it, with nothing to unbundle it, and not only on the days on
    /// which the key bills it as well.
    fileprivate func bills(_ line: Line, against exclusion: CodeSet.Exclusion) -> Bool {
        guard bills(exclusion.pays) else { return false }
        let isDistinct = modifiers(of: line).contains(where: Modifier.distinctService.contains)
        // Where the record tells whether they were distinct, no modifier says more.
        if exclusion.modifierMayUnbundle, !exclusion.isPartedBySite, isDistinct { return false }
        let isBilledByKey = line.due > 0 && key.claim.bills(exclusion.pays)
        return !isBilledByKey || line.isOverLimit && key.isExcludedOnDays(line.code)
    }
}

extension Key {
    /// Whether days on which another code excludes one were taken off the key.
    func isExcludedOnDays(_ code: Code) -> Bool {
        steps.contains { if case .limit(.excludedOn(code, _, _, _)) = $0 { true } else { false } }
    }
}

extension Finding.Message {
    fileprivate static func notPaid(_ code: Code, beside paid: Code) -> Self {
        Self("\(code) is not paid beside \(paid) on the same day.")
    }
}
