/// The minutes that the payer's caps still leave on the day.
struct Allowance {
    private let caps: Policy.Caps
    private let used: Int
    private var left: Int

    /// What is left after so many minutes of the same week were paid.
    init(_ caps: Policy.Caps, used: Int) {
        self.caps = caps
        self.used = max(used, 0)
        let week = caps.minutesAWeek.map { max($0, 0) - max(used, 0) } ?? .max
        left = max(min(caps.minutesADay ?? .max, week), 0)
    }

    /// What may be billed of a visit; nil where nothing is left for it.
    mutating func take(_ visit: BilledVisit) -> BilledVisit? {
        if left == 0 { return nil }
        guard let minutes = visit.minutes else { return visit }
        let taken = min(minutes, left)
        left -= taken
        return BilledVisit(family: visit.family, minutes: taken)
    }

    /// The step that tells of a limit.
    func step(counted: Int, allowed: Int) -> Step {
        .minutesCapped(
            counted: counted, allowed: allowed, aDay: caps.minutesADay, aWeek: caps.minutesAWeek, used: used)
    }
}
