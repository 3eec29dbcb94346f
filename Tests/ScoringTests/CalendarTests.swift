import Testing

@testable import Scoring

/// Days against facts of the calendar that anybody can look up.
struct CalendarTests {
    /// Weekdays from 0 for Monday, of days that are written about with theirs.
    @Test(
        arguments: [
            ("1912-04-15", 0), ("1918-11-11", 0), ("1929-10-29", 1), ("1944-06-06", 1), ("1945-05-08", 1),
            ("1963-11-22", 4), ("1969-07-20", 6), ("1986-01-28", 1), ("1989-11-09", 3), ("2000-01-01", 5),
            ("2001-09-11", 1), ("2008-08-08", 4), ("2012-12-21", 4), ("2020-02-29", 5), ("2024-02-29", 3),
            ("2024-12-25", 2), ("2025-01-01", 2), ("2026-01-01", 3), ("2100-01-01", 4), ("2000-12-31", 6),
        ] as [(Day, Int)])
    func `weekdays of well-known days`(day: Day, weekday: Int) {
        #expect(day.weekday == weekday)
    }

    /// Days of a year and of its February.
    @Test(
        arguments: [
            (1900, 365), (1904, 366), (1999, 365), (2000, 366), (2001, 365), (2004, 366), (2023, 365), (2024, 366),
            (2025, 365), (2026, 365), (2028, 366), (2100, 365), (2200, 365), (2300, 365), (2400, 366), (9996, 366),
        ])
    func `a leap year has a day more`(year: Int, days: Int) throws {
        let first = try #require(Day(year: year, month: 1, day: 1))
        let next = try #require(Day(year: year + 1, month: 1, day: 1))
        #expect(next.ordinal - first.ordinal == days)
        #expect((Day(year: year, month: 2, day: 29) != nil) == (days == 366))
        #expect(Day(year: year, month: 2, day: 28) != nil && Day(year: year, month: 2, day: 30) == nil)
    }

    @Test(
        arguments: [
            (1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30), (10, 31), (11, 30),
            (12, 31),
        ])
    func `a month has its days and no more`(month: Int, days: Int) throws {
        #expect((-1...33).filter { Day(year: 2026, month: month, day: $0) != nil } == Array(1...days))
        let last = try #require(Day(year: 2026, month: month, day: days))
        let next = try #require(Day(ordinal: last.ordinal + 1))
        #expect(next.day == 1 && next.month == month % 12 + 1)
    }

    /// From one day to another, as a calendar counts them.
    @Test(
        arguments: [
            ("2026-03-02", "2026-03-02", 0), ("2026-03-02", "2026-03-09", 7), ("2024-02-28", "2024-03-01", 2),
            ("2023-02-28", "2023-03-01", 1), ("2025-12-31", "2026-01-01", 1), ("2000-01-01", "2026-01-01", 9497),
            ("1969-07-16", "1969-07-24", 8), ("1970-01-01", "2000-01-01", 10957), ("1900-03-01", "2000-03-01", 36525),
            ("2013-05-01", "2026-03-02", 4688),
        ] as [(Day, Day, Int)])
    func `days between`(from: Day, to: Day, days: Int) {
        #expect(to.ordinal - from.ordinal == days)
        #expect(Day(ordinal: from.ordinal + days) == to && Day(ordinal: to.ordinal - days) == from)
        #expect((from < to) == (days > 0) && !(to < from))
    }

    @Test(
        arguments: [
            "2026-3-02", "2026-03-2", "26-03-02", "2026/03/02", "2026-03-02 ", " 2026-03-02", "2026-13-01",
            "2026-00-10", "2026-04-31", "2026-02-29", "1899-12-31", "10000-01-01", "2026-03", "2026-03-02-01", "",
            "-026-03-02", "2026--3-02", "２０２６-03-02", "2026-03-0a", "+026-03-02", "2026-03-00",
        ])
    func `what is no day is not read`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: ["1900-01-01", "1999-12-31", "2000-02-29", "2026-11-05", "9999-12-31"])
    func `a day reads back as it is written`(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test func `every day of four hundred years reads back, in order`() throws {
        let first = Day.first.ordinal
        var last: Day?
        for ordinal in stride(from: first, through: first + 146_097, by: 13) {
            let day = try #require(Day(ordinal: ordinal))
            #expect(Day(day.description) == day && day.ordinal == ordinal)
            #expect(Day(year: day.year, month: day.month, day: day.day) == day)
            if let last { #expect(last < day) }
            last = day
        }
        #expect(last?.year == 2299 || last?.year == 2300)
    }

    @Test(
        arguments: [
            ("0:00", 0), ("00:00", 0), ("7:05", 425), ("07:05", 425), ("12:00", 720), ("19:59", 1199), ("23:59", 1439),
        ])
    func `a time of day is read with one digit of hours or two`(text: String, minute: Int) {
        #expect(ClockTime(text)?.minute == minute)
    }

    @Test(
        arguments: [
            "24:00", "12:60", "12:5", "1205", "12.05", "12:05 ", "-1:00", "012:00", ":30", "12:", "", ":", "12:05:00",
            "12:0a", "noon", "1２:00",
        ])
    func `what is no time of day is not read`(text: String) {
        #expect(ClockTime(text) == nil)
    }
}
