import Glibc

/// The lines under which expected abilities and given answers are most likely: the second half of each round.
struct Maximization {
    let model: CalibrationModel
    let quadrature: Quadrature
    /// How many people answered each item, and how many of them were right.
    let counts: [(answered: Int, right: Int)]
    let isLeftOut: [Bool]

    /// No item tells more apart, or less, than logits of this many for a standard deviation; one that would is not
    /// estimable from so few answers.
    static let slopes = -8.0...8.0
    /// Whether a slope would go further if it might: answers do not tell how far.
    static func isAtEnd(_ slope: Double) -> Bool { abs(slope) > slopes.upperBound - 1e-6 }
    private static let rounds = 25

    /// The best lines, found from others by Newton's method.
    func lines(_ lines: Lines, for expected: Expectation) -> Lines {
        switch model {
        case .twoParameter: ownSlopes(lines, for: expected)
        case .rasch: commonSlope(lines, for: expected)
        }
    }

    private func ownSlopes(_ start: Lines, for expected: Expectation) -> Lines {
        var lines = start
        for item in counts.indices where !isLeftOut[item] {
            for _ in 0..<Self.rounds {
                guard var (slope, intercept) = derivatives(of: item, under: lines, for: expected).step else { break }
                let longest = max(abs(slope), abs(intercept))
                if longest > 1 { (slope, intercept) = (slope / longest, intercept / longest) }
                lines.values[2 * item] += slope
                lines.values[2 * item + 1] += intercept
                if longest < 1e-8 { break }
            }
            lines.values[2 * item] = min(max(lines.slope(item), Self.slopes.lowerBound), Self.slopes.upperBound)
        }
        return lines
    }

    /// Newton's steps for one slope and every intercept; an intercept meets the others only in the slope.
    private func commonSlope(_ start: Lines, for expected: Expectation) -> Lines {
        var lines = start
        let items = counts.indices.filter { !isLeftOut[$0] }
        for _ in 0..<Self.rounds {
            let at = items.map { derivatives(of: $0, under: lines, for: expected) }
            var (gradient, curvature) = (0.0, 0.0)
            for own in at {
                gradient += own.slope - own.slopeIntercept * own.intercept / own.interceptIntercept
                curvature += own.slopeSlope - own.slopeIntercept * own.slopeIntercept / own.interceptIntercept
            }
            let slope = min(max(gradient / max(curvature, 1e-12), -1), 1)
            var longest = abs(slope)
            for (item, own) in zip(items, at) {
                let intercept = min(
                    max((own.intercept - own.slopeIntercept * slope) / own.interceptIntercept, -1), 1)
                longest = max(longest, abs(intercept))
                lines.values[2 * item] += slope
                lines.values[2 * item + 1] += intercept
            }
            if longest < 1e-8 { break }
        }
        return lines
    }

    /// The first derivatives of an item's expected logarithm of likelihood, and the second ones' negatives.
    private func derivatives(of item: Int, under lines: Lines, for expected: Expectation) -> LineDerivatives {
        var at = LineDerivatives()
        at.slope = expected.abilityRight[item]
        at.intercept = Double(counts[item].right)
        let points = quadrature.points
        let start = item * points.count
        for (point, ability) in points.enumerated() {
            let people = expected.atPoint[start + point]
            guard people > 1e-12 else { continue }
            let chance = logistic(lines.logit(item, at: ability))
            let weight = people * chance * (1 - chance)
            at.slope -= people * chance * ability
            at.intercept -= people * chance
            at.slopeSlope += weight * ability * ability
            at.slopeIntercept += weight * ability
            at.interceptIntercept += weight
        }
        at.interceptIntercept = max(at.interceptIntercept, 1e-12)
        return at
    }
}
