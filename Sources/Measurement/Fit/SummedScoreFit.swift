import Glibc

/// How far the shares of right answers at each number of right answers in the whole test lie from what the model expects:
/// the S-X2 statistic of M. Orlando and D. Thissen, "Likelihood-based item-fit indices for dichotomous item response theory
/// models", Applied Psychological Measurement 24 (2000). It needs no estimate of anybody's ability.
package struct SummedScoreFit: Sendable, Equatable {
    /// Chi-square distributed where the model holds.
    package let statistic: Double
    /// Degrees of freedom.
    package let freedom: Int
    /// The chance of a statistic at least this large where the model holds.
    package let pValue: Double

    /// Each item's, where everybody answered every item that has parameters.
    ///
    /// - Parameters:
    ///   - responses: What people answered.
    ///   - items: The items' parameters by their numbers; nil where there are none.
    ///   - model: Whose parameters they are: each item costs two degrees of freedom, or one where the discrimination is
    ///     common to all.
    /// - Returns: By the items' numbers; nil where not everybody did, and for an item of which too few scores are left once
    ///   those that expect fewer than one answer of a kind are put together.
    package static func items(
        of responses: ItemResponses, _ items: [ItemParameters?], model: CalibrationModel
    ) -> [SummedScoreFit?] {
        let known = items.indices.filter { items[$0] != nil }
        let parameters = known.compactMap { items[$0] }
        let rows = responses.people.map { row in row.filter { items[$0.item] != nil } }
        guard known.count > 2, !rows.isEmpty, rows.allSatisfy({ $0.count == known.count }) else {
            return items.map { _ in nil }
        }
        var people = [Double](repeating: 0, count: known.count + 1)
        var right = Array(repeating: people, count: known.count)
        for row in rows {
            let score = row.count { $0.isRight }
            people[score] += 1
            for index in row.indices where row[index].isRight { right[index][score] += 1 }
        }
        let scores = ScoreDistribution(of: parameters)
        var fits = [SummedScoreFit?](repeating: nil, count: items.count)
        for (index, item) in known.enumerated() {
            let expected = scores.shares(ofRight: index)
            let cells = (1..<known.count).map {
                Cell(people: people[$0], right: right[index][$0], expected: people[$0] * expected[$0])
            }
            fits[item] = SummedScoreFit(of: cells, parameters: model == .rasch ? 1 : 2)
        }
        return fits
    }

    private init?(of cells: [Cell], parameters: Int) {
        let joined = Cell.joined(cells)
        freedom = joined.count - parameters
        guard freedom > 0 else { return nil }
        statistic = joined.reduce(0) { sum, cell in
            let gap = cell.right - cell.expected
            return sum + gap * gap * cell.people / (cell.expected * (cell.people - cell.expected))
        }
        pValue = ChiSquare.pValue(ofAtLeast: statistic, freedom: freedom)
    }
}

/// People with one number of right answers, or with neighbouring ones.
private struct Cell {
    var people: Double
    /// Who had the item right, and who was expected to.
    var right: Double
    var expected: Double

    /// Fewer than one expected answer, right or wrong, makes the statistic jump.
    private var isThin: Bool { expected < 1 || people - expected < 1 }

    /// Cells, from either end on, joined with the next one inward while they are thin.
    static func joined(_ cells: [Cell]) -> [Cell] {
        let middle = cells.count / 2
        let low = inward(cells[..<middle])
        let high = inward(cells[middle...].reversed())
        var all = low.whole + high.whole.reversed()
        for rest in [low.rest, high.rest] {
            guard let rest else { continue }
            guard !all.isEmpty else {
                all = [rest]
                continue
            }
            let index = min(low.whole.count, all.count - 1)
            all[index] = all[index] + rest
        }
        return all.filter { !$0.isThin }
    }

    private static func inward(_ cells: some Sequence<Cell>) -> (whole: [Cell], rest: Cell?) {
        var whole: [Cell] = []
        var rest: Cell?
        for cell in cells {
            let sum = rest.map { $0 + cell } ?? cell
            if sum.isThin {
                rest = sum
            } else {
                whole.append(sum)
                rest = nil
            }
        }
        return (whole, rest)
    }

    static func + (one: Cell, other: Cell) -> Cell {
        Cell(
            people: one.people + other.people, right: one.right + other.right,
            expected: one.expected + other.expected)
    }
}

/// How likely each number of right answers is for people of every ability, by the recursion of F. M. Lord and M. S.
/// Wingersky, "Comparison of IRT true-score and equipercentile observed-score 'equatings'", Applied Psychological
/// Measurement 8 (1984).
struct ScoreDistribution {
    private let quadrature: Quadrature
    /// The chance of each item at each point.
    private let chances: [[Double]]
    /// The share of people with each number of right answers.
    let shares: [Double]

    init(of items: [ItemParameters]) {
        let quadrature = Quadrature(items: items.count)
        self.quadrature = quadrature
        chances = items.map { item in quadrature.points.map { item.probability(at: $0) } }
        shares = Self.sum(Self.scores(of: chances, quadrature), quadrature.weights)
    }

    /// Of the people with each number of right answers, the share who have an item right.
    func shares(ofRight item: Int) -> [Double] {
        var others = chances
        let own = others.remove(at: item)
        let right = Self.sum(Self.scores(of: others, quadrature), zip(quadrature.weights, own).map { $0 * $1 })
        return zip(shares, [0] + right).map { $0 > 0 ? $1 / $0 : 0 }
    }

    /// The chance of each number of right answers, and within it at each point.
    private static func scores(of chances: [[Double]], _ quadrature: Quadrature) -> [[Double]] {
        var scores = [Array(repeating: 1.0, count: quadrature.points.count)]
        for own in chances {
            scores.append(Array(repeating: 0, count: own.count))
            for score in scores.indices.reversed() {
                for point in own.indices {
                    let below = score > 0 ? scores[score - 1][point] * own[point] : 0
                    scores[score][point] = scores[score][point] * (1 - own[point]) + below
                }
            }
        }
        return scores
    }

    private static func sum(_ scores: [[Double]], _ weights: [Double]) -> [Double] { scores.map { dot($0, weights) } }
}
