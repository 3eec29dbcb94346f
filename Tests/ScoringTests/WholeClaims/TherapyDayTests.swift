import Testing

@testable import Scoring

/// The days of a therapy: those on which a dose is infused, and those that a payer counts.
struct TherapyDayTests {
    /// Days of ten, from 0, on which a dose begins.
    @Test(
        arguments: [
            (nil, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), (8, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (24, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), (36, [0, 1, 3, 4, 6, 7, 9]), (48, [0, 2, 4, 6, 8]),
            (60, [0, 2, 5, 7]), (72, [0, 3, 6, 9]), (96, [0, 4, 8]), (168, [0, 7]), (241, [0]),
        ] as [(Int?, [Int])])
    func `doses fall on days by the hours between them`(every: Int?, expected: [Int]) {
        let therapy = Therapy("anti-infective", dates: WholeClaim.march(2, 11), everyHours: every)
        let days = (1...14).filter { therapy.isInfused(on: WholeClaim.march($0, $0).from) }
        #expect(days == expected.map { $0 + 2 })
    }

    /// Each dose on the day of its hour, counted from the beginning of the first day.
    @Test func `every interval up to three weeks gives the days of its doses`() {
        let span = WholeClaim.march(1, 31)
        for every in 1...504 {
            let therapy = Therapy("anti-infective", dates: span, everyHours: every)
            let doses = Set(stride(from: 0, to: 31 * 24, by: every).map { $0 / 24 + 1 })
            let days = Set(span.dates.filter { therapy.isInfused(on: $0) }.map(\.day))
            #expect(days == (every <= 24 ? Set(1...31) : doses), "every \(every) hours")
        }
    }

    @Test func `days on record go before the hours between doses, within the therapy`() {
        let listed: [Day] = ["2026-03-03", "2026-03-04", "2026-03-20"]
        let therapy = Therapy(
            "anti-infective", dates: WholeClaim.march(2, 11), everyHours: 48, infusedOn: listed)
        #expect(WholeClaim.march(1, 31).dates.filter { therapy.isInfused(on: $0) }.map(\.day) == [3, 4])
    }

    /// Ten days: units by what the payer counts.
    @Test(
        arguments: [
            (nil, 10, 10, 10), (4, 10, 10, 60), (6, 10, 10, 40), (8, 10, 10, 30), (12, 10, 10, 20), (24, 10, 10, 10),
            (48, 10, 5, 5), (72, 10, 4, 4), (96, 10, 3, 3),
        ] as [(Int?, Int, Int, Int)])
    func `access, infusion and dose`(every: Int?, access: Int, infusion: Int, doses: Int) {
        let encounter = WholeClaim.episode([
            Therapy("immune-therapy", dates: WholeClaim.march(2, 11), everyHours: every)
        ])
        for (counted, units) in [(Policy.TherapyDays.access, access), (.infusion, infusion), (.dose, doses)] {
            let claim = WholeClaim.rules { $0.therapyDays = counted }.claim(for: encounter)
            #expect(claim.units(of: "S9338") == units, "\(counted)")
        }
    }

    @Test(
        arguments: [(71, 72, 10), (72, 72, 10), (73, 72, 0), (24, 24, 10), (25, 24, 0), (500, nil, 10), (nil, 24, 10)]
            as [(Int?, Int?, Int)])
    func `the longest interval is itself paid`(every: Int?, longest: Int?, days: Int) {
        let encounter = WholeClaim.episode([
            Therapy("immune-therapy", dates: WholeClaim.march(2, 11), everyHours: every)
        ])
        let key = derive(encounter, under: WholeClaim.rules { $0.longestInterval = longest })
        #expect(key.claim.units(of: "S9338") == days)
        #expect(key.steps.contains { $0.text.contains("hours apart") } == (days == 0))
    }
}
