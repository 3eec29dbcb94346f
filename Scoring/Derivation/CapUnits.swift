extension Rules {
    /// Brings units down to what the payer allows a day, a week, a month, a year and over all days of a
    /// claim, and to what is authorised.
    func cap(_ lines: inout DueLines, of encounter: Encounter, _ steps: inout Steps) {
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
        if !policy.caps.unitsAYear.isEmpty {
            let paid = encounter.episode?.paid.unitsThisYear ?? [:]
            cap(&lines, to: policy.caps.unitsAYear, over: .year, after: paid, of: encounter, &steps)
        }
        if !policy.caps.unitsASpan.isEmpty {
            cap(&lines, to: policy.caps.unitsASpan, over: .span, after: [:], of: encounter, &steps)
        }
        if !policy.needsAuthorisation.isEmpty { holdToAuthorised(&lines, of: encounter, &steps) }
    }

    /// Brings units down to what is authorised. Of a line that bills each of its days once, the later days go.
    private func holdToAuthorised(_ lines: inout DueLines, of encounter: Encounter, _ steps: inout Steps) {
        let authorised = encounter.episode?.authorised ?? [:]
        var left = authorised
        lines.reduce { line, _ in
            guard policy.needsAuthorisation.contains(line.code) else { return nil }
            let units = min(left[line.code] ?? 0, line.units)
            left[line.code] = (left[line.code] ?? 0) - units
            guard units < line.units else { return nil }
            steps.note(
                .limit(
                    .authorised(
                        code: line.code, from: line.units, to: units, isKnown: authorised[line.code] != nil)))
            return line.cut(to: units, keeping: [line.dates?.first(units)].compactMap(\.self))
        }
    }

    /// Brings units down to the most that is paid in each week or month, or over all days, the earlier days first. Of a line that bills
    /// each of its days once, the days go that are not paid.
    private func cap(
        _ lines: inout DueLines, to caps: [Code: Int], over scope: Scope, after paid: [Code: Int],
        of encounter: Encounter, _ steps: inout Steps
    ) {
        var taken = PeriodUnits(of: scope, from: encounter.date)
        for (code, units) in paid { taken.add(units, of: code, on: encounter.date) }
        lines.reduce { line, _ in
            guard let cap = caps[line.code] else { return nil }
            let dates = line.dates ?? DaySpan(encounter.date)
            var allowed = 0
            var kept: [DaySpan] = []
            dates.share(line.units, by: scope, from: encounter.date) { part, units in
                let units = min(units, max(cap - taken.units(of: line.code, on: part.from), 0))
                taken.add(units, of: line.code, on: part.from)
                allowed += units
                if let days = part.first(units) { kept.append(days) }
            }
            guard allowed < line.units else { return nil }
            steps.note(.limit(.unitsCappedOver(scope, code: line.code, most: cap, from: line.units, to: allowed)))
            return line.cut(to: allowed, keeping: kept)
        }
    }
}

extension DueLine {
    /// The line cut to a number of units, and to some of its days where it bills a unit a day.
    fileprivate func cut(to units: Int, keeping days: [DaySpan]) -> [DueLine] {
        if units <= 0 { return [] }
        if billsEachDay { return billing(days) }
        var line = self
        line.units = units
        return [line]
    }
}

/// Units of service by code and by week or month; there are but a few of them, so that they are looked through.
private struct PeriodUnits {
    private let scope: Scope
    private let first: Day
    private var entries: [(code: Code, period: Int?, units: Int)] = []

    init(of scope: Scope, from first: Day) {
        self.scope = scope
        self.first = first
    }

    func units(of code: Code, on date: Day) -> Int {
        let period = scope.period(of: date, from: first)
        return entries.reduce(0) { $1.code == code && $1.period == period ? $0 + $1.units : $0 }
    }

    mutating func add(_ units: Int, of code: Code, on date: Day) {
        entries.append((code, scope.period(of: date, from: first), units))
    }
}

/// Units of service by code and by the days over which they are spread, as evenly as can be.
private struct DayUnits {
    private var entries: [(code: Code, dates: DaySpan, units: Int)] = []

    /// Units of a code already counted on some days.
    func units(of code: Code, within dates: DaySpan) -> Int {
        entries.reduce(0) { sum, entry in
            guard entry.code == code, entry.dates.overlaps(dates) else { return sum }
            let shared = entry.dates.common(with: dates).days
            return sum + (entry.units * shared + entry.dates.days - 1) / entry.dates.days
        }
    }

    mutating func add(_ units: Int, of code: Code, over dates: DaySpan) { entries.append((code, dates, units)) }
}
