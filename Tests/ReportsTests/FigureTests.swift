import Content
import Quiz
import Reports
import Scoring
import Testing

@Suite struct `Figures` {
    @Test(arguments: [
        (0.0, "0.0 %"), (1, "100.0 %"), (0.7, "70.0 %"), (0.6999, "69.9 %"), (0.99999, "99.9 %"), (0.29, "29.0 %"),
        (1.0 / 3, "33.3 %"),
    ])
    func `a mark is never rounded up to one that was not reached`(fraction: Double, text: String) {
        #expect(mark(fraction) == text)
    }

    @Test(arguments: [
        (0.0, "0.00"), (0.805, "0.81"), (1, "1.00"), (-0.25, "-0.25"), (12.3, "12.30"), (0.999, "1.00"),
        (-0.001, "0.00"),
    ])
    func `have two decimals`(number: Double, text: String) {
        #expect(decimals(number) == text)
        #expect(hundredths(number) == text)
    }

    @Test(arguments: [(0.0, "0.0"), (70.04, "70.0"), (70.06, "70.1"), (-0.04, "0.0"), (-1.26, "-1.3")])
    func `have one decimal`(number: Double, text: String) { #expect(tenths(number) == text) }

    @Test(arguments: [
        (1_000_000, "1 point"), (0, "0 points"), (500_000, "0.5 points"), (2_000_000, "2 points"),
        (1_250_000, "1.25 points"), (1, "0.000001 points"),
    ])
    func `points have the decimals that they need`(millionths: Int, text: String) {
        #expect(pointsText(millionths) == text)
    }

    @Test(arguments: [(0.0, "0 %"), (0.666, "67 %"), (1, "100 %"), (0.005, "1 %")])
    func `shares are whole percents`(share: Double, text: String) { #expect(percent(share) == text) }

    @Test(arguments: [
        (0.0, "0 s"), (1_500, "1.5 s"), (59_900, "59.9 s"), (59_960, "1:00"), (65_000, "1:05"), (600_000, "10:00"),
    ])
    func `times are seconds and then minutes`(milliseconds: Double, text: String) {
        #expect(clock(milliseconds) == text)
    }

    @Test func `a pace has words once there is one`() {
        var pace = Pace()
        #expect(pace.words == nil)
        pace.add(60_000)
        #expect(pace.words == "60 an hour")
    }
}
