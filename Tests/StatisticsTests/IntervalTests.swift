import Quiz
import Testing

@testable import Quiz

@Suite struct `An interval of` {
    /// A share of so many, with Wilson's interval as statsmodels' proportion_confint has it.
    @Test(
        arguments: [
            (0.5, 10, 0.23659, 0.76341), (1.0, 7, 0.64567, 1.0), (0.0, 7, 0.0, 0.35433), (0.8, 100, 0.71112, 0.86663),
        ])
    func `a share is Wilson's`(share: Double, count: Int, low: Double, high: Double) throws {
        let interval = try #require(Interval(ofShare: share, of: count))
        #expect(abs(interval.low - low) < 1e-4 && abs(interval.high - high) < 1e-4, "\(interval)")
        #expect(Interval(ofShare: nil, of: 3) == nil && Interval(ofShare: 1, of: 0) == nil)
    }

    @Test func `a correlation is Fisher's`() throws {
        let interval = try #require(Interval(ofCorrelation: 0.5, of: 30))
        // atanh 0.5 = 0.549306, and 1.959964 / sqrt 27 = 0.377195.
        #expect(abs(interval.low - 0.170435) < 1e-4 && abs(interval.high - 0.728951) < 1e-4, "\(interval)")
        #expect(Interval(ofCorrelation: 0.5, of: 3) == nil)
        // Six candidates who agree wholly do not show that all would.
        #expect(Interval(ofCorrelation: 1, of: 6) == nil && Interval(ofCorrelation: -1, of: 6) == nil)
    }

    @Test func `alpha is Bonett's, and wide for a few`() throws {
        let (few, many) = (
            try #require(Interval(ofAlpha: 0.8, items: 10, candidates: 7)),
            try #require(Interval(ofAlpha: 0.8, items: 10, candidates: 1_000))
        )
        #expect(few.low < 0.4 && few.high > 0.9 && many.low > 0.78 && many.high < 0.82)
        #expect(Interval(ofAlpha: 0.8, items: 10, candidates: 2) == nil)
    }
}
