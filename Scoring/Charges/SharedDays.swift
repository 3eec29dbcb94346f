extension DaySpan {
    /// Shares out what was done on these days, as evenly as whole numbers can be, over the parts that are added up by
    /// themselves.
    func share(_ units: Int, by scope: Scope?) -> [(part: DaySpan, units: Int)] {
        let parts = parts(by: scope)
        guard parts.count > 1 else { return [(self, units)] }
        let days = days
        let before = { (day: Int) in (day * units + days - 1) / days }
        return parts.map { part in
            let start = part.from.ordinal - from.ordinal
            return (part, before(start + part.days) - before(start))
        }
    }

    /// The parts into which it falls by what is added up together; itself where nothing is.
    private func parts(by scope: Scope?) -> [DaySpan] {
        guard let scope, scope != .visit, scope.period(of: from) != scope.period(of: through) else { return [self] }
        var parts: [DaySpan] = []
        for day in dates {
            if let last = parts.last, scope.period(of: last.from) == scope.period(of: day) {
                parts[parts.count - 1] = last.joined(to: DaySpan(day))
            } else {
                parts.append(DaySpan(day))
            }
        }
        return parts
    }
}
