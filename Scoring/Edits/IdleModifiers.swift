extension Key {
    /// A claim without the modifiers that change nothing: those that may go with their code, that no rule makes due on
    /// it under any circumstance, and that unbundle nothing. They are no mistake.
    package func withoutIdleModifiers(_ claim: Claim) -> Claim {
        guard claim.hasModifiers else { return claim }
        var plain = withDueModifiers(claim)
        for number in plain.lines.indices {
            let code = plain.lines[number].code
            plain.lines[number].modifiers.removeAll { isIdle($0, on: code) }
        }
        return plain
    }

    /// A claim with the modifiers that are due instead of those that the payer takes for them as well.
    func withDueModifiers(_ claim: Claim) -> Claim {
        if rules.policy.alternatives.isEmpty || !claim.hasModifiers { return claim }
        var due = claim
        for number in due.lines.indices {
            let line = due.lines[number]
            for alternative in rules.policy.alternatives where isDue(alternative.modifier, on: line.code) {
                guard !line.modifiers.contains(alternative.modifier),
                    let other = line.modifiers.firstIndex(where: alternative.others.contains)
                else { continue }
                due.lines[number].modifiers[other] = alternative.modifier
            }
        }
        return due
    }

    private func isDue(_ modifier: Modifier, on code: Code) -> Bool {
        claim.lines.contains { $0.code == code && $0.modifiers.contains(modifier) }
    }

    private func isIdle(_ modifier: Modifier, on code: Code) -> Bool {
        guard !rules.mayBeDue(modifier, on: code), let definition = rules.codes.index(of: code) else { return false }
        return rules.mayGo(modifier, with: definition)
    }
}

extension Rules {
    /// Whether a modifier may go with the code of a definition, whatever the circumstances: the code lists it, or it
    /// tells of a distinct service and the code is one of a pair that may be unbundled.
    func mayGo(_ modifier: Modifier, with definition: Int) -> Bool {
        codes.definitions[definition].modifiers.contains(modifier)
            || codes.relations[definition].mayBeUnbundled && Modifier.distinctService.contains(modifier)
    }

    /// Whether a modifier is due on a code under some circumstance, so that it says something there.
    func mayBeDue(_ modifier: Modifier, on code: Code) -> Bool {
        modifierRules.contains { $0.modifier == modifier && $0.codes.contains(code) }
            || codes.hierarchies.contains { $0.furtherSite == modifier && $0.codes.contains(code) }
            || codes.exclusions.contains { $0.distinct == modifier && $0.denies.contains(code) }
    }
}
