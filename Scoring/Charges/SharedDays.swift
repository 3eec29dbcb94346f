extension DaySpan {
    /// Shares out what was done on these days, as evenly as whole numbers can be, over the parts that are added up by
    /// themselves; parts whose length is not the calendar's are counted from a first day on.
    func share(_ units: Int, by scope: Scope?, from first: Day) -> [(part: DaySpan, units: Int)] {
        var shares: [(part: DaySpan, units: Int)] = []
        share(units, by: scope, from: first) { shares.append(($0, $1)) }
        return shares
    }

    /// Hands out what `share(_:by:from:)` comes to, part by part.
    func share(_ units: Int, by scope: Scope?, from first: Day, to take: (_ part: DaySpan, _ units: Int) -> Void) {
        guard let scope, scope != .visit, from != through,
            scope.period(of: from, from: first) != scope.period(of: through, from: first)
        else {
            return take(self, units)
        }
        let days = days
        let before = { (day: Int) in (day * units + days - 1) / days }
        for part in parts(by: scope, from: first) {
            let start = part.from.ordinal - from.ordinal
            take(part, before(start + part.days) - before(start))
        }
    }

    /// The parts into which it falls by what is added up together.
    private func parts(by scope: Scope, from first: Day) -> [DaySpan] {
        var parts: [DaySpan] = []
        for day in dates {
            if let last = parts.last, scope.period(of: last.from, from: first) == scope.period(of: day, from: first) {
                parts[parts.count - 1] = last.joined(to: DaySpan(day))
            } else {
                parts.append(DaySpan(day))
            }
        }
        return parts
    }
}
