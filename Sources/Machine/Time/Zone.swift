package import Scoring

/// How a place tells days and times of day.
package protocol Zone: Sendable {
    /// Seconds by which its clocks are ahead of UTC at a moment.
    func offset(at moment: Moment) -> Int

    /// The moment at which its clocks show a time of a day, in seconds since midnight; nil for a time that they leave
    /// out that day.
    func moment(of day: Day, second: Int) -> Moment?
}

extension Zone {
    /// The day that a moment belongs to; 1 January 1970 for a moment beyond the calendar.
    package func day(of moment: Moment) -> Day {
        Day(ordinal: localSecond(of: moment).flooredQuotient(by: 86_400)) ?? Day(ordinal: 0) ?? Day.first
    }

    /// The moment at which a day begins: later than its midnight where the clocks leave that out, and the beginning of the
    /// next one for a day that they leave out.
    package func start(of day: Day) -> Moment {
        let next = Day(ordinal: day.ordinal + 1)
        return moment(of: day, second: 0) ?? moment(of: day, second: 1_800) ?? moment(of: day, second: 3_600)
            ?? next.flatMap { moment(of: $0, second: 0) } ?? Moment(milliseconds: Int64(day.ordinal) * 86_400_000)
    }

    /// The moment at which a day begins that is so many days after 1 January 1970.
    package func start(ofDay ordinal: Int) -> Moment {
        Day(ordinal: ordinal).map(start) ?? Moment(milliseconds: Int64(ordinal) * 86_400_000)
    }

    /// A moment as the clock on the wall shows it, with the clock's distance from UTC: `2026-03-02 09:00 +01:00`.
    package func text(of moment: Moment, separator: String = " ", beforeZone: String = " ") -> String {
        let clock = ClockTime(wrapping: localSecond(of: moment).flooredQuotient(by: 60))
        let ahead = offset(at: moment) / 60
        let zone = ahead == 0 ? "Z" : (ahead < 0 ? "-" : "+") + ClockTime(wrapping: abs(ahead)).description
        return "\(day(of: moment))\(separator)\(clock)\(beforeZone)\(zone)"
    }

    private func localSecond(of moment: Moment) -> Int {
        Int(moment.milliseconds).flooredQuotient(by: 1_000) + offset(at: moment)
    }
}

extension Int {
    fileprivate func flooredQuotient(by divisor: Int) -> Int {
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }
}

/// A place whose clocks are always as far ahead of UTC.
package struct FixedZone: Zone {
    /// Universal time.
    package static let utc = FixedZone(minutesAhead: 0)

    private let minutesAhead: Int

    package init(minutesAhead: Int) { self.minutesAhead = minutesAhead }

    package func offset(at moment: Moment) -> Int { minutesAhead * 60 }

    package func moment(of day: Day, second: Int) -> Moment? {
        Moment(milliseconds: Int64(day.ordinal * 86_400 + second - minutesAhead * 60) * 1_000)
    }
}
