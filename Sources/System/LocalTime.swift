import Glibc
package import Quiz
package import Scoring

/// The clock on the wall, where the person is.
package enum LocalTime {
    /// Now, in milliseconds since 1970 UTC.
    package static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Milliseconds that only ever go forward, for measuring how long something took.
    package static var stopwatch: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// The day that a moment belongs to; 1 January 1970 for a moment beyond the calendar.
    package static func day(of milliseconds: Int64) -> Day {
        var seconds = time_t(milliseconds / 1000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? Day(ordinal: 0) ?? Day.first
    }

    /// The moment at which a day begins.
    package static func start(of day: Day) -> Int64 {
        var parts = tm()
        parts.tm_year = Int32(day.year - 1900)
        parts.tm_mon = Int32(day.month - 1)
        parts.tm_mday = Int32(day.day)
        parts.tm_isdst = -1
        return Int64(mktime(&parts)) * 1000
    }

    /// The moment at which a day begins that is so many days after 1 January 1970.
    package static func start(ofDay ordinal: Int) -> Int64 {
        Day(ordinal: ordinal).map(start) ?? Int64(ordinal) * 86_400_000
    }

    /// A moment as the clock on the wall shows it, with the clock's distance from UTC: `2026-03-02 09:00 +01:00`.
    package static func text(of milliseconds: Int64, separator: String = " ", beforeZone: String = " ") -> String {
        var seconds = time_t(milliseconds / 1000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        let clock = ClockTime(wrapping: Int(parts.tm_hour) * 60 + Int(parts.tm_min))
        let offset = Int(parts.tm_gmtoff) / 60
        let zone = offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + ClockTime(wrapping: abs(offset)).description
        return day(of: milliseconds).description + separator + clock.description + beforeZone + zone
    }

    /// The moment that somebody wrote; where only the day was written, its first moment, or the last but a millisecond.
    ///
    /// - Parameters:
    ///   - written: The moment, by the clock on the wall where it has no zone.
    ///   - isEnd: Whether a day is meant to its end.
    /// - Returns: Milliseconds since 1970; nil for a time that the clocks leave out that day.
    package static func moment(_ written: WrittenTime, isEnd: Bool) -> Int64? {
        if let moment = written.milliseconds { return moment }
        guard let second = written.second else {
            return isEnd ? start(ofDay: written.day.ordinal + 1) - 1 : start(of: written.day)
        }
        var parts = tm()
        parts.tm_year = Int32(written.day.year - 1900)
        parts.tm_mon = Int32(written.day.month - 1)
        parts.tm_mday = Int32(written.day.day)
        parts.tm_hour = Int32(second / 3_600)
        parts.tm_min = Int32(second / 60 % 60)
        parts.tm_sec = Int32(second % 60)
        parts.tm_isdst = -1
        let asked = parts.tm_hour
        let moment = Int64(mktime(&parts)) * 1000
        // In the hour that is skipped in spring, mktime gives another one.
        return parts.tm_hour == asked ? moment : nil
    }
}
