/// The minutes that the payer's caps still leave on each day and in each week.
struct Allowance {
    private let caps: Policy.Caps
    /// The week of the encounter's date, and the minutes of it that were paid before.
    private let week: Int
    private let used: Int
    /// What was taken so far.
    private var taken: [(date: Day, minutes: Int)] = []

    /// What is left after so many minutes of the date's week were paid.
    init(_ caps: Policy.Caps, on date: Day, used: Int) {
        self.caps = caps
        week = date.week
        self.used = max(used, 0)
    }

    /// What may be billed of a visit of a day; nil where nothing is left for it.
    mutating func take(_ visit: Measured, on date: Day) -> Measured? {
        guard caps.minutesADay != nil || caps.minutesAWeek != nil else { return visit }
        let left = left(on: date)
        if left == 0 { return nil }
        guard let minutes = visit.amount else { return visit }
        var allowed = visit
        allowed.amount = min(minutes, left)
        taken.append((date, min(minutes, left)))
        return allowed
    }

    /// The minutes that are left on a day.
    private func left(on date: Day) -> Int {
        let day = caps.minutesADay.map { $0 - takenMinutes { $0 == date } } ?? .max
        let week = caps.minutesAWeek.map { max($0, 0) - usedBefore(date) - takenMinutes { $0.week == date.week } }
        return max(min(day, week ?? .max), 0)
    }

    private func takenMinutes(where counts: (Day) -> Bool) -> Int {
        taken.reduce(0) { counts($1.date) ? $0 + $1.minutes : $0 }
    }

    private func usedBefore(_ date: Day) -> Int { date.week == week ? used : 0 }

    /// The step that tells of a limit on a day, once what it allows was taken.
    func step(counted: Int, allowed: Int, on date: Day) -> Step {
        .minutesCapped(
            counted: counted, allowed: allowed, aDay: caps.minutesADay, aWeek: caps.minutesAWeek,
            used: usedBefore(date) + takenMinutes { $0.week == date.week } - allowed,
            today: takenMinutes { $0 == date } - allowed)
    }
}
