import Glibc

/// What responses are expected to tell of abilities under given lines: the first half of each round of the EM algorithm
/// of R. D. Bock and M. Aitkin, "Marginal maximum likelihood estimation of item parameters: application of an EM
/// algorithm", Psychometrika 46 (1981).
///
/// The likelihood of the two-parameter logistic model needs of an item's right answers only how many there are and the
/// sum of the abilities behind them, so that a person costs one pass over right answers and one over the points.
struct Expectation: Sendable {
    /// The logarithm of the marginal likelihood.
    private(set) var logLikelihood = 0.0
    /// How many people with the item are expected at each point, item by item.
    private(set) var atPoint: [Double]
    /// The sum of abilities expected behind each item's right answers.
    private(set) var abilityRight: [Double]

    private let quadrature: Quadrature

    init(of forms: [Form], under lines: Lines, itemCount: Int, quadrature: Quadrature) {
        self.quadrature = quadrature
        atPoint = Array(repeating: 0, count: itemCount * quadrature.points.count)
        abilityRight = Array(repeating: 0, count: itemCount)
        let wrong = lines.table(at: quadrature.points) { -softplus($0) }
        for form in forms { add(form, under: lines, wrong: wrong) }
    }

    private mutating func add(_ form: Form, under lines: Lines, wrong: [[Double]]) {
        var posterior = Posterior(of: form, under: lines, wrong: wrong, quadrature: quadrature)
        var sum = [Double](repeating: 0, count: quadrature.points.count)
        for right in form.right {
            logLikelihood += posterior.take(right)
            let mean = posterior.mean
            for index in right { abilityRight[form.items[index]] += mean }
            for point in posterior.reach { sum[point] += posterior.shares[point] }
        }
        for item in form.items {
            let start = item * sum.count
            for point in sum.indices { atPoint[start + point] += sum[point] }
        }
    }
}

/// How likely each ability is for a person by their answers to a form.
struct Posterior {
    /// The share of each point; only those within `reach` count.
    private(set) var shares: [Double]
    /// The points whose share is above rounding.
    private(set) var reach = 0..<0
    private(set) var mean = 0.0

    private let points: [Double]
    /// The logarithm of each point's weight times the chance there that the whole form is answered wrong.
    private let base: [Double]
    private let slopes: [Double]
    private let intercepts: [Double]

    /// Shares less than exp(-40) of the largest are beyond what sums can hold.
    private static let negligible = -40.0

    /// Nobody's yet; `wrong` is the logarithm of the chance of a wrong answer to each item at each point.
    init(of form: Form, under lines: Lines, wrong: [[Double]], quadrature: Quadrature) {
        points = quadrature.points
        shares = Array(repeating: 0, count: points.count)
        slopes = form.items.map { lines.slope($0) }
        intercepts = form.items.map { lines.intercept($0) }
        var base = quadrature.weights.map { log($0) }
        for item in form.items {
            for point in points.indices { base[point] += wrong[item][point] }
        }
        self.base = base
    }

    /// Takes in the places of a person's right answers; gives the logarithm of how likely these answers are.
    mutating func take(_ right: [Int]) -> Double {
        var (slope, intercept) = (0.0, 0.0)
        for index in right {
            slope += slopes[index]
            intercept += intercepts[index]
        }
        // The logarithms are concave over ability, so that what counts lies round the largest.
        var top = base.count / 2
        func height(_ point: Int) -> Double { slope * points[point] + base[point] }
        while top + 1 < base.count, height(top + 1) > height(top) { top += 1 }
        while top > 0, height(top - 1) > height(top) { top -= 1 }
        let most = height(top)
        var (first, end) = (top, top)
        while end < base.count, height(end) - most > Self.negligible { end += 1 }
        while first > 0, height(first - 1) - most > Self.negligible { first -= 1 }
        reach = first..<end
        var sum = 0.0
        for point in reach {
            shares[point] = exp(height(point) - most)
            sum += shares[point]
        }
        mean = 0
        for point in reach {
            shares[point] /= sum
            mean += shares[point] * points[point]
        }
        return log(sum) + most + intercept
    }
}
