import Glibc

/// What answers tell of a person's ability, in standard deviations of those whom the items were calibrated on.
package struct Ability: Sendable, Equatable {
    /// The estimate.
    package let value: Double
    /// How far the value would scatter if the person were measured again: the standard error, or the deviation of what
    /// is still possible.
    package let error: Double

    package init(value: Double, error: Double) {
        self.value = value
        self.error = error
    }

    /// An answer to an item whose parameters are known.
    package struct Answer: Sendable, Equatable {
        /// What was answered.
        package let item: ItemParameters
        /// Whether the answer was right, wholly.
        package let isRight: Bool

        package init(item: ItemParameters, isRight: Bool) {
            self.item = item
            self.isRight = isRight
        }

        /// More than 0 where the answer speaks for more ability, less where for less: a right one for less where an item
        /// is had right by the less able.
        fileprivate var direction: Double { isRight ? item.discrimination : -item.discrimination }
    }

    /// The mean of what is possible after the answers for somebody of the people who were calibrated on: expected a
    /// posteriori (R. D. Bock and R. J. Mislevy, "Adaptive EAP estimation of ability in a microcomputer environment",
    /// Applied Psychological Measurement 6 (1982)). Few answers leave it near to 0, and its error near to 1.
    package static func expected(of answers: [Answer]) -> Ability {
        let quadrature = Quadrature(items: answers.count)
        let logs = zip(quadrature.points, quadrature.weights).map { point, weight in
            answers.reduce(log(weight)) { sum, answer in
                let logit = answer.item.discrimination * (point - answer.item.difficulty)
                return sum - softplus(answer.isRight ? -logit : logit)
            }
        }
        let most = logs.max() ?? 0
        let shares = logs.map { exp($0 - most) }
        let sum = shares.reduce(0, +)
        let mean = dot(shares, quadrature.points) / sum
        let square = dot(shares, quadrature.points.map { ($0 - mean) * ($0 - mean) }) / sum
        return Ability(value: mean, error: square.squareRoot())
    }

    /// The ability under which the answers are most likely, whoever gave them; nil where all of them speak for more, or
    /// all for less, as answers do that are all right or all wrong: no finite ability makes these most likely.
    package static func mostLikely(of answers: [Answer]) -> Ability? {
        guard answers.contains(where: { $0.direction > 0 }), answers.contains(where: { $0.direction < 0 }) else {
            return nil
        }
        return root(of: answers) { $0.slope }
    }

    /// The ability under which the answers are most likely when each is weighed by what items tell there, which takes the
    /// bias off, and which even answers that are all right have (T. A. Warm, "Weighted likelihood estimation of ability in
    /// item response theory", Psychometrika 54 (1989)); nil without answers.
    package static func weighted(of answers: [Answer]) -> Ability? {
        guard !answers.isEmpty else { return nil }
        return root(of: answers) { $0.slope + $0.skew / (2 * $0.information) }
    }

    /// Beyond these nobody is looked for.
    private static let range = -12.0...12.0

    /// Where a function that falls over ability is 0, by halving.
    private static func root(of answers: [Answer], _ function: (Likelihood) -> Double) -> Ability {
        var (below, above) = (range.lowerBound, range.upperBound)
        while above - below > 1e-10 {
            let middle = (below + above) / 2
            if function(Likelihood(of: answers, at: middle)) > 0 { below = middle } else { above = middle }
        }
        let value = (below + above) / 2
        return Ability(value: value, error: 1 / Likelihood(of: answers, at: value).information.squareRoot())
    }

    /// Derivatives of the logarithm of the likelihood at an ability.
    private struct Likelihood {
        /// The first derivative.
        var slope = 0.0
        /// The second one's negative.
        var information = 1e-300
        /// The sum of first times second derivatives of the chances over their variances.
        var skew = 0.0

        init(of answers: [Answer], at ability: Double) {
            for answer in answers {
                let discrimination = answer.item.discrimination
                let chance = answer.item.probability(at: ability)
                let square = discrimination * discrimination * chance * (1 - chance)
                slope += discrimination * ((answer.isRight ? 1 : 0) - chance)
                information += square
                skew += discrimination * square * (1 - 2 * chance)
            }
        }
    }
}

extension ItemResponses {
    /// What each person answered to items that have parameters.
    package func answers(to items: [ItemParameters?]) -> [[Ability.Answer]] {
        people.map { row in
            row.compactMap { response in
                items[response.item].map { Ability.Answer(item: $0, isRight: response.isRight) }
            }
        }
    }
}
