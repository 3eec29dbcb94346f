import Testing

@testable import Scoring

/// Dates in an answer: what is said of those that cannot be read, and what those that can are worth.
struct AnswerDateTests {
    /// The caret line marks what the error points at.
    @Test(
        arguments: [
            ("99601 on 3/2", "         ^^^", "of which year? Write the whole date, such as 2026-03-02"),
            ("99601 on March 2", "         ^^^^^^^", "of which year? Write the whole date, such as 2026-03-02"),
            ("99601 on 2026-03", "         ^^^^", "expected a date, such as 2026-03-02"),
            ("99601 15/03/2026", "      ^^^^^^^^^^", "the month stands before the day here; did you mean 2026-03-15?"),
            (
                "99601 03-02-26", "      ^^^^^^^^",
                "which of these is the year, and which the month? Write the date as 2026-03-02"
            ),
            ("99601 2026-02-30", "      ^^^^^^^^^^", "the calendar has no such day; a date looks like 2026-03-02"),
            (
                "S9500 3/15/26 - 3/2/26", "      ^^^^^^^^^^^^^^^^",
                "the last day comes before the first; did you mean 2026-03-02 to 2026-03-15?"
            ),
            ("S9500 1/1/2026-1/2/2027", "      ^^^^^^^^^^^^^^^^^", "a line has at most 366 days"),
            (
                "99601 on 2026-03-02, 2026-03-09", "                     ^^^^^^^^^^",
                "this line has its date already; write a line for each, or a span: 2026-03-02 to 2026-03-15"
            ),
            ("2026-03-02", "^^^^^^^^^^", "expected the code that this date belongs to"),
            (
                "99601 2026-03-02 99602", "      ^^^^^^^^^^",
                "is this the date of 99601 or of 99602? Part the lines with a comma"
            ),
            (
                "2026-03-02\n99601\n99602 x2", "^^^^^^^^^^",
                "is this the date of one line or of several? Write it behind each that it is the date of"
            ),
            (
                "99601 and 99602 on 3/2/2026", "                   ^^^^^^^^",
                "is this the date of one line or of several? Write it behind each that it is the date of"
            ),
        ])
    func `a date that cannot be read is pointed at`(answer: String, carets: String, message: String) {
        let error = #expect(throws: AnswerError.self) { try parseAnswer(answer) }
        guard let error else { return }
        let pointed = String(repeating: " ", count: error.offset) + String(repeating: "^", count: error.length)
        #expect(pointed == carets, "\(answer): \(error.message)")
        #expect(error.message == message)
    }

