import Testing

@testable import Scoring

/// Months of a rental, thirty days and years, held against a calendar that is walked day by day.
struct RentalMonthTests {
    private static let modifiers = [
        ModifierRule("KH", on: ["E0250"], when: Condition(month: 1...1)),
        ModifierRule("KI", on: ["E0250"], when: Condition(month: 2...3)),
        ModifierRule("KJ", on: ["E0250"], when: Condition(month: 4...13)),
    ]

    private static func rules(_ scope: Scope, _ change: (inout Policy) -> Void = { _ in }) -> Rules {
        var policy = Policy(id: "p", credit: .started)
        change(&policy)
        let family = Family(
            id: "bed", title: "a bed", services: ["bed"], measure: .days, scope: scope,
            first: [.init(code: "E0250", from: 1)])
        return Rules(
            codes: CodeSet(
                definitions: [.init(code: "E0250", label: "")], families: [family], modifierRules: modifiers),
            policy: policy)
    }

    private static func rented(_ from: Day, days: Int, since: Day? = nil) -> Encounter {
        let last = Day(ordinal: from.ordinal + days - 1) ?? from
        let dates = DaySpan(from: from, through: last) ?? DaySpan(from)
        return Encounter(
            date: from, visits: [], episode: Episode(therapies: [Therapy("bed", dates: dates, since: since)]))
    }

    private static func day(_ days: Int, after first: Day) -> Day { Day(ordinal: first.ordinal + days) ?? first }

    /// The month of each day, found by somebody who turns a leaf whenever the day of the month comes round, or the month
    /// is over before it could.
    private static func months(from first: Day, days: Int) -> [Int] {
        var month = 1
        return (0..<days).map { number in
            let today = day(number, after: first)
            let isLast = day(1, after: today).month != today.month
            if number > 0, today.day == first.day || isLast && today.day < first.day { month += 1 }
            return month
        }
    }

    @Test(arguments: 0..<500) func `a month begins on the day on which the rental did`(offset: Int) {
        let first = Self.day(offset, after: "2023-12-01")
        for (number, month) in Self.months(from: first, days: 500).enumerated() {
            #expect(Self.day(number, after: first).months(since: first) == month - 1)
        }
    }

    @Test(arguments: 0..<120) func `each month has a line, and its modifier`(seed: Int) {
        let first = Self.day(seed * 13, after: "2024-01-01")
        let days = 1 + seed * 37 % 366
        let months = Self.months(from: first, days: days)
        let key = derive(Self.rented(first, days: days), under: Self.rules(.anniversary))
        #expect(key.claim.lines.count == months.last)
        for (number, line) in key.claim.lines.enumerated() {
            let marks = ["KH", "KI", "KI"] + Array(repeating: "KJ", count: 10)
            #expect(line.units == 1 && line.modifiers.map(\.description) == [marks[number]])
            let own = months.indices.filter { months[$0] == number + 1 }
            #expect(line.dates?.from == Self.day(own.first ?? 0, after: first))
            #expect(line.dates?.through == Self.day(own.last ?? 0, after: first))
        }
        #expect(validate(key.claim, against: key).isEmpty)
    }

    /// A rental that goes on is in the month in which it would be had it been told whole.
    @Test(arguments: 0..<60) func `what began before goes on counting`(seed: Int) {
        let began = Self.day(seed * 17, after: "2025-01-01")
        let months = Self.months(from: began, days: 400)
        let from = seed * 5 % 300
        let key = derive(
            Self.rented(Self.day(from, after: began), days: 90, since: began), under: Self.rules(.anniversary))
        var due: [Int] = []
        for month in months[from..<from + 90] where due.last != month { due.append(month) }
        let marks = due.map { $0 == 1 ? "KH" : $0 < 4 ? "KI" : $0 < 14 ? "KJ" : "" }
        #expect(key.claim.lines.map { $0.modifiers.first?.description ?? "" } == marks)
    }

    @Test(arguments: 1...120) func `thirty days are thirty days`(days: Int) {
        let key = derive(Self.rented("2026-02-11", days: days), under: Self.rules(.thirtyDays))
        #expect(key.claim.lines.count == (days + 29) / 30)
    }

    @Test func `a year's limit begins anew with the year`() {
        let rules = Self.rules(.anniversary) { $0.caps.unitsAYear = ["E0250": 2] }
        var encounter = Self.rented("2025-10-10", days: 150)
        encounter.episode?.paid.unitsThisYear = ["E0250": 1]
        let key = derive(encounter, under: rules)
        #expect(key.claim.lines.compactMap { $0.dates?.from } == ["2025-10-10", "2026-01-10", "2026-02-10"])
        let told = validate(derive(encounter, under: Self.rules(.anniversary)).claim, against: key)
        #expect(told.contains { $0.edit == .benefitMaximum } && !told.contains { $0.edit == .duplicateLine })
    }

    /// One month more than is authorised is that, and nothing sent twice.
    @Test func `a line beyond what is authorised is no duplicate`() {
        var encounter = Self.rented("2026-01-10", days: 80)
        encounter.episode?.authorised = ["E0250": 1]
        let key = derive(encounter, under: Self.rules(.anniversary) { $0.needsAuthorisation = ["E0250"] })
        #expect(key.claim.description == "E0250-KH x1")
        let twice = validate(claim("E0250-KI x1, E0250-KI x1"), against: key)
        #expect(twice.contains { $0.edit == .authorisationExceeded })
        #expect(!twice.contains { $0.edit == .duplicateLine })
        let thrice = validate(claim("E0250-KH x1, E0250-KH x1"), against: key)
        #expect(thrice.contains { $0.edit == .duplicateLine })
    }
}
