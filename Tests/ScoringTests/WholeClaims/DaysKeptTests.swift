import Testing

@testable import Scoring

/// A line that bills each of its days once stands for the days that are left of it where a limit takes units off.
struct DaysKeptTests {
    private static func lines(
        _ therapies: [Therapy], authorised: [Code: Int] = [:], _ change: (inout Policy) -> Void
    ) -> [String] {
        var encounter = WholeClaim.episode(therapies)
        encounter.episode?.authorised = authorised
        let key = derive(encounter, under: WholeClaim.rules(change))
        #expect(validate(key.claim, against: key).isEmpty, "\(validate(key.claim, against: key).map(\.message))")
        return key.claim.lines.map { "\($0.code) x\($0.units), \($0.dates?.description ?? "no days")" }
    }

    private static let therapy = Therapy("anti-infective", dates: WholeClaim.march(2, 15), everyHours: 24)

    @Test(
        arguments: [
            (14, ["S9500 x14, 2026-03-02 to 2026-03-15"]), (5, ["S9500 x5, 2026-03-02 to 2026-03-06"]),
            (1, ["S9500 x1, 2026-03-02"]), (0, []),
        ])
    func `the first days are those that are authorised`(units: Int, expected: [String]) {
        #expect(
            Self.lines([Self.therapy], authorised: ["S9500": units]) { $0.needsAuthorisation = ["S9500"] } == expected)
    }

    @Test func `each week keeps its first days`() {
        let lines = Self.lines([Self.therapy]) { $0.caps.unitsAWeek = ["S9500": 5] }
        // The first of March 2026 is a Sunday, on which a week begins.
        #expect(
            lines == [
                "S9500 x5, 2026-03-02 to 2026-03-06", "S9500 x5, 2026-03-08 to 2026-03-12", "S9500 x1, 2026-03-15",
            ])
        let whole = Self.lines([Self.therapy]) { $0.caps.unitsAWeek = ["S9500": 7] }
        #expect(whole == ["S9500 x14, 2026-03-02 to 2026-03-15"])
    }

    @Test func `units that are not days keep their span`() {
        var encounter = WholeClaim.episode(
            [],
            drugs: [
                DrugGiven(
                    "cefazolin", given: Amount("1 g") ?? .none(.milligrams), times: 14,
                    dates: WholeClaim.march(2, 15))
            ])
        encounter.episode?.authorised = ["J0690": 10]
        let key = derive(encounter, under: WholeClaim.rules { $0.needsAuthorisation = ["J0690"] })
        #expect(key.claim.lines.map(\.units) == [10])
        #expect(key.claim.lines.map(\.dates) == [WholeClaim.march(2, 15)])
    }
}