    /// Every day of two years, one of them a leap year, in every way to write one.
    @Test func `a day reads the same however it is written`() throws {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        for day in try #require(DaySpan(from: "2027-01-01", through: "2028-12-31")).dates {
            let (month, date, year) = (twoDigits(day.month), twoDigits(day.day), "\(day.year)")
            let name = names[day.month - 1]
            let spellings = [
                day.description, "\(day.month)/\(day.day)/\(year)", "\(month)/\(date)/\(year)",
                "\(month)/\(date)/\(year.suffix(2))", "\(month) \(date) \(year.suffix(2))", "\(year)\(month)\(date)",
                "\(month)\(date)\(year)", "\(year)/\(month)/\(date)", "\(name) \(day.day), \(year)",
                "\(date) \(name.prefix(3)) \(year)", "\(date)\(name.prefix(3).uppercased())\(year)",
                "\(name.prefix(3)). \(day.day) \(year)",
            ]
            for spelling in spellings {
                let claim = try parseAnswer("99602 x2 \(spelling)")
                #expect(claim.lines == [ClaimLine("99602", units: 2, dates: DaySpan(day))], "\(spelling)")
            }
        }
    }

    /// Claims of any lines, some with dates: what is printed with them reads back with them, and what is printed without
    /// reads back without.
    @Test(arguments: 0..<4) func `a claim with dates that is written reads back the same`(seed: UInt64) throws {
        var generator = Seeded(seed)
        for _ in 0..<1_000 {
            let lines = Self.lines(using: &generator)
            let claim = Claim(lines)
            #expect(try parseAnswer(claim.datedDescription) == claim)
            let dateless = lines.map { ClaimLine($0.code, modifiers: $0.modifiers, units: $0.units) }
            #expect(try parseAnswer(claim.description) == Claim(dateless))
            #expect(Claim(dateless).datedDescription == claim.description)
        }
    }

    /// Each line with its own date in a manner of its own: read as it is meant, whatever parts the lines.
    @Test(arguments: 0..<8) func `dated lines are read as they are meant, or asked about`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<500 {
            let lines = Self.lines(using: &generator)
            let parting = [", ", "; ", "\n", " and ", " ", " + "].randomElement(using: &generator) ?? ", "
            let text = lines.map { Self.spelling(of: $0, using: &generator) }.joined(separator: parting)
            do throws(AnswerError) {
                let read = try parseAnswer(text)
                #expect(read == Claim(lines), "\(text.debugDescription)")
            } catch {
                let isAsked = [", ", " and ", " ", " + "].contains(parting) || lines.contains { $0.dates == nil }
                #expect(isAsked, "\(text.debugDescription): \(error.message)")
            }
        }
    }

    private static func lines(using generator: inout Seeded) -> [ClaimLine] {
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            let days = [1, 2, 9, 15, 31].shuffled(using: &generator).prefix(2).sorted()
            let dates = [nil, WholeClaim.march(days[0], days[0]), WholeClaim.march(days[0], days[1])]
            return ClaimLine(
                (["99601", "99602", "S9500"] as [Code]).randomElement(using: &generator) ?? "99601",
                modifiers: ([[], [], ["SS"], ["SH", "59"]] as [[Modifier]]).randomElement(using: &generator) ?? [],
                units: [1, 2, 14].randomElement(using: &generator) ?? 1,
                dates: dates.randomElement(using: &generator) ?? nil)
        }
    }

    private static func spelling(of line: ClaimLine, using generator: inout Seeded) -> String {
        guard let span = line.dates else { return line.description }
        let days = [span.from, span.through].map { Self.spelling(of: $0, using: &generator) }
        let parting = [" to ", " - ", " through ", "..", " until "].randomElement(using: &generator) ?? " to "
        let dates = span.days == 1 ? days[0] : days.joined(separator: parting)
        let spellings = [
            "\(line) \(dates)", "\(line) on \(dates)", "\(line) (\(dates))", "\(dates) \(line)", "\(dates): \(line)",
            "\(line), DOS \(dates)", "\(line.units) units of \(line.code) \(dates)",
        ]
        return spellings.prefix(line.modifiers.isEmpty ? 7 : 6).randomElement(using: &generator) ?? "\(line) \(dates)"
    }

    private static func spelling(of day: Day, using generator: inout Seeded) -> String {
        let (month, date) = (twoDigits(day.month), twoDigits(day.day))
        let spellings = [
            day.description, "\(day.month)/\(day.day)/\(day.year)", "\(month)/\(date)/\(day.year % 100)",
            "\(day.year)\(month)\(date)", "March \(day.day), \(day.year)", "\(day.day) Mar \(day.year)",
        ]
        return spellings.randomElement(using: &generator) ?? day.description
    }

    @Test(
        arguments: [
            ("99601 2026-03-02, 99601 2026-03-09", true), ("99601 2026-03-02, 99601", true),
            ("99601 2026-03-02, 99602 2026-03-09", false), ("99601-SS 2026-03-02, 99601 2026-03-09", false),
            ("99601, 99601", false), ("99601 2026-03-02", false), ("none", false),
        ])
    func `dates are worth showing where they tell lines apart`(text: String, isToldApart: Bool) {
        #expect(claim(text).isToldApartByDates == isToldApart)
    }

    // MARK: Grading

    private static let twoVisits = WholeClaim.episode(
        [],
        visits: [2, 9].map { day in
            Visit(
                services: [Service("infusion", time: .minutes(60))], performer: "registered-nurse",
                date: WholeClaim.march(day, day).from)
        })

    /// Right dates are right, wrong dates half of their line, and none at all are right; the same date twice is a
    /// duplicate, which is denied.
    @Test(
        arguments: [
            ("99601 on 3/2/2026, 99601 on 3/9/2026", 1), ("99601 on 3/9/2026, 99601 on 3/2/2026", 1),
            ("99601, 99601", 1), ("99601 on 3/9/2026; 99601", 1), ("99601; 99601 on 3/2/2026", 1),
            ("99601 on 3/2/2026, 99601 on 3/10/2026", 0.75), ("99601 on 3/1/2026, 99601 on 3/10/2026", 0.5),
            ("99601 on 3/2/2026, 99601 on 3/2/2026", 0.5), ("99601 on 3/10/2026; 99601", 0.75),
        ] as [(String, Double)])
    func `visits are graded by their dates where the answer names them`(answer: String, fraction: Double) throws {
        let asked = Case(Self.twoVisits, under: WholeClaim.rules(), among: [])
        let grade = asked.assess(try asked.read(answer)).grade
        #expect(grade.fraction == fraction)
        #expect((grade.verdict == .correct) == (fraction == 1))
        #expect(grade.differences.allSatisfy(\.hasRightDates) == (fraction == 1))
    }

    @Test(
        arguments: [
            ("S9500 x14 from 2026-03-02 to 2026-03-15", 1), ("S9500 03/02/26 - 03/15/26 x14", 1), ("S9500 x14", 1),
            ("S9500 x14 from 2026-03-02 to 2026-03-14", 0.5), ("S9500 x14 on 2026-03-02", 0.5),
            ("S9500 x7 from 2026-03-02 to 2026-03-08", 0.25), ("S9500 x7", 0.5),
        ] as [(String, Double)])
    func `a therapy is graded by its span`(answer: String, fraction: Double) throws {
        let asked = Case(WholeClaim.oneTherapy, under: WholeClaim.rules(), among: [])
        let claim = try asked.read(answer)
        let grade = asked.assess(claim).grade
        #expect(grade.fraction == fraction)
        #expect(claim.billsTheSame(as: asked.key.claim) == (fraction == 1))
    }
}
