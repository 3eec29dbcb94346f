extension Rules {
    /// The code that is billed instead of one: the first that its family lists and whose condition holds, and then the
    /// first of the policy's.
    func standIn(for code: Code, of family: Int?, in setting: Setting) -> Code {
        var billed = code
        if let family, codes.families.indices.contains(family) {
            billed = codes.families[family].standIns.standIn(for: code, in: setting) ?? code
        }
        return policy.standIns.standIn(for: billed, in: setting) ?? billed
    }

    /// A line of a code with the modifiers that its setting calls for, in the order of the rules.
    func line(
        _ code: Code, units: Int, in setting: Setting, dates: DaySpan?, _ steps: inout Steps
    ) -> DueLine {
        var line = DueLine(
            code: code, units: units, inTenths: codes.isInTenths(code), definition: codes.index(of: code), dates: dates)
        for position in conditions.positions(of: line.definition) {
            let number = conditions.rulesInOrder[position]
            let condition = modifierRules[number].when
            guard condition.holds(in: setting) else { continue }
            if condition.beside.isEmpty {
                let modifier = modifierRules[number].modifier
                line.modifiers.append(modifier)
                steps.note(.line(.modifierDue(modifier, on: code)))
            } else if let bit = conditions.besideRules.firstIndex(of: number) {
                line.waiting |= 1 << UInt64(bit)
            }
        }
        return line
    }

    /// Adds the modifiers that are due since another code is billed on the same day.
    func modifyBeside(_ lines: inout DueLines, _ steps: inout Steps) {
        for (bit, number) in conditions.besideRules.enumerated() {
            let rule = modifierRules[number]
            lines.add(rule.modifier) { line, isBilled in
                guard line.waiting & 1 << UInt64(bit) != 0, rule.when.beside.contains(where: isBilled) else {
                    return false
                }
                steps.note(.line(.modifierDue(rule.modifier, on: line.code)))
                return true
            }
        }
    }
}

extension [StandIn] {
    /// What is billed instead of a code in a setting; nil where the code itself is.
    fileprivate func standIn(for code: Code, in setting: Setting) -> Code? {
        first { $0.of == code && $0.when.holds(in: setting) }?.code
    }
}
