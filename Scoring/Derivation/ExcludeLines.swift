extension Rules {
    /// Takes off codes that are not paid beside others: whole lines, and of a line that bills each of its days once the
    /// days on which the other is billed too.
    func exclude(_ lines: inout DueLines, _ steps: inout Steps) {
        guard policy.appliesExclusions, !codes.exclusions.isEmpty else { return }
        lines.reduce { line, all in
            guard let definition = line.definition,
                let paid = exclusion(of: definition, among: { all.bills($0, onADayOf: line) })
            else { return nil }
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

    /// The codes beside which that of a definition is not paid.
    private func payers(of definition: Int) -> [Code] {
        codes.relations[definition].deniedBy.map { codes.exclusions[$0].pays }
    }
}

extension DueLine {
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
