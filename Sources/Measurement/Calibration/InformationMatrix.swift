/// How far the slope and the intercept of an item's line scatter, each and together.
struct Covariance: Sendable, Equatable {
    var slopeSlope: Double
    var slopeIntercept: Double
    var interceptIntercept: Double
}

/// The observed information about all lines together: what there would be if abilities were known, less what is missing
/// because they are not, which is how far the derivatives scatter by the abilities that each person may have (T. A. Louis,
/// "Finding the observed information matrix when using the EM algorithm", Journal of the Royal Statistical Society B 44
/// (1982)).
struct InformationMatrix {
    /// Rows and columns in the order of `Lines`: a slope and an intercept for each item.
    private var matrix: SquareMatrix
    private let quadrature: Quadrature
    private let itemCount: Int

    init(of forms: [Form], under lines: Lines, expected: Expectation, quadrature: Quadrature) {
        itemCount = lines.values.count / 2
        self.quadrature = quadrature
        matrix = SquareMatrix(size: lines.values.count)
        let chances = lines.table(at: quadrature.points, logistic)
        let wrong = lines.table(at: quadrature.points) { -softplus($0) }
        addComplete(chances, expected: expected)
        for form in forms {
            let posterior = Posterior(of: form, under: lines, wrong: wrong, quadrature: quadrature)
            takeOffMissing(form, Spread(of: form, posterior, points: quadrature.points), chances: chances)
        }
    }

    /// The covariances of each item's line; nil where the information does not suffice.
    func covariances(model: CalibrationModel, isLeftOut: [Bool]) -> [Covariance?]? {
        matrix.lineCovariances(model: model, isLeftOut: isLeftOut)
    }

    private mutating func addComplete(_ chances: [[Double]], expected: Expectation) {
        let points = quadrature.points
        for item in 0..<itemCount {
            for (point, ability) in points.enumerated() {
                let chance = chances[item][point]
                let weight = expected.atPoint[item * points.count + point] * chance * (1 - chance)
                matrix[2 * item, 2 * item] += weight * ability * ability
                matrix[2 * item, 2 * item + 1] += weight * ability
                matrix[2 * item + 1, 2 * item + 1] += weight
            }
            matrix[2 * item + 1, 2 * item] = matrix[2 * item, 2 * item + 1]
        }
    }

    /// A person's derivative by an intercept is the answer, 1 or 0, less its chance; by a slope that times ability. What
    /// of it varies with ability is the same for everybody with the form, but for the slopes of right answers.
    private mutating func takeOffMissing(_ form: Form, _ spread: Spread, chances: [[Double]]) {
        // Two rows an item, in the order of the form.
        let varying = form.items.flatMap { item in
            [zip(chances[item], quadrature.points).map { -$0 * $1 }, chances[item].map { -$0 }]
        }
        let rows = form.items.flatMap { [2 * $0, 2 * $0 + 1] }
        for (index, row) in rows.enumerated() {
            let spreadOut = spread.times(varying[index])
            let right = index.isMultiple(of: 2) ? spread.ofRight[index / 2] : nil
            for (other, column) in rows[...index].enumerated() {
                var missing = dot(spreadOut, varying[other])
                if let right { missing += dot(right, varying[other]) }
                if other.isMultiple(of: 2) {
                    missing += dot(spread.ofRight[other / 2], varying[index])
                    if index.isMultiple(of: 2) { missing += spread.ofBothRight[index / 2, other / 2] }
                }
                matrix[row, column] -= missing
                if row != column { matrix[column, row] -= missing }
            }
        }
    }
}

extension SquareMatrix {
    /// The covariances of lines, of the information about all of them in the order of `Lines`; nil where it does not
    /// suffice. Lines that are left out have none; nor does one of which its own answers do not tell, which is taken for
    /// known lest nothing be told of the others.
    func lineCovariances(model: CalibrationModel, isLeftOut: [Bool]) -> [Covariance?]? {
        let items = isLeftOut.indices.filter { !isLeftOut[$0] }
        if let all = lineCovariances(of: items, model) { return all }
        let told = items.filter { item in
            let (slope, intercept) = (2 * item, 2 * item + 1)
            return self[slope, slope] * self[intercept, intercept] > self[slope, intercept] * self[slope, intercept]
                && self[slope, slope] > 0
        }
        return told.count < items.count ? lineCovariances(of: told, model) : nil
    }

    private func lineCovariances(of items: [Int], _ model: CalibrationModel) -> [Covariance?]? {
        // Which row of the matrix to be inverted each slope and intercept is in; the Rasch model has one slope for all.
        func slope(_ index: Int) -> Int { model == .rasch ? 0 : 2 * index }
        func intercept(_ index: Int) -> Int { model == .rasch ? index + 1 : 2 * index + 1 }
        var reduced = SquareMatrix(size: model == .rasch ? items.count + 1 : 2 * items.count)
        for (row, first) in items.enumerated() {
            for (column, second) in items.enumerated() {
                reduced[slope(row), slope(column)] += self[2 * first, 2 * second]
                reduced[slope(row), intercept(column)] += self[2 * first, 2 * second + 1]
                reduced[intercept(row), slope(column)] += self[2 * first + 1, 2 * second]
                reduced[intercept(row), intercept(column)] += self[2 * first + 1, 2 * second + 1]
            }
        }
        guard let inverse = reduced.inverse else { return nil }
        var covariances = [Covariance?](repeating: nil, count: size / 2)
        for (index, item) in items.enumerated() {
            covariances[item] = Covariance(
                slopeSlope: inverse[slope(index), slope(index)],
                slopeIntercept: inverse[slope(index), intercept(index)],
                interceptIntercept: inverse[intercept(index), intercept(index)])
        }
        return covariances
    }
}

/// How abilities of the people with a form scatter by what they answered, summed over them.
private struct Spread {
    /// The covariance of being at one point and at another.
    private var ofPoints: SquareMatrix
    /// For each item, over those who had it right, the covariance of ability and being at a point.
    private(set) var ofRight: [[Double]]
    /// For two items, the variance of ability over those who had both right.
    private(set) var ofBothRight: SquareMatrix

    init(of form: Form, _ posterior: Posterior, points: [Double]) {
        ofPoints = SquareMatrix(size: points.count)
        ofRight = Array(repeating: Array(repeating: 0, count: points.count), count: form.items.count)
        ofBothRight = SquareMatrix(size: form.items.count)
        var posterior = posterior
        for right in form.right {
            _ = posterior.take(right)
            var variance = 0.0
            for point in posterior.reach {
                let share = posterior.shares[point]
                variance += share * (points[point] - posterior.mean) * (points[point] - posterior.mean)
                ofPoints[point, point] += share
                for other in posterior.reach { ofPoints[point, other] -= share * posterior.shares[other] }
            }
            for index in right {
                for point in posterior.reach {
                    ofRight[index][point] += posterior.shares[point] * (points[point] - posterior.mean)
                }
                for other in right { ofBothRight[index, other] += variance }
            }
        }
    }

    func times(_ vector: [Double]) -> [Double] { ofPoints.times(vector) }
}
