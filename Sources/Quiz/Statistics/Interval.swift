import Glibc

/// The 95 % confidence interval of a figure.
package struct Interval: Sendable, Equatable {
    /// The lower bound.
    package let low: Double
    /// The upper bound.
    package let high: Double

    /// The 97.5th percentile of the standard normal distribution.
    private static let normal = 1.959_964

    /// The interval of a share (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    /// 1927); nil where nobody was counted.
    init?(ofShare share: Double?, of count: Int) {
        guard let share, count > 0 else { return nil }
        let n = Double(count)
        let square = Self.normal * Self.normal
        let middle = (share + square / (2 * n)) / (1 + square / n)
        let half = Self.normal / (1 + square / n) * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
        (low, high) = (max(0, middle - half), min(1, middle + half))
    }

    /// The interval of a correlation (R. A. Fisher's transformation, 1921); nil for fewer than four pairs, and for a perfect
    /// one, of which the transformation makes nothing.
    init?(ofCorrelation correlation: Double?, of count: Int) {
        guard let correlation, count > 3, abs(correlation) < 1 - 1e-9 else { return nil }
        let half = Self.normal / Double(count - 3).squareRoot()
        let middle = atanh(correlation)
        (low, high) = (tanh(middle - half), tanh(middle + half))
    }

    /// The interval of alpha (D. G. Bonett, "Sample size requirements for testing and estimating coefficient alpha",
    /// 2002); nil for fewer than three candidates.
    init?(ofAlpha alpha: Double, items: Int, candidates: Int) {
        guard alpha < 1, items > 1, candidates > 2 else { return nil }
        let (k, n) = (Double(items), Double(candidates))
        let half = Self.normal * (2 * k / ((k - 1) * (n - 2))).squareRoot()
        let middle = log(1 - alpha)
        (low, high) = (1 - exp(middle + half), 1 - exp(middle - half))
    }
}
