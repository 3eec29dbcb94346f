/// A time of day on a visit's record, to the minute.
package struct ClockTime: Hashable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    package let minute: Int

    /// How many minutes a day has.
    package static let minutesADay = 1440

    /// The time so many minutes after midnight; nil unless that is within a day.
    package init?(minute: Int) {
        guard (0..<ClockTime.minutesADay).contains(minute) else { return nil }
        self.minute = minute
    }

    /// The time of day that so many minutes after some midnight is.
    package init(wrapping minutes: Int) {
        let rest = minutes % ClockTime.minutesADay
        minute = rest < 0 ? rest + ClockTime.minutesADay : rest
    }

    /// Reads `HH:MM` or `H:MM` on a clock of 24 hours.
    package init?(_ text: some StringProtocol) {
        let parts = Array(text.utf8).split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = number(parts[0]), let minute = number(parts[1]), hour < 24, minute < 60
        else { return nil }
        self.minute = hour * 60 + minute
    }
}

extension ClockTime: Comparable {
    package static func < (left: ClockTime, right: ClockTime) -> Bool { left.minute < right.minute }
}

extension ClockTime: CustomStringConvertible {
    /// `HH:MM` on a clock of 24 hours.
    package var description: String { twoDigits(minute / 60) + ":" + twoDigits(minute % 60) }
}
