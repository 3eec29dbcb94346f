/// How far the derivatives by lines of different families scatter together, since all answers of a person rest on one
/// ability: what is missing of the information about all lines, besides what each answer lacks by itself (as
/// `InformationMatrix` has it).
struct FamilyTies {
    /// Rows and columns in the order of `Lines`, the ties less than 0 where derivatives rise together.
    private(set) var matrix: SquareMatrix

    init(families: Int) { matrix = SquareMatrix(size: 2 * families) }

    /// Takes in the answers of a person.
    ///
    /// - Parameters:
    ///   - answers: The family of each, and its residuals by points, each times how likely the point is.
    ///   - shares: How likely each point is, but for a factor.
    ///   - points: The abilities.
    mutating func add(_ answers: [(family: Int, residuals: [Double])], _ shares: [Double], at points: [Double]) {
        let all = shares.reduce(0, +)
        let reach = shares.indices.filter { shares[$0] > 1e-16 * all }
        let roots = reach.map { (shares[$0] / all).squareRoot() }
        let places = reach.map { points[$0] }
        // A slope's derivative is the residual times the ability, an intercept's the residual itself.
        let rows = answers.flatMap { answer -> [[Double]] in
            let intercept = zip(reach, roots).map { answer.residuals[$0] / $1 }
            return [zip(intercept, places).map { $0 * $1 }, intercept]
        }
        let means = rows.map { dot($0, roots) }
        for row in rows.indices {
            let first = 2 * answers[row / 2].family + row % 2
            for column in 0..<(row / 2 * 2) {
                let second = 2 * answers[column / 2].family + column % 2
                let tie = dot(rows[row], rows[column]) - means[row] * means[column]
                matrix[first, second] -= tie
                matrix[second, first] -= tie
            }
        }
    }

    /// What ties take off the information about a slope that all families share, as less than 0.
    var ofCommonSlope: Double {
        stride(from: 0, to: matrix.size, by: 2).reduce(0) { sum, row in
            stride(from: 0, to: matrix.size, by: 2).reduce(sum) { $0 + matrix[row, $1] }
        }
    }

    /// The information about all lines together, with what each family's answers tell by themselves.
    func information(with own: [LineDerivatives]) -> SquareMatrix {
        var all = matrix
        for (family, own) in own.enumerated() {
            let (slope, intercept) = (2 * family, 2 * family + 1)
            all[slope, slope] += own.slopeSlope
            all[slope, intercept] += own.slopeIntercept
            all[intercept, slope] += own.slopeIntercept
            all[intercept, intercept] += own.interceptIntercept
        }
        return all
    }
}
