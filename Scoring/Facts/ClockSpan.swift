/// A stretch of time by the clock, in minutes since the midnight that began the date of service.
package struct ClockSpan: Hashable, Sendable {
    /// The first minute.
    package let start: Int
    /// Not included.
    package let end: Int

    /// A stop at or before the start is past midnight.
    init(from start: ClockTime, to stop: ClockTime, nextDay: Bool) {
        let day = nextDay ? ClockTime.minutesADay : 0
        self.start = day + start.minute
        end = day + stop.minute + (stop.minute <= start.minute ? ClockTime.minutesADay : 0)
    }

    /// Nil where nothing lies between two minutes.
    init?(from start: Int, to end: Int) {
        guard start < end else { return nil }
        self.start = start
        self.end = end
    }

    /// The same so many days later.
    func later(byDays days: Int) -> ClockSpan {
        ClockSpan(from: start + days * ClockTime.minutesADay, to: end + days * ClockTime.minutesADay) ?? self
    }

    /// How many minutes it lasts.
    package var length: Int { end - start }
}

extension ClockSpan: CustomStringConvertible {
    /// `09:00 to 11:30`, or `22:30 to 01:00 the next day`.
    package var description: String {
        let day = ClockTime.minutesADay
        let from = ClockTime(minute: start % day)?.description ?? ""
        let to = ClockTime(minute: end % day)?.description ?? ""
        return end > day ? "\(from) to \(to) the next day" : "\(from) to \(to)"
    }
}

extension ClockSpan {
    /// Its minutes that lie in none of some others.
    func minutes(outside others: [ClockSpan]) -> Int {
        var minutes = 0
        var reached = start
        for other in others.sorted(by: { $0.start < $1.start }) where other.end > reached && other.start < end {
            minutes += max(other.start - reached, 0)
            reached = max(reached, other.end)
        }
        return minutes + max(end - reached, 0)
    }
}
