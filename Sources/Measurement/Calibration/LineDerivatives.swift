/// First derivatives of a logarithm of likelihood by a line, and second ones' negatives.
struct LineDerivatives: Sendable {
    var slope = 0.0
    var intercept = 0.0
    var slopeSlope = 0.0
    var slopeIntercept = 0.0
    var interceptIntercept = 0.0

    mutating func add(slope ability: Double, gradient: Double, curvature: Double) {
        slope += gradient * ability
        intercept += gradient
        slopeSlope += curvature * ability * ability
        slopeIntercept += curvature * ability
        interceptIntercept += curvature
    }

    mutating func add(_ other: LineDerivatives) {
        slope += other.slope
        intercept += other.intercept
        addSecond(other, times: 1)
    }

    mutating func addSecond(_ other: LineDerivatives, times factor: Double) {
        slopeSlope += factor * other.slopeSlope
        slopeIntercept += factor * other.slopeIntercept
        interceptIntercept += factor * other.interceptIntercept
    }

    /// Newton's step; nil where second derivatives do not tell a direction.
    var step: (slope: Double, intercept: Double)? {
        let determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept
        guard determinant > 1e-12 else { return nil }
        return (
            (slope * interceptIntercept - intercept * slopeIntercept) / determinant,
            (intercept * slopeSlope - slope * slopeIntercept) / determinant
        )
    }

    /// The inverse of the second derivatives; nil unless they are positive definite.
    var inverse: Covariance? {
        let determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept
        guard determinant > 1e-12, slopeSlope > 0 else { return nil }
        return Covariance(
            slopeSlope: interceptIntercept / determinant, slopeIntercept: -slopeIntercept / determinant,
            interceptIntercept: slopeSlope / determinant)
    }
}
