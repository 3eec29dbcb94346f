import Testing

@testable import Scoring

/// Days in a row: which they are, what they share, and how what was done on them is shared out.
struct DaySpanTests {
    @Test(
        arguments: [
            ("2026-03-02", "2026-03-02", 1, "2026-03-02"),
            ("2026-03-02", "2026-03-15", 14, "2026-03-02 to 2026-03-15"),
            ("2026-02-27", "2026-03-02", 4, "2026-02-27 to 2026-03-02"),
            ("2028-02-27", "2028-03-02", 5, "2028-02-27 to 2028-03-02"),
            ("2026-12-30", "2027-01-02", 4, "2026-12-30 to 2027-01-02"),
            ("2028-01-01", "2028-12-31", DaySpan.limit, "2028-01-01 to 2028-12-31"),
        ] as [(Day, Day, Int, String)])
    func `both ends are days of it`(from: Day, through: Day, days: Int, text: String) throws {
        let span = try #require(DaySpan(from: from, through: through))
        let dates = Array(span.dates)
        #expect(span.days == days && span.description == text && dates.count == days)
        #expect(dates.first == from && dates.last == through && dates == dates.sorted())
        #expect(dates.allSatisfy(span.contains) && Set(dates).count == days)
        #expect(Day(ordinal: from.ordinal - 1).map(span.contains) == false)
        #expect(Day(ordinal: through.ordinal + 1).map(span.contains) == false)
        #expect((DaySpan(from: through, through: from) == nil) == (days > 1))
    }

    /// Against the sets of their days, for all pairs of spans within a week.
    @Test func `overlap and joining are those of the days themselves`() {
        let spans = (1...7).flatMap { from in (from...7).map { WholeClaim.march(from, $0) } }
        for one in spans {
            for other in spans {
                let ones = Set(one.dates)
                let others = Set(other.dates)
                #expect(one.overlaps(other) == !ones.isDisjoint(with: others), "\(one), \(other)")
                let joined = one.joined(to: other)
                #expect(joined == other.joined(to: one))
                #expect(joined.from == ones.union(others).min() && joined.through == ones.union(others).max())
            }
        }
    }

    /// 1 March 2026 is a Sunday.
    @Test(
        arguments: [
            (nil, 1, 31, 31, [31]), (.visit, 1, 31, 31, [31]), (.span, 1, 31, 31, [31]), (.month, 1, 31, 31, [31]),
            (.week, 1, 31, 31, [7, 7, 7, 7, 3]), (.week, 7, 8, 2, [1, 1]), (.week, 1, 7, 21, [21]),
            (.week, 2, 15, 42, [18, 21, 3]), (.week, 2, 15, 14, [6, 7, 1]), (.week, 2, 15, 2, [1, 1, 0]),
            (.day, 1, 4, 4, [1, 1, 1, 1]), (.day, 1, 4, 2, [1, 0, 1, 0]), (.day, 1, 4, 6, [2, 1, 2, 1]),
            (.day, 1, 4, 0, [0, 0, 0, 0]), (.day, 9, 9, 5, [5]),
        ] as [(Scope?, Int, Int, Int, [Int])])
    func `units are shared over the parts`(scope: Scope?, from: Int, through: Int, units: Int, expected: [Int]) {
        let span = WholeClaim.march(from, through)
        #expect(span.share(units, by: scope, from: span.from).map(\.units) == expected)
    }

    @Test func `months are parts of a span that runs over their ends`() throws {
        let span = try #require(DaySpan(from: "2026-01-30", through: "2026-03-02"))
        let parts = span.share(32, by: .month, from: span.from)
        #expect(parts.map(\.units) == [2, 28, 2])
        #expect(
            parts.map(\.part.description) == [
                "2026-01-30 to 2026-01-31", "2026-02-01 to 2026-02-28", "2026-03-01 to 2026-03-02",
            ])
    }

    /// Each unit laid down on its day: the first on the first day, the others as far apart as each other.
    @Test(arguments: Scope.allCases) func `units fall where they are laid down one by one`(scope: Scope) throws {
        var generator = Seeded(11)
        for _ in 0..<120 {
            let from = try #require(Day(ordinal: Int.random(in: 20_000...20_400, using: &generator)))
            let length = Int.random(in: 1...70, using: &generator)
            let through = try #require(Day(ordinal: from.ordinal + length - 1))
            let span = try #require(DaySpan(from: from, through: through))
            let units = Int.random(in: 0...150, using: &generator)
            var laid: [Day: Int] = [:]
            for unit in 0..<units {
                laid[try #require(Day(ordinal: from.ordinal + unit * length / units)), default: 0] += 1
            }
            let parts = span.share(units, by: scope, from: from)
            for part in parts {
                #expect(part.units == part.part.dates.reduce(0) { $0 + laid[$1, default: 0] }, "\(span) by \(scope)")
            }
            #expect(parts.flatMap { Array($0.part.dates) } == Array(span.dates))
            let cuts = zip(span.dates, span.dates.dropFirst()).count { Self.isCut($0, $1, by: scope, from: from) }
            #expect(parts.count == cuts + 1)
        }
    }

    /// Whether a new part begins between two days in a row.
    private static func isCut(_ day: Day, _ next: Day, by scope: Scope, from first: Day) -> Bool {
        switch scope {
        case .visit, .span: false
        case .day: true
        case .week: next.weekday == 6
        case .month: next.day == 1
        case .year: next.day == 1 && next.month == 1
        case .thirtyDays: (next.ordinal - first.ordinal) % 30 == 0
        case .anniversary: next.day == min(first.day, next.daysInMonth)
        }
    }
}
