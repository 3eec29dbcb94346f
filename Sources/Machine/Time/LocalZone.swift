import Glibc
package import Scoring

/// The place where this machine is, or which the environment names in `TZ`.
package struct LocalZone: Zone {
    package init() {}

    package func offset(at moment: Moment) -> Int {
        var seconds = time_t(moment.milliseconds / 1_000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return Int(parts.tm_gmtoff)
    }

    package func moment(of day: Day, second: Int) -> Moment? {
        var parts = tm()
        parts.tm_year = Int32(day.year - 1900)
        parts.tm_mon = Int32(day.month - 1)
        parts.tm_mday = Int32(day.day)
        parts.tm_hour = Int32(second / 3_600)
        parts.tm_min = Int32(second / 60 % 60)
        parts.tm_sec = Int32(second % 60)
        parts.tm_isdst = -1
        let asked = parts
        let found = Moment(milliseconds: Int64(mktime(&parts)) * 1_000)
        // Of a time that is left out, be it half an hour or a day, mktime gives another one.
        let isShown =
            parts.tm_mday == asked.tm_mday && parts.tm_mon == asked.tm_mon && parts.tm_hour == asked.tm_hour
            && parts.tm_min == asked.tm_min
        return isShown ? first(found) : nil
    }

    /// The first of two moments at which clocks that are put back show the same; which of them mktime gives depends on
    /// what it was asked before.
    private func first(_ found: Moment) -> Moment {
        let before = offset(at: found.adding(milliseconds: -86_400_000))
        let earlier = found.adding(milliseconds: Int64(offset(at: found) - before) * 1_000)
        return earlier < found && offset(at: earlier) == before ? earlier : found
    }
}
