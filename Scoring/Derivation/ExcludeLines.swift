extension Rules {
    /// Takes off codes that are not paid beside others: whole lines, and of a line that bills each of its days once the
    /// days on which the other is billed too.
    func exclude(_ lines: inout DueLines, _ steps: inout Steps) {
        guard policy.appliesExclusions, !codes.exclusions.isEmpty else { return }
        lines.reduce { line, all in
            guard let definition = line.definition else { return nil }
            guard let paid = exclusion(of: definition, by: { excludes($0, line, among: all) }) else {
                return parted(line, definition, among: all, &steps)
            }
            let left = line.billsEachDay ? line.without(all.days(billing: payers(of: definition))) : []
            if left.isEmpty {
                steps.note(.excluded(code: line.code, beside: paid))
            } else {
                let units = left.reduce(0) { $0 + $1.units }
                steps.note(.limit(.excludedOn(code: line.code, beside: paid, from: line.units, to: units)))
            }
            return left
        }
    }

    /// Whether a line is not paid for an exclusion that denies its code: the other code is billed on the same day and, where
    /// sites part the two, not known to have been done elsewhere.
    private func excludes(_ exclusion: CodeSet.Exclusion, _ line: DueLine, among all: DueLines) -> Bool {
        all.lines.contains { other in
            other.code == exclusion.pays && other.sharesDay(with: line)
                && !(exclusion.isPartedBySite && line.isElsewhere(than: other))
        }
    }

    /// A line that is paid beside another since they were done at different sites, with what tells so; nil where it is
    /// paid anyway.
    private func parted(
        _ line: DueLine, _ definition: Int, among all: DueLines, _ steps: inout Steps
    ) -> [DueLine]? {
        var parted = line
        for number in codes.relations[definition].deniedBy where codes.exclusions[number].isPartedBySite {
            let exclusion = codes.exclusions[number]
            guard all.bills(exclusion.pays, onADayOf: line) else { continue }
            steps.note(.line(.distinct(code: line.code, beside: exclusion.pays)))
            guard let modifier = exclusion.distinct, !parted.modifiers.contains(modifier) else { continue }
            steps.note(.line(.modifierDue(modifier, on: line.code)))
            parted.modifiers.append(modifier)
        }
        return parted.modifiers == line.modifiers ? nil : [parted]
    }

    /// The codes beside which that of a definition is not paid.
    private func payers(of definition: Int) -> [Code] {
        codes.relations[definition].deniedBy.map { codes.exclusions[$0].pays }
    }
}

extension DueLine {
    /// Whether two lines are known to have been done at sites of which none is the same.
    fileprivate func isElsewhere(than other: DueLine) -> Bool {
        sites != 0 && other.sites != 0 && sites & other.sites == 0
    }

    /// Whether it bills each of several days once.
    var billsEachDay: Bool { isDaily && dates.map { $0.days > 1 && $0.days == units } ?? false }

    /// Lines that bill each of some days once, a line for those that follow on each other.
    func billing(_ days: [DaySpan]) -> [DueLine] {
        var spans: [DaySpan] = []
        for span in days {
            if let last = spans.last, last.through.ordinal + 1 == span.from.ordinal {
                spans[spans.count - 1] = last.joined(to: span)
            } else {
                spans.append(span)
            }
        }
        return spans.map { span in
            var line = self
            line.dates = span
            line.units = span.days
            return line
        }
    }

    /// Lines of the days that do not lie in some others, in their order.
    fileprivate func without(_ others: [DaySpan]) -> [DueLine] {
        guard let dates else { return [self] }
        return billing(dates.dates.filter { day in !others.contains { $0.contains(day) } }.map { DaySpan($0) })
    }
}

extension DueLines {
    /// The days on which any of some codes is billed.
    fileprivate func days(billing codes: [Code]) -> [DaySpan] {
        lines.filter { codes.contains($0.code) }.compactMap(\.dates)
    }
}
