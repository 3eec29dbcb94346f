/// A day of the calendar, such as a date of service.
package struct Day: Hashable, Sendable {
    /// Year, month and day side by side, so that order of bits is order of days, and a day is no larger than a number.
    private let bits: Int32

    /// Its rank among all days, which grows from day to day, though not by one.
    var rank: Int { Int(bits) }
    /// 1900 to 9999.
    package var year: Int { Int(bits >> 9) }
    /// 1 to 12.
    package var month: Int { Int(bits >> 5 & 0xF) }
    /// The day of the month, from 1.
    package var day: Int { Int(bits & 0x1F) }

    /// Nil unless the Gregorian calendar has such a day between the years 1900 and 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        bits = Int32(year) << 9 | Int32(month) << 5 | Int32(day)
    }

    /// Reads `YYYY-MM-DD`.
    package init?(_ text: some StringProtocol) {
        let parts = Array(text.utf8).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The first day that there is, for what has no date of its own.
    package static let first = Day(first: 1900)

    private init(first year: Int32) { bits = year << 9 | 1 << 5 | 1 }

    /// How many days its month has.
    var daysInMonth: Int { Day.length(ofMonth: month, in: year) }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension Day {
    /// Days since 1 January 1970, by the Gregorian calendar.
    package var ordinal: Int {
        // Years begin in March here, so that the leap day is their last.
        let year = month > 2 ? self.year : self.year - 1
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that is so many days after 1 January 1970; nil before 1900 and after 9999.
    package init?(ordinal: Int) {
        let (days, isBeyond) = ordinal.addingReportingOverflow(719_468)
        guard !isBeyond, days >= 0 else { return nil }
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(
            year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// 0 for Monday to 6 for Sunday.
    package var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 }
}

extension Day: Comparable {
    package static func < (left: Day, right: Day) -> Bool { left.bits < right.bits }
}

extension Day: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
}

/// The days on which a code, a policy or an edition is in force, both ends included.
package struct Effective: Hashable, Sendable {
    /// The first day; nil where there is no beginning.
    package var from: Day?
    /// The last day; nil where there is no end.
    package var to: Day?

    package init(from: Day? = nil, to: Day? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether a day is one of them.
    package func contains(_ day: Day) -> Bool {
        if let from, day < from { return false }
        if let to, day > to { return false }
        return true
    }
}

/// A number below 100 as a clock and a date show it.
package func twoDigits(_ number: Int) -> String { number < 10 ? "0" + String(number) : String(number) }

/// The number that a few ASCII digits spell; nil where one of them is no digit.
func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
}
