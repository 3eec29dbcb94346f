import Glibc

/// What one answer says of ability, for each of the positions its item may have.
struct AnswerChances: Sendable {
    /// What is believed of the item without this answer.
    let others: VariantBeliefs.Normal
    /// The item's positions, as logits above the family's, with their weights.
    let shifts: [Double]
    let weights: [Double]
    /// The chance of a right answer at each point, position by position.
    let right: [Double]
    /// The chance of the answer that was given at each point, over all positions.
    let given: [Double]

    /// Where an item may lie, in standard deviations of what is believed of it, with the weights of Gauss and Hermite's
    /// quadrature (Abramowitz and Stegun, table 25.10, for a normal distribution).
    private static let deviations = [
        -3.750_439_717_725_742, -2.366_759_410_734_541, -1.154_405_394_739_968, 0, 1.154_405_394_739_968,
        2.366_759_410_734_541, 3.750_439_717_725_742,
    ]
    private static let weights = [
        0.000_548_268_855_972_2, 0.030_757_123_967_586_5, 0.240_123_178_605_012_7, 0.457_142_857_142_857_1,
        0.240_123_178_605_012_7, 0.030_757_123_967_586_5, 0.000_548_268_855_972_2,
    ]

    /// - Parameters:
    ///   - response: The answer.
    ///   - odds: exp of its family's logit at each point.
    ///   - others: What is believed of the item without this answer.
    init(of response: ItemResponse, odds: [Double], others: VariantBeliefs.Normal) {
        let deviation = others.variance.squareRoot()
        let shifts = deviation > 0 ? Self.deviations.map { others.mean + deviation * $0 } : [0]
        let weights = deviation > 0 ? Self.weights : [1]
        var given = [Double](repeating: 0, count: odds.count)
        var right = [Double](repeating: 0, count: odds.count * shifts.count)
        for index in shifts.indices {
            let shift = exp(shifts[index])
            for point in odds.indices {
                let shifted = odds[point] * shift
                let chance = shifted / (1 + shifted)
                right[index * odds.count + point] = chance
                given[point] += weights[index] * (response.isRight ? chance : 1 - chance)
            }
        }
        self.others = others
        self.shifts = shifts
        self.weights = weights
        self.right = right
        self.given = given
    }
}

/// What is expected at each ability after an answer, over the positions its item may have.
struct AnswerBelief {
    /// The mean and the variance of the item's position.
    private(set) var mean = 0.0
    private(set) var variance = 0.0
    /// By points: the answer less its chance, the square of that, and the variance of the answer, each times how
    /// likely the point is.
    private(set) var residuals: [Double]
    private(set) var squares: [Double]
    private(set) var weights: [Double]

    init(of response: ItemResponse, _ chances: AnswerChances, _ shares: [Double]) {
        residuals = Array(repeating: 0, count: shares.count)
        (squares, weights) = (residuals, residuals)
        let ability = zip(shares, chances.given).map { $0 / max($1, 1e-300) }
        var (all, second) = (0.0, 0.0)
        for (index, deviation) in chances.shifts.enumerated() {
            var sum = 0.0
            for point in shares.indices {
                let chance = chances.right[index * shares.count + point]
                let residual = (response.isRight ? 1 : 0) - chance
                let share = chances.weights[index] * (1 - abs(residual)) * ability[point]
                sum += share
                residuals[point] += share * residual
                squares[point] += share * residual * residual
                weights[point] += share * chance * (1 - chance)
            }
            all += sum
            mean += sum * deviation
            second += sum * deviation * deviation
        }
        mean /= all
        variance = max(second / all - mean * mean, 0)
        for point in shares.indices {
            residuals[point] /= all
            squares[point] /= all
            weights[point] /= all
        }
    }
}
