import Glibc
import Scoring

/// The clock on the wall, where the person is.
enum LocalTime {
    /// Now, in milliseconds since 1970 UTC.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Milliseconds that only ever go forward, for measuring how long something took.
    static var stopwatch: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// The day that a moment belongs to; 1 January 1970 for a moment beyond the calendar.
    static func day(of milliseconds: Int64) -> Day {
        var seconds = time_t(milliseconds / 1000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? Day(ordinal: 0) ?? Day.first
    }

    /// The moment at which a day begins.
    static func start(of day: Day) -> Int64 {
        var parts = tm()
        parts.tm_year = Int32(day.year - 1900)
        parts.tm_mon = Int32(day.month - 1)
        parts.tm_mday = Int32(day.day)
        parts.tm_isdst = -1
        return Int64(mktime(&parts)) * 1000
    }

    /// The moment at which a day begins that is so many days after 1 January 1970.
    static func start(ofDay ordinal: Int) -> Int64 {
        Day(ordinal: ordinal).map(start) ?? Int64(ordinal) * 86_400_000
    }
}
