extension Key {
    /// A claim without the modifiers that change nothing: those that may go with their code, that no rule makes due on
    /// it under any circumstance, and that unbundle nothing. They are no mistake.
    package func withoutIdleModifiers(_ claim: Claim) -> Claim {
        guard claim.hasModifiers else { return claim }
        var plain = claim
        for number in plain.lines.indices {
            let code = plain.lines[number].code
            plain.lines[number].modifiers.removeAll { isIdle($0, on: code) }
        }
        return plain
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
    }
}
