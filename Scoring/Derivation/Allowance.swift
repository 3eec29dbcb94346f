/// The minutes that the payer's caps still leave on each day and in each week.
struct Allowance {
    /// The most that is paid on one day, and in one week; nil for any number.
    private let aDay: Int?
    private let aWeek: Int?
    /// The date of the encounter, and the minutes of its week that were paid before.
    private let date: Day
    private let used: Int
    /// What was taken so far on the day that was asked about last.
    private var today: (date: Day, minutes: Int)
    /// What was taken on other days.
    private var before: [(date: Day, minutes: Int)] = []

    /// What is left after so many minutes of the date's week were paid.
    init(_ caps: Policy.Caps, on date: Day, used: Int) {
        aDay = caps.minutesADay
        aWeek = caps.minutesAWeek
        self.date = date
        today = (date, 0)
        self.used = max(used, 0)
    }

    /// What may be billed of a visit of a day; nil where nothing is left for it.
    mutating func take(_ visit: Measured, on date: Day) -> Measured? {
        guard aDay != nil || aWeek != nil else { return visit }
        let left = left(on: date)
        if left == 0 { return nil }
        guard let minutes = visit.amount else { return visit }
        var allowed = visit
        allowed.amount = min(minutes, left)
        today.minutes += min(minutes, left)
        return allowed
    }

    /// The minutes that are left on a day.
    private mutating func left(on date: Day) -> Int {
        if date != today.date {
            before.append(today)
            today = (date, takenBefore { $0 == date })
            before.removeAll { $0.date == date }
        }
        let day = aDay.map { $0 - today.minutes } ?? .max
        let week = aWeek.map { max($0, 0) - usedInWeek(of: date) } ?? .max
        return max(min(day, week), 0)
    }

    private func takenBefore(where counts: (Day) -> Bool) -> Int {
        before.reduce(0) { counts($1.date) ? $0 + $1.minutes : $0 }
    }

    /// The minutes of a day's week that are used up, before the encounter and in it.
    private func usedInWeek(of date: Day) -> Int {
        if before.isEmpty, date == self.date { return used + today.minutes }
        let paid = date.week == self.date.week ? used : 0
        return paid + today.minutes + takenBefore { $0.week == date.week }
    }

    /// The step that tells of a limit on a day, once what it allows was taken.
    func step(counted: Int, allowed: Int, on date: Day) -> Step {
        .minutesCapped(
            counted: counted, allowed: allowed, aDay: aDay, aWeek: aWeek,
            used: usedInWeek(of: date) - allowed, today: today.minutes - allowed)
    }
}
