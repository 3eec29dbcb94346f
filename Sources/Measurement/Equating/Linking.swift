import Glibc

/// An item or a family that two calibrations have in common, with its parameters on either scale.
package struct Anchor: Sendable, Equatable {
    /// The same in both calibrations.
    package let name: String
    /// Its parameters on the scale that stays.
    package let base: CalibratedItem
    /// Its parameters on the scale that is brought to it.
    package let new: CalibratedItem

    package init(name: String, base: CalibratedItem, new: CalibratedItem) {
        self.name = name
        self.base = base
        self.new = new
    }
}

extension ScaleChange {
    /// The change that gives anchors the same mean and deviation of difficulties (G. L. Marco, "Item characteristic curve
    /// solutions to three intractable testing problems", Journal of Educational Measurement 14 (1977)); nil for fewer than
    /// two anchors or where difficulties do not differ.
    package static func meanSigma(_ anchors: [Anchor]) -> ScaleChange? {
        guard anchors.count > 1 else { return nil }
        let base = Moments(of: anchors.map(\.base.parameters.difficulty))
        let new = Moments(of: anchors.map(\.new.parameters.difficulty))
        guard base.deviation > 1e-9, new.deviation > 1e-9 else { return nil }
        let slope = base.deviation / new.deviation
        return ScaleChange(slope: slope, intercept: base.mean - slope * new.mean)
    }

    /// The change under which anchors have as nearly as can be the same test characteristic curve from either calibration
    /// (M. L. Stocking and F. M. Lord, "Developing a common metric in item response theory", Applied Psychological
    /// Measurement 7 (1983)): the least sum of squared differences over abilities as the base's people have them. Unlike mean and sigma
    /// it uses all parameters, and one wild difficulty moves it less. Nil where `meanSigma` is, at which it begins.
    package static func stockingLord(_ anchors: [Anchor]) -> ScaleChange? {
        guard var change = meanSigma(anchors) else { return nil }
        var damping = 1e-3
        var curves = CurveDifference(anchors, under: change)
        for _ in 0..<200 {
            guard let move = curves.step(damping) else { break }
            let next = ScaleChange(
                slope: max(change.slope + move.slope, change.slope / 2), intercept: change.intercept + move.intercept)
            let moved = CurveDifference(anchors, under: next)
            // Levenberg's and Marquardt's way between steepest descent and Gauss and Newton's steps.
            guard moved.squares <= curves.squares else {
                damping *= 10
                if damping > 1e12 { break }
                continue
            }
            let gain = abs(move.slope) + abs(move.intercept)
            (change, curves, damping) = (next, moved, damping / 10)
            if gain < 1e-10 { break }
        }
        return change
    }
}

/// How far the test characteristic curves of anchors lie apart.
private struct CurveDifference {
    private(set) var squares = 0.0
    private var gradient = (slope: 0.0, intercept: 0.0)
    private var curvature = (slope: 0.0, both: 0.0, intercept: 0.0)

    /// Normal, from -4 to 4.
    private static let abilities = (0...60).map { -4 + 8 * Double($0) / 60 }
    private static let weights = abilities.map { exp(-$0 * $0 / 2) }

    init(_ anchors: [Anchor], under change: ScaleChange) {
        for (ability, share) in zip(Self.abilities, Self.weights) {
            var (gap, bySlope, byIntercept) = (0.0, 0.0, 0.0)
            for anchor in anchors {
                let item = change(anchor.new.parameters)
                let chance = item.probability(at: ability)
                let weight = item.discrimination * chance * (1 - chance)
                gap += anchor.base.parameters.probability(at: ability) - chance
                bySlope += weight * (ability - change.intercept) / change.slope
                byIntercept += weight
            }
            squares += share * gap * gap
            gradient.slope -= share * gap * bySlope
            gradient.intercept -= share * gap * byIntercept
            curvature.slope += share * bySlope * bySlope
            curvature.both += share * bySlope * byIntercept
            curvature.intercept += share * byIntercept * byIntercept
        }
    }

    func step(_ damping: Double) -> (slope: Double, intercept: Double)? {
        let (first, second) = (curvature.slope * (1 + damping), curvature.intercept * (1 + damping))
        let determinant = first * second - curvature.both * curvature.both
        guard determinant > 1e-300 else { return nil }
        return (
            (gradient.slope * second - gradient.intercept * curvature.both) / determinant,
            (gradient.intercept * first - gradient.slope * curvature.both) / determinant
        )
    }
}

/// The mean and the deviation of some figures.
private struct Moments {
    let mean: Double
    let deviation: Double

    init(of figures: [Double]) {
        let mean = figures.reduce(0, +) / Double(figures.count)
        self.mean = mean
        let square = figures.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        deviation = (square / Double(figures.count - 1)).squareRoot()
    }
}
