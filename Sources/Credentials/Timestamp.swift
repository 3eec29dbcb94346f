package import Scoring

/// A second of universal time, as certificates are dated.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Since 1 January 1970.
    package let seconds: Int

    /// A moment; nil before 1900 and after 9999.
    package init?(seconds: Int) {
        guard Day(ordinal: Timestamp.days(seconds)) != nil else { return nil }
        self.seconds = seconds
    }

    /// The second that a moment is in; nil beyond the calendar.
    package init?(_ moment: Moment) { self.init(seconds: Int(moment.milliseconds / 1_000)) }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

    /// So many days later; nil after 9999.
    package func adding(days: Int) -> Timestamp? {
        let (span, isTooLong) = days.multipliedReportingOverflow(by: 86_400)
        let (sum, isTooLate) = seconds.addingReportingOverflow(span)
        return isTooLong || isTooLate ? nil : Timestamp(seconds: sum)
    }

    /// The day it belongs to in universal time.
    package var day: Day { Day(ordinal: Timestamp.days(seconds)) ?? Day.first }

    private static func days(_ seconds: Int) -> Int { (seconds - ((seconds % 86_400) + 86_400) % 86_400) / 86_400 }
}

extension Timestamp: CustomStringConvertible {
    /// As XML Schema writes it: `2026-03-02T09:05:00Z`.
    package var description: String {
        let second = seconds - Timestamp.days(seconds) * 86_400
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day)T\(parts.joined(separator: ":"))Z"
    }

    /// Reads exactly what is written.
    init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(parts[0]), parts[1].utf8.count == 9 else { return nil }
        let clock = parts[1].dropLast().split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3 else { return nil }
        self.init(seconds: day.ordinal * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2])
        guard description == text else { return nil }
    }
}

extension Timestamp: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let moment = Timestamp(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a time is written 2026-03-02T09:05:00Z")
        }
        self = moment
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
