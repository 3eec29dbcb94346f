package import Scoring

/// A moment as ISO 8601 writes it: `2026-03-02T09:00`, with seconds or without a time, and where it does not mean the
/// clock on the wall, with its distance from UTC: `Z`, `+01:00`.
package struct WrittenTime: Sendable, Equatable {
    /// The day, as it is written.
    package let day: Day
    /// Since midnight; nil where only the day is written.
    package let second: Int?
    /// Seconds by which the clock is before UTC; nil where it is the clock on the wall.
    package let offset: Int?

    /// Nil for what is no moment, and for one with a zone and no time.
    package init?(_ text: some StringProtocol) {
        guard let day = Day(text.prefix(10)) else { return nil }
        self.day = day
        let rest = text.dropFirst(10)
        guard let separator = rest.first else {
            (second, offset) = (nil, nil)
            return
        }
        guard separator == "T" || separator == "t" || separator == " " else { return nil }
        let clock = rest.dropFirst().prefix { $0.isNumber || $0 == ":" }
        let zone = rest.dropFirst(1 + clock.count)
        guard let second = Self.second(clock) else { return nil }
        self.second = second
        if zone.isEmpty {
            offset = nil
        } else {
            guard let offset = Self.offset(zone) else { return nil }
            self.offset = offset
        }
    }

    /// The moment; nil where it is the clock on the wall, whose zone nobody knows here.
    package var moment: Moment? {
        guard let second, let offset else { return nil }
        return Moment(milliseconds: Int64(day.ordinal * 86_400 + second - offset) * 1_000)
    }

    private static func second(_ clock: some StringProtocol) -> Int? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }),
            let time = ClockTime(parts[0] + ":" + parts[1])
        else { return nil }
        guard parts.count == 3 else { return time.minute * 60 }
        guard let second = Int(parts[2]), (0..<60).contains(second) else { return nil }
        return time.minute * 60 + second
    }

    private static func offset(_ zone: some StringProtocol) -> Int? {
        if zone == "Z" || zone == "z" { return 0 }
        guard let sign = zone.first, sign == "+" || sign == "-" else { return nil }
        let digits = String(zone.dropFirst().filter { $0 != ":" })
        let isWritten = [2, 4].contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isWritten, let hours = Int(digits.prefix(2)), hours <= 14 else { return nil }
        let minutes = Int(digits.dropFirst(2)) ?? 0
        guard minutes < 60 else { return nil }
        return (hours * 60 + minutes) * (sign == "-" ? -60 : 60)
    }
}
