import Glibc

/// Points that stand for abilities, which are normal with mean 0 and deviation 1 among those who are calibrated on.
///
/// The points lie evenly from -6 to 6, which integrates smooth functions that vanish at both ends to rounding once they lie
/// closer than what is integrated is wide; long tests tell abilities apart more finely and get more points.
struct Quadrature: Sendable {
    let points: [Double]
    /// The share of people at each point.
    let weights: [Double]

    /// The points for tests of up to so many items, at least so many.
    init(items: Int, least: Int = 61) {
        let count = min(least + items / 2, 241)
        points = (0..<count).map { -6 + 12 * Double($0) / Double(count - 1) }
        let densities = points.map { exp(-$0 * $0 / 2) }
        let sum = densities.reduce(0, +)
        weights = densities.map { $0 / sum }
    }
}
