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

    /// A line of a code with the modifiers that its setting calls for, in the order of the rules.
    func line(
        _ code: Code, units: Int, in setting: Setting, dates: DaySpan?, _ steps: inout Steps
    ) -> DueLine {
        var line = DueLine(code: code, units: units, definition: codes.index(of: code), dates: dates)
        for (number, rule) in modifierRules.enumerated() where rule.codes.contains(code) && rule.when.holds(in: setting)
        {
            if rule.when.beside.isEmpty {
                line.modifiers.append(rule.modifier)
                steps.note(.line(.modifierDue(rule.modifier, on: code)))
            } else {
                line.waiting |= 1 << UInt64(number)
            }
        }
        return line
    }

    /// Adds the modifiers that are due since another code is billed on the same day.
    func modifyBeside(_ lines: inout DueLines, _ steps: inout Steps) {
        for (number, rule) in modifierRules.enumerated() where !rule.when.beside.isEmpty {
            lines.add(rule.modifier) { line, isBilled in
                guard line.waiting & 1 << UInt64(number) != 0, rule.when.beside.contains(where: isBilled) else {
                    return false
                }
                steps.note(.line(.modifierDue(rule.modifier, on: line.code)))
                return true
            }
        }
    }
}
