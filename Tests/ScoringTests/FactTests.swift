import Testing

@testable import Scoring

/// Days, times of day, stretches of time, and what a record holds.
struct FactTests {
    @Test func `days follow each other without a gap, and weekdays go round`() throws {
        let first: Day = "1999-12-20"
        var last = first
        for ordinal in (first.ordinal + 1)...(first.ordinal + 800) {
            let day = try #require(Day(ordinal: ordinal))
            #expect(day.ordinal == ordinal && day > last)
            #expect(day.weekday == (last.weekday + 1) % 7)
            #expect(day.day == last.day + 1 || day.day == 1 && day.month != last.month)
            last = day
        }
    }

    /// Weekdays as any calendar has them; 0 is Monday.
    @Test(
        arguments: [
            ("1970-01-01", 0, 3), ("1969-12-31", -1, 2), ("2000-02-29", 11_016, 1), ("2000-03-01", 11_017, 2),
            ("2026-03-02", 20_514, 0), ("1900-01-01", -25_567, 0), ("9999-12-31", 2_932_896, 4),
        ])
    func `a day has its number and its weekday`(text: String, ordinal: Int, weekday: Int) {
        #expect(Day(text)?.ordinal == ordinal)
        #expect(Day(text)?.weekday == weekday)
        #expect(Day(ordinal: ordinal)?.description == text)
    }

    @Test(arguments: [-25_568, 2_932_897, Int.min, Int.max]) func `no day lies before 1900 or after 9999`(ordinal: Int)
    {
        #expect(Day(ordinal: ordinal) == nil)
    }

    @Test(
        arguments: [
            (nil, nil, "1900-01-01", true), (nil, "2026-01-01", "2026-01-01", true),
            (nil, "2026-01-01", "2026-01-02", false), ("2026-01-01", nil, "2025-12-31", false),
            ("2026-01-01", nil, "9999-12-31", true), ("2026-01-02", "2026-01-01", "2026-01-01", false),
        ] as [(Day?, Day?, Day, Bool)])
    func `a period holds its days`(from: Day?, to: Day?, day: Day, holds: Bool) {
        #expect(Effective(from: from, to: to).contains(day) == holds)
    }

    @Test(arguments: [(0, "00:00"), (9, "00:09"), (545, "09:05"), (1439, "23:59")])
    func `a time of day is written with two digits each`(minute: Int, text: String) {
        #expect(ClockTime(minute: minute)?.description == text)
        #expect(ClockTime(text)?.minute == minute)
    }

    @Test(arguments: [(1440, 0), (1500, 60), (-1, 1439), (-1440, 0), (2880 + 7, 7)])
    func `minutes beyond a day go round the clock`(minutes: Int, minute: Int) {
        #expect(ClockTime(wrapping: minutes).minute == minute)
        #expect(ClockTime(minute: minutes) == nil)
    }

    @Test(
        arguments: [
            ("09:00", "11:30", false, 540, 690, "09:00 to 11:30"),
            ("22:30", "01:00", false, 1350, 1500, "22:30 to 01:00 the next day"),
            ("08:00", "08:00", false, 480, 1920, "08:00 to 08:00 the next day"),
            ("00:20", "01:10", true, 1460, 1510, "00:20 to 01:10 the next day"),
            ("22:00", "00:00", false, 1320, 1440, "22:00 to 00:00"),
        ] as [(ClockTime, ClockTime, Bool, Int, Int, String)])
    func `a stretch of time runs from start to stop, past midnight where the stop comes first`(
        start: ClockTime, stop: ClockTime, nextDay: Bool, from: Int, to: Int, text: String
    ) {
        let span = ClockSpan(from: start, to: stop, nextDay: nextDay)
        #expect([span.start, span.end, span.length] == [from, to, to - from])
        #expect(span.description == text)
    }

    private static let times: [Service.Time] = [
        .minutes(60), .clock(start: "09:00", stop: "10:00"), .open(start: "09:00"), .unknown,
    ]

