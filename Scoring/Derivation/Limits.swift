extension Rules {
    /// Takes off what is earned and may not be billed all the same: codes that are not in effect or excluded, units
    /// above a cap, and add-ons that have lost their primary. What is left is in the order of the code set.
    func limit(_ lines: inout DueLines, on date: Day, _ steps: inout Steps) {
        dropNotInEffect(&lines, on: date, &steps)
        lines.takeOff { line, isBilled in
            guard let definition = line.definition, let paid = exclusion(of: definition, among: isBilled) else {
                return false
            }
            steps.note(.excluded(code: line.code, beside: paid))
            return true
        }
        lines.changeUnits { line in
            guard let cap = line.definition.flatMap(unitCap), cap < line.units else { return line.units }
            steps.note(.unitsCapped(code: line.code, from: line.units, to: cap))
            return cap
        }
        lines.takeOff { line, isBilled in
            guard let definition = line.definition, lacksPrimary(definition, among: isBilled) else { return false }
            steps.note(.addOnWithoutPrimary(code: line.code))
            return true
        }
    }

    /// Takes off codes that may not be reported on a day, and puts the others in order.
    func dropNotInEffect(_ lines: inout DueLines, on date: Day, _ steps: inout Steps) {
        lines.takeOff { line, _ in
            if let definition = line.definition, codes.definitions[definition].effective.contains(date) { return false }
            steps.note(.codeNotInEffect(code: line.code, date: date))
            return true
        }
        lines.sort()
    }
}
