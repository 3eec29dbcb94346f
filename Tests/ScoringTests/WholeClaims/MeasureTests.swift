import Testing

@testable import Scoring

/// What is counted and over what, in words and on the calendar.
struct MeasureTests {
    @Test(
        arguments: [
            (.minutes, 1, "1 minute", "1"), (.minutes, 150, "150 minutes", "150"), (.days, 1, "1 day", "1"),
            (.days, 14, "14 days", "14"), (.doses, 1, "1 dose", "1"), (.doses, 42, "42 doses", "42"),
            (.occurrences, 1, "1 service", "1"), (.occurrences, 0, "0 services", "0"),
            (.amount(.milligrams), 34_500, "34.5 mg", "34.5"), (.amount(.milligrams), 1, "0.001 mg", "0.001"),
            (.amount(.millilitres), 1_000_000, "1000 mL", "1000"), (.amount(.units), 500_000, "500 units", "500"),
        ] as [(Measure, Int, String, String)])
    func `so many of a measure in words`(measure: Measure, number: Int, words: String, bare: String) {
        #expect(measure.words(number) == words && measure.number(number) == bare)
    }

    @Test(
        arguments: [
            (.visit, nil), (.day, false), (.week, true), (.month, true), (.year, true), (.thirtyDays, true),
            (.anniversary, true), (.span, true),
        ] as [(Scope, Bool?)])
    func `Saturday and the Sunday before it`(scope: Scope, areTogether: Bool?) {
        let sunday = scope.period(of: "2026-03-01")
        let saturday = scope.period(of: "2026-03-07")
        #expect((sunday == nil) == (areTogether == nil))
        if let areTogether { #expect((sunday == saturday) == areTogether) }
    }

    /// Walked day by day over eighty years, so that weeks run through the ends of months, years and before 1970.
    @Test func `a week begins on Sunday and a month with its first day`() throws {
        let start = try #require(Day(year: 1960, month: 1, day: 1))
        var last = start
        for ordinal in start.ordinal + 1...start.ordinal + 29_220 {
            let day = try #require(Day(ordinal: ordinal))
            #expect((Scope.week.period(of: day) != Scope.week.period(of: last)) == (day.weekday == 6), "\(day)")
            #expect((Scope.month.period(of: day) != Scope.month.period(of: last)) == (day.day == 1), "\(day)")
            #expect(Scope.day.period(of: day) != Scope.day.period(of: last))
            #expect(Scope.span.period(of: day) == Scope.span.period(of: last))
            last = day
        }
    }

    @Test func `the same month of another year is another month`() {
        #expect(Scope.month.period(of: "2026-12-31") != Scope.month.period(of: "2027-01-01"))
        #expect(Scope.month.period(of: "2026-03-31") != Scope.month.period(of: "2027-03-31"))
        #expect(Scope.month.period(of: "2026-03-01") == Scope.month.period(of: "2026-03-31"))
        #expect(Scope.week.period(of: "2026-12-27") == Scope.week.period(of: "2027-01-02"))
    }
}

extension Scope {
    /// As counted from 1 March 2026 on, where it matters.
    fileprivate func period(of date: Day) -> Int? { period(of: date, from: "2026-03-01") }
}
