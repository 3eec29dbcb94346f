import Testing

@testable import Scoring

/// The small values: what they accept, refuse and write.
struct ValueTests {
    @Test(arguments: ["99601", "G0299", "0001U", "3095F", "0213T", "0001M", "0001A", "W1234"])
    func `a code is five digits, or has its one letter where codes have it`(text: String) {
        #expect(Code(text)?.description == text)
        #expect(Code(text.lowercased()) == Code(text))
    }

    @Test(
        arguments: [
            "", "9960", "996011", "9960L", "99O01", "O9602", "I9602", "X9602", "A000B", "9960-", "9960 ", "９９６０１",
            "99é1",
        ]) func `what no code looks like is not read as one`(text: String)
    {
        #expect(Code(text) == nil)
    }

    @Test func `codes sort as their text does`() {
        let texts = ["0001U", "99601", "99602", "A0021", "G0299"]
        #expect(texts.reversed().compactMap { Code($0) }.sorted().map(\.description) == texts)
    }

    @Test(arguments: [
        ("SS", true), ("59", true), ("x1", true), ("S", false), ("SSS", false), ("S-", false), ("é", false),
    ])
    func `a modifier is two letters or digits`(text: String, isModifier: Bool) {
        #expect((Modifier(text) != nil) == isModifier)
        if isModifier { #expect(Modifier(text)?.description == text.uppercased()) }
    }

    @Test(
        arguments: [
            ("00:00", 0), ("9:05", 545), ("09:05", 545), ("23:59", 1439), ("24:00", nil), ("12:60", nil), ("9:5", nil),
            ("0900", nil), ("", nil), ("-1:00", nil), ("12:00:00", nil), ("１2:00", nil), ("+9:00", nil),
        ] as [(String, Int?)])
    func `a time of day is read to the minute`(text: String, minute: Int?) {
        #expect(ClockTime(text)?.minute == minute)
    }

    @Test(
        arguments: [
            ("2026-03-02", true), ("2024-02-29", true), ("2026-02-29", false), ("2000-02-29", true),
            ("1900-02-29", false), ("2026-04-31", false), ("2026-13-01", false), ("2026-00-10", false),
            ("2026-01-00", false), ("1899-12-31", false), ("26-03-02", false), ("2026-3-2", false),
            ("2026-03-02 ", false),
            ("2026/03/02", false),
        ])
    func `a day is one that the calendar has`(text: String, exists: Bool) {
        #expect(Day(text)?.description == (exists ? text : nil))
    }

    @Test func `both ends of an effective period are included`() {
        let period = Effective(from: "2026-01-01", to: "2026-12-31")
        let days: [Day] = ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"]
        #expect(days.map(period.contains) == [false, true, true, false])
        #expect(Effective().contains(.first))
    }

    @Test func `a code set answers for each of its codes`() {
        #expect(Sample.codes.family(billing: "99602")?.id == "home-infusion")
        #expect(Sample.codes.family(billing: "G0299") == nil && Sample.codes.family(billing: "12345") == nil)
        #expect(Sample.codes.definition(of: "99602")?.isAddOn == true)
        #expect(Sample.codes.definition(of: "12345") == nil)
        #expect(Sample.codes.mainFamily == "home-infusion")
        #expect(Sample.codes.codes.map(\.description) == ["99601", "99602", "99506", "99512", "G0299"])
    }

    @Test(arguments: [0, 1, 2, 3, 31, 32, 33, 5_000])
    func `every code is found where it stands, however many there are`(count: Int) {
        let codes = (10_000..<10_000 + count).compactMap { Code("\($0)") }
        let index = CodeIndex(codes + codes.reversed())
        #expect(codes.map { index[$0] } == Array(codes.indices))
        #expect(index["09999"] == nil && index["99601"] == nil)
    }
}
