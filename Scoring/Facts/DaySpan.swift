/// Days in a row, both ends included: the dates of a course of therapy, or of a claim line.
package struct DaySpan: Hashable, Sendable {
    /// The first day.
    package let from: Day
    /// The last day, which is the first where there is but one.
    package let through: Day

    /// The most days that a span is taken to have: a year, a leap day included.
    package static let limit = 366

    /// One day.
    package init(_ day: Day) {
        from = day
        through = day
    }

    /// Nil where the last day comes before the first.
    package init?(from: Day, through: Day) {
        guard from <= through else { return nil }
        self.from = from
        self.through = through
    }

    /// How many days there are, 1 or more.
    package var days: Int { through.ordinal - from.ordinal + 1 }

    /// The days, one after the other.
    package var dates: some Sequence<Day> { (from.ordinal...through.ordinal).lazy.compactMap { Day(ordinal: $0) } }

    /// Whether a day is one of them.
    package func contains(_ day: Day) -> Bool { from <= day && day <= through }

    /// Whether two spans have a day in common.
    func overlaps(_ other: DaySpan) -> Bool { from <= other.through && other.from <= through }

    /// The days that two spans which overlap have in common.
    func common(with other: DaySpan) -> DaySpan {
        DaySpan(unchecked: max(from, other.from), min(through, other.through))
    }

    /// As many of its days as there are from the first on; nil for none.
    func first(_ days: Int) -> DaySpan? {
        guard days > 0, let last = Day(ordinal: min(from.ordinal + days - 1, through.ordinal)) else { return nil }
        return DaySpan(unchecked: from, last)
    }

    /// The span from the earlier of two beginnings to the later of two ends.
    func joined(to other: DaySpan) -> DaySpan {
        DaySpan(unchecked: min(from, other.from), max(through, other.through))
    }

    private init(unchecked from: Day, _ through: Day) {
        self.from = from
        self.through = through
    }
}

extension DaySpan: CustomStringConvertible {
    /// `2026-03-02`, or `2026-03-02 to 2026-03-15`.
    package var description: String { from == through ? from.description : "\(from) to \(through)" }
}
