extension Rules {
    /// The code that is billed in place of one: the first that its family lists and whose condition holds, and then the
    /// first of the policy's.
    func standIn(for code: Code, of family: Int?, in setting: Setting) -> Code {
        var billed = code
        if let family, codes.families.indices.contains(family) {
            billed = codes.families[family].standIns.first { $0.of == code && $0.when.holds(in: setting) }?.code ?? code
        }
        return policy.standIns.first { $0.of == billed && $0.when.holds(in: setting) }?.code ?? billed
    }

    /// The modifiers that are due on a code in a setting, in the order of the rules; those that depend on what is
    /// billed beside it come later.
    func modifiers(on code: Code, in setting: Setting) -> [Modifier] {
        guard !modifierRules.isEmpty else { return [] }
        return modifierRules.filter { $0.when.beside.isEmpty && $0.codes.contains(code) && $0.when.holds(in: setting) }
            .map(\.modifier)
    }

    /// Adds the modifiers that are due since another code is billed on the same day.
    func modifyBeside(_ lines: inout DueLines, _ steps: inout Steps) {
        for rule in modifierRules where !rule.when.beside.isEmpty {
            lines.modify { line, isBilled in
                guard rule.codes.contains(line.code), !line.modifiers.contains(rule.modifier),
                    rule.when.beside.contains(where: isBilled),
                    rule.when.holds(in: line.setting ?? Setting())
                else { return nil }
                steps.note(.line(.modifierDue(rule.modifier, on: line.code)))
                return rule.modifier
            }
        }
    }
}
