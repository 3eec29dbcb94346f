extension Rules {
    /// Shares out what was done on some days over the lines that bill it: by what is added up together, and by month
    /// where the payer wants lines cut there.
    func share(
        _ units: Int, over dates: DaySpan, by scope: Scope?, from first: Day
    ) -> [(part: DaySpan, units: Int)] {
        guard policy.splitsMonths else { return dates.share(units, by: scope, from: first) }
        guard let scope, scope != .visit else { return dates.share(units, by: .month, from: first) }
        return dates.share(units, by: scope, from: first).flatMap { $0.part.share($0.units, by: .month, from: first) }
    }
}
