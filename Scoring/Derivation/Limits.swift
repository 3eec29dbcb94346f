extension Rules {
    /// Takes off what is earned and may not be billed all the same: codes that are not in effect, excluded or never paid
    /// apart, units above a cap or beyond what is authorised, and add-ons that have lost their primary. What is left is
    /// in the order of the code set and bears the modifiers that its neighbours call for.
    func limit(_ lines: inout DueLines, of encounter: Encounter, _ steps: inout Steps) {
        if let filingDays = policy.filingDays, let days = encounter.daysToReceipt, days > filingDays {
            steps.note(.limit(.filedLate(days: days, most: filingDays)))
            return lines.removeAll()
        }
        dropNotInEffect(&lines, on: encounter.date, &steps)
        exclude(&lines, &steps)
        if conditions.partsBySite { lines.joinSites() }
        if !policy.notPaidApart.isEmpty {
            lines.takeOff { line, _ in
                guard policy.notPaidApart.contains(line.code) else { return false }
                steps.note(.limit(.notPaidApart(code: line.code)))
                return true
            }
        }
        cap(&lines, of: encounter, &steps)
        lines.takeOff { line, isBilled in
            guard let definition = line.definition, !line.followsEarliest, lacksPrimary(definition, among: isBilled)
            else { return false }
            steps.note(.addOnWithoutPrimary(code: line.code))
            return true
        }
        if !conditions.waitingRules.isEmpty { modifyBeside(&lines, of: encounter, &steps) }
        if steps.areKept, !policy.reductions.isEmpty { tellReductions(of: lines, &steps) }
    }

    /// Tells of what little the payer pays for.
    private func tellReductions(of lines: DueLines, _ steps: inout Steps) {
        for line in lines.lines {
            for reduction in policy.reductions where line.modifiers.contains(reduction.modifier) {
                steps.note(
                    .limit(.reduced(code: line.code, modifier: reduction.modifier, percent: reduction.percent)))
            }
        }
    }

    /// Takes off codes that may not be reported on their days, and puts the others in order.
    func dropNotInEffect(_ lines: inout DueLines, on date: Day, _ steps: inout Steps) {
        lines.takeOff { line, _ in
            let date = line.dates?.from ?? date
            if let definition = line.definition, codes.definitions[definition].effective.contains(date) { return false }
            steps.note(.codeNotInEffect(code: line.code, date: date))
            return true
        }
        lines.sort()
    }
}

extension Encounter {
    /// Days from the last date of service to the receipt of the claim; nil where it is in time.
    fileprivate var daysToReceipt: Int? { episode?.received.map { $0.ordinal - lastDate.ordinal } }
}