    /// For each of those times: is the item on record if nothing is missing, and if the item itself is?
    @Test(
        arguments: [
            (.start, [true, true, true, false], [false, false, false, false]),
            (.stop, [true, true, false, false], [false, false, false, false]),
            (.duration, [true, true, false, false], [false, true, false, false]),
            (.observations, [true, true, true, true], [false, false, false, false]),
            (.response, [true, true, true, true], [false, false, false, false]),
            (.followUp, [true, true, true, true], [false, false, false, false]),
        ] as [(RecordItem, [Bool], [Bool])])
    func `a record holds what was written down and can be`(item: RecordItem, complete: [Bool], without: [Bool]) {
        let services = Self.times.map { Service("infusion", time: $0) }
        #expect(services.map { $0.records(item, without: []) } == complete)
        #expect(services.map { $0.records(item, without: [item]) } == without)
    }

    @Test(
        arguments: [([.start], false), ([.stop], false), ([.duration], true), ([.response], true)]
            as [(Set<RecordItem>, Bool)])
    func `the length of what was timed is on record when both its times are`(missing: Set<RecordItem>, isKnown: Bool) {
        let timed = Service("infusion", time: .clock(start: "09:00", stop: "10:00"))
        #expect(timed.records(.duration, without: missing) == isKnown)
    }

    @Test func `the kinds of an encounter come once each, in the order of their names`() {
        let encounter = Encounter.visits(
            .of(Service("wound-care", time: .unknown), Service("infusion", time: .unknown)),
            .of(Service("infusion", time: .minutes(1)), Service("dialysis", time: .minutes(1))))
        #expect(encounter.kinds == ["dialysis", "infusion", "wound-care"])
        #expect(Encounter.of().kinds.isEmpty)
    }

    @Test func `every activity and item of a record has words for a sentence`() {
        #expect(Activity.allCases.map(\.words) == ["patient care", "travel", "preparation", "documentation"])
        #expect(
            RecordItem.allCases.map(\.words) == [
                "the start time", "the stop time", "the length of the visit", "the observations",
                "the patient's response", "the follow-up",
            ])
    }

    @Test(
        arguments: [
            (["a"], "a", "a"), (["a", "b"], "a and b", "a or b"), (["a", "b", "c"], "a, b and c", "a, b or c"),
            ([], "", ""),
        ] as [([String], String, String)])
    func `words are joined as a sentence does`(words: [String], and: String, or: String) {
        #expect(list(words) == and)
        #expect(list(words, "or") == or)
    }

    @Test(arguments: [(0, "0 units", "are"), (1, "1 unit", "is"), (2, "2 units", "are"), (-1, "-1 units", "are")])
    func `one thing is a thing, and any other number are things`(number: Int, text: String, verb: String) {
        #expect(quantity(number, "unit") == text)
        #expect(isOrAre(number) == verb)
    }

    @Test(arguments: [
        ("infusion nurse", "an infusion nurse", "An infusion nurse"), ("nurse", "a nurse", "A nurse"), ("", "", ""),
        ("unit nurse", "a unit nurse", "A unit nurse"), ("usual nurse", "a usual nurse", "A usual nurse"),
        ("uninsured patient", "an uninsured patient", "An uninsured patient"),
        ("upper arm", "an upper arm", "An upper arm"), ("European", "a European", "A European"),
        ("hour", "an hour", "An hour"), ("one-day stay", "a one-day stay", "A one-day stay"),
        ("RN", "an RN", "An RN"), ("IV push", "an IV push", "An IV push"),
        ("TNF blocker", "a TNF blocker", "A TNF blocker"),
        ("UTI", "a UTI", "A UTI"), ("8-hour shift", "an 8-hour shift", "An 8-hour shift"),
        ("18 mg dose", "an 18 mg dose", "An 18 mg dose"), ("80 mg dose", "an 80 mg dose", "An 80 mg dose"),
    ])
    func `a word has its article`(word: String, small: String, capital: String) {
        #expect(article(word) == small)
        #expect(article(word, capital: true) == capital)
    }

    @Test func `a name reads as words`() {
        let kind: ID<ServiceKind> = "specialty-drug"
        #expect(kind.words == "specialty drug" && kind.description == "specialty-drug")
        #expect(ID<ServiceKind>("a") < "b" && ID<ServiceKind>("b") > "a-z")
    }
}
