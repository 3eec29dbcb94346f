/// Which model items are held to follow.
package enum CalibrationModel: String, Sendable, CaseIterable {
    /// All items discriminate alike (G. Rasch, "Probabilistic Models for Some Intelligence and Attainment Tests", 1960).
    case rasch
    /// Each item has its own discrimination.
    case twoParameter = "2pl"
}

/// Items' parameters by what people made of them: marginal maximum likelihood, in which abilities are normal with mean 0
/// and deviation 1 (Bock and Aitkin, 1981).
package struct Calibration: Sendable {
    /// The one that was fitted.
    package let model: CalibrationModel
    /// By their numbers; nil for an item that nobody answered, or that all answered alike, of which no finite difficulty
    /// follows.
    package let items: [CalibratedItem?]
    /// The logarithm of the marginal likelihood of all answers.
    package let logLikelihood: Double
    /// How often abilities and parameters were worked out from one another.
    package let rounds: Int
    /// Whether the last round moved no parameter by more than a hundred thousandth.
    package let isConverged: Bool

    private static let tolerance = 1e-5
    private static let limit = 2_000

    /// Calibrates items.
    package init(of responses: ItemResponses, model: CalibrationModel) {
        let counts = responses.counts
        let isLeftOut = counts.map { $0.right == 0 || $0.right == $0.answered }
        let forms = Form.forms(of: responses, leavingOut: isLeftOut)
        let quadrature = Quadrature(items: forms.map(\.items.count).max() ?? 0)
        let maximization = Maximization(
            model: model, quadrature: quadrature, counts: counts, isLeftOut: isLeftOut)
        func expectation(_ lines: Lines) -> Expectation {
            Expectation(of: forms, under: lines, itemCount: counts.count, quadrature: quadrature)
        }
        var lines = Lines(through: counts)
        let found = FixedPoint(from: lines.values, tolerance: Self.tolerance, limit: Self.limit) { values in
            lines.values = values
            let expected = expectation(lines)
            return (maximization.lines(lines, for: expected).values, expected.logLikelihood)
        }
        lines.values = found.values
        self.model = model
        rounds = found.steps
        isConverged = found.isFound
        let expected = expectation(lines)
        logLikelihood = expected.logLikelihood
        let covariances = InformationMatrix(of: forms, under: lines, expected: expected, quadrature: quadrature)
            .covariances(model: model, isLeftOut: isLeftOut)
        items = counts.indices.map { item in
            guard !isLeftOut[item] else { return nil }
            return CalibratedItem(
                slope: lines.slope(item), intercept: lines.intercept(item),
                covariance: covariances.flatMap { $0[item] },
                responses: counts[item].answered)
        }
    }
}

/// One item's parameters and how sure they are.
package struct CalibratedItem: Sendable, Equatable {
    /// The most likely ones.
    package let parameters: ItemParameters
    /// How far the discrimination would scatter with other people of the same kind; nil where answers do not tell.
    package let discriminationError: Double?
    /// The same of the difficulty, in standard deviations of ability.
    package let difficultyError: Double?
    /// How many people answered.
    package let responses: Int

    package init(
        parameters: ItemParameters, discriminationError: Double?, difficultyError: Double?, responses: Int
    ) {
        self.parameters = parameters
        self.discriminationError = discriminationError
        self.difficultyError = difficultyError
        self.responses = responses
    }

    /// Errors of ten deviations of ability and more, by their squares, say that answers do not tell.
    private static let untold = 100.0

    /// From a line; errors by the delta method, the difficulty being the intercept's negative over the slope.
    init(slope: Double, intercept: Double, covariance: Covariance?, responses: Int) {
        let difficulty = slope == 0 ? 0 : -intercept / slope
        let errors = covariance.flatMap { covariance -> (Double, Double)? in
            let variance =
                (difficulty * difficulty * covariance.slopeSlope + 2 * difficulty * covariance.slopeIntercept
                    + covariance.interceptIntercept) / (slope * slope)
            guard variance > 0, variance < Self.untold, covariance.slopeSlope > 0 else { return nil }
            return (covariance.slopeSlope.squareRoot(), variance.squareRoot())
        }
        self.init(
            parameters: ItemParameters(discrimination: slope, difficulty: difficulty),
            discriminationError: errors?.0, difficultyError: errors?.1, responses: responses)
    }
}
