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
        if !policy.notPaidApart.isEmpty {
            lines.takeOff { line, _ in
                guard policy.notPaidApart.contains(line.code) else { return false }
                steps.note(.limit(.notPaidApart(code: line.code)))
                return true
            }
        }
        cap(&lines, of: encounter, &steps)
        lines.takeOff { line, isBilled in
            guard let definition = line.definition, lacksPrimary(definition, among: isBilled) else { return false }
            steps.note(.addOnWithoutPrimary(code: line.code))
            return true
        }
        if !conditions.besideRules.isEmpty { modifyBeside(&lines, &steps) }
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

    /// Brings units down to what the payer allows a day, a week and a month, and to what is authorised.
    private func cap(_ lines: inout DueLines, of encounter: Encounter, _ steps: inout Steps) {
        var taken = DayUnits()
        let isRepeated = lines.repeatACode
        let date = encounter.date
        lines.changeUnits { line in
            guard let aDay = line.definition.flatMap(unitCap) else { return line.units }
            let dates = line.dates ?? DaySpan(date)
            let most = aDay * dates.days - taken.units(of: line.code, within: dates)
            let units = min(line.units, max(most, 0))
            if isRepeated { taken.add(units, of: line.code, over: dates) }
            if units < line.units { steps.note(.unitsCapped(code: line.code, from: line.units, to: units)) }
            return units
        }
        if !policy.caps.unitsAWeek.isEmpty {
            let paid = encounter.episode?.paid.unitsThisWeek ?? [:]
            cap(&lines, to: policy.caps.unitsAWeek, over: .week, after: paid, of: encounter, &steps)
        }
        if !policy.caps.unitsAMonth.isEmpty {
            let paid = encounter.episode?.paid.unitsThisMonth ?? [:]
            cap(&lines, to: policy.caps.unitsAMonth, over: .month, after: paid, of: encounter, &steps)
        }
        guard !policy.needsAuthorisation.isEmpty else { return }
        var left = encounter.episode?.authorised ?? [:]
        lines.changeUnits { line in
            guard policy.needsAuthorisation.contains(line.code) else { return line.units }
            let units = min(left[line.code] ?? 0, line.units)
            if units < line.units {
                steps.note(
                    .limit(
                        .authorised(
                            code: line.code, from: line.units, to: units,
                            isKnown: encounter.episode?.authorised[line.code] != nil)))
            }
            left[line.code] = (left[line.code] ?? 0) - units
            return units
        }
    }

    /// Brings units down to the most that is paid in each week or month, the earlier days first.
    private func cap(
        _ lines: inout DueLines, to caps: [Code: Int], over scope: Scope, after paid: [Code: Int],
        of encounter: Encounter, _ steps: inout Steps
    ) {
        var taken = PeriodUnits(of: scope)
        for (code, units) in paid { taken.add(units, of: code, on: encounter.date) }
        lines.changeUnits { line in
            guard let cap = caps[line.code] else { return line.units }
            let dates = line.dates ?? DaySpan(encounter.date)
            var allowed = 0
            dates.share(line.units, by: scope) { part, units in
                let units = min(units, max(cap - taken.units(of: line.code, on: part.from), 0))
                taken.add(units, of: line.code, on: part.from)
                allowed += units
            }
            if allowed < line.units {
                steps.note(
                    .limit(.unitsCappedOver(scope, code: line.code, most: cap, from: line.units, to: allowed)))
            }
            return allowed
        }
    }
}

/// Units of service by code and by week or month; there are but a few of them, so that they are looked through.
private struct PeriodUnits {
    private let scope: Scope
    private var entries: [(code: Code, period: Int?, units: Int)] = []

    init(of scope: Scope) { self.scope = scope }

    func units(of code: Code, on date: Day) -> Int {
        let period = scope.period(of: date)
        return entries.reduce(0) { $1.code == code && $1.period == period ? $0 + $1.units : $0 }
    }

    mutating func add(_ units: Int, of code: Code, on date: Day) {
        entries.append((code, scope.period(of: date), units))
    }
}

/// Units of service by code and by the days over which they are spread, as evenly as can be.
private struct DayUnits {
    private var entries: [(code: Code, dates: DaySpan, units: Int)] = []

    /// Those of some days.
    func units(of code: Code, within dates: DaySpan) -> Int {
        entries.reduce(0) { sum, entry in
            guard entry.code == code, entry.dates.overlaps(dates) else { return sum }
            let shared = entry.dates.common(with: dates).days
            return sum + (entry.units * shared + entry.dates.days - 1) / entry.dates.days
        }
    }

    mutating func add(_ units: Int, of code: Code, over dates: DaySpan) { entries.append((code, dates, units)) }
}

extension Encounter {
    /// Days from the last date of service to the receipt of the claim; nil where it is in time.
    fileprivate var daysToReceipt: Int? { episode?.received.map { $0.ordinal - lastDate.ordinal } }
}
