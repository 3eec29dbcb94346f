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
        if conditions.partsBySite { line.sites = setting.sites.reduce(0) { $0 | $1.bit } }
        for position in conditions.positions(of: line.definition) {
            let number = conditions.rulesInOrder[position]
            let condition = modifierRules[number].when
            guard condition.holds(in: setting) else { continue }
            if !condition.waitsForClaim {
                let modifier = modifierRules[number].modifier
                line.modifiers.append(modifier)
                steps.note(.line(.modifierDue(modifier, on: code)))
            } else if let bit = conditions.waitingRules.firstIndex(of: number) {
                line.waiting |= 1 << UInt64(bit)
            }
        }
        return line
    }

    /// Adds the modifiers that are due since another code is billed on the same day, or since so many units were billed.
    func modifyBeside(_ lines: inout DueLines, of encounter: Encounter, _ steps: inout Steps) {
        for (bit, number) in conditions.waitingRules.enumerated() {
            let rule = modifierRules[number]
            let soFar = rule.when.unitsSoFar.map { lines.unitsSoFar(of: rule.codes, over: $0.scope, in: encounter) }
            lines.add(rule.modifier) { number, line, isBilled in
                guard line.waiting & 1 << UInt64(bit) != 0,
                    rule.when.beside.isEmpty || rule.when.beside.contains(where: isBilled)
                else { return false }
                if let wanted = rule.when.unitsSoFar, let units = soFar?[number] {
                    guard wanted.range.contains(units) else { return false }
                    steps.note(.line(.unitsSoFar(units, of: rule.codes, over: wanted.scope)))
                }
                steps.note(.line(.modifierDue(rule.modifier, on: line.code)))
                return true
            }
        }
    }
}

extension DueLines {
    /// For each line the units of some codes that were billed up to it and on it, in the same week, month or year: those
    /// of before the encounter, and those of lines of earlier days or of the same day that stand before it.
    fileprivate func unitsSoFar(of codes: [Code], over scope: Scope, in encounter: Encounter) -> [Int] {
        let date = encounter.date
        let paid = encounter.episode?.paid.units(over: scope) ?? [:]
        let before = codes.reduce(0) { $0 + (paid[$1] ?? 0) }
        return lines.indices.map { number in
            let day = lines[number].dates?.from ?? date
            let period = scope.period(of: day, from: date)
            let units = lines.indices.reduce(0) { sum, other in
                let otherDay = lines[other].dates?.from ?? date
                guard codes.contains(lines[other].code), scope.period(of: otherDay, from: date) == period,
                    (otherDay, other) <= (day, number)
                else { return sum }
                return sum + lines[other].units / (lines[other].inTenths ? 10 : 1)
            }
            return units + (scope.period(of: date, from: date) == period ? before : 0)
        }
    }
}

extension PaidBefore {
    /// The units of a week, a month or a year, by code.
    fileprivate func units(over scope: Scope) -> [Code: Int] {
        switch scope {
        case .week: unitsThisWeek
        case .month: unitsThisMonth
        default: unitsThisYear
        }
    }
}

extension [StandIn] {
    /// What is billed instead of a code in a setting; nil where the code itself is.
    fileprivate func standIn(for code: Code, in setting: Setting) -> Code? {
        first { $0.of == code && $0.when.holds(in: setting) }?.code
    }
}
