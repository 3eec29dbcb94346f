import Foundation
import PseudoTerminal
import Testing

@testable import Measurement

/// The marginal likelihood of answers, worked out plainly: every pattern at every point.
private struct Likelihood {
    let patterns: [(pattern: [Bool], count: Double)]
    let points: [Double]
    let weights: [Double]

    init(_ rows: [[Bool]], points count: Int) {
        patterns = Dictionary(grouping: rows) { $0 }.map { ($0.key, Double($0.value.count)) }
        points = (0..<count).map { -6 + 12 * Double($0) / Double(count - 1) }
        let densities = points.map { exp(-$0 * $0 / 2) }
        let sum = densities.reduce(0, +)
        weights = densities.map { $0 / sum }
    }

    /// Under slopes and intercepts, item by item.
    func callAsFunction(_ lines: [(slope: Double, intercept: Double)]) -> Double {
        var logs: [(right: [Double], wrong: [Double])] = []
        for line in lines {
            let logits = points.map { line.slope * $0 + line.intercept }
            logs.append((logits.map { 1 / (1 + exp(-$0)) }, logits.map { 1 / (1 + exp($0)) }))
        }
        return patterns.reduce(0) { sum, own in
            var chances = weights
            for (place, isRight) in own.pattern.enumerated() {
                let factors = isRight ? logs[place].right : logs[place].wrong
                for point in chances.indices { chances[point] *= factors[point] }
            }
            return sum + own.count * log(chances.reduce(0, +))
        }
    }

    /// The second derivatives' negatives, by differences.
    func curvature(at values: [Double], _ lines: ([Double]) -> [(slope: Double, intercept: Double)]) -> SquareMatrix {
        let step = 1e-3
        func height(_ moves: [(Int, Double)]) -> Double {
            var moved = values
            for (place, by) in moves { moved[place] += by }
            return self(lines(moved))
        }
        var matrix = SquareMatrix(size: values.count)
        let here = height([])
        for row in values.indices {
            for column in 0...row {
                let second =
                    row == column
                    ? (height([(row, step)]) - 2 * here + height([(row, -step)])) / (step * step)
                    : (height([(row, step), (column, step)]) - height([(row, step), (column, -step)])
                        - height([(row, -step), (column, step)]) + height([(row, -step), (column, -step)]))
                        / (4 * step * step)
                matrix[row, column] = -second
                matrix[column, row] = -second
            }
        }
        return matrix
    }
}

extension CalibratedItem {
    fileprivate var line: (slope: Double, intercept: Double) {
        (parameters.discrimination, -parameters.discrimination * parameters.difficulty)
    }
}

@Suite struct `A calibration` {
    @Test(arguments: ["LSAT6", "LSAT7"], CalibrationModel.allCases)
    func `is the top of the likelihood, with the errors of its curvature`(
        name: String, model: CalibrationModel
    ) throws {
        let rows = try table(name)
        let calibration = Calibration(of: try responses(rows), model: model)
        let items = calibration.items.compactMap(\.self)
        let likelihood = Likelihood(rows, points: 61)
        // Slopes and intercepts as one list; the Rasch model has one slope for all.
        let intercepts = items.map(\.line.intercept)
        let (values, lines): ([Double], ([Double]) -> [(slope: Double, intercept: Double)]) =
            model == .rasch
            ? ([items[0].line.slope] + intercepts, { own in own.dropFirst().map { (own[0], $0) } })
            : (
                items.flatMap { [$0.line.slope, $0.line.intercept] },
                { own in stride(from: 0, to: own.count, by: 2).map { (own[$0], own[$0 + 1]) } }
            )
        let top = likelihood(lines(values))
        #expect(abs(top - calibration.logLikelihood) < 1e-6)
        for place in values.indices {
            for move in [-0.02, 0.02] {
                var moved = values
                moved[place] += move
                #expect(likelihood(lines(moved)) < top, "\(place)")
            }
        }
        let inverse = try #require(likelihood.curvature(at: values, lines).inverse)
        for (place, item) in items.enumerated() {
            let (slope, intercept) = model == .rasch ? (0, place + 1) : (2 * place, 2 * place + 1)
            #expect(abs((item.discriminationError ?? 0) - inverse[slope, slope].squareRoot()) < 1e-3)
            let difficulty = item.parameters.difficulty
            let variance =
                (difficulty * difficulty * inverse[slope, slope] + 2 * difficulty * inverse[slope, intercept]
                    + inverse[intercept, intercept]) / (item.line.slope * item.line.slope)
            #expect(abs((item.difficultyError ?? 0) - variance.squareRoot()) < 2e-3)
        }
    }

    /// Ten times as many points tell the same.
    @Test func `has points enough`() throws {
        let rows = try table("LSAT6")
        for model in CalibrationModel.allCases {
            let calibration = Calibration(of: try responses(rows), model: model)
            let lines = calibration.items.compactMap { $0?.line }
            #expect(abs(Likelihood(rows, points: 601)(lines) - calibration.logLikelihood) < 1e-6)
        }
    }

    private static func figures(_ rows: [[Bool?]], _ model: CalibrationModel) throws -> Calibration {
        Calibration(of: try #require(ItemResponses(rows)), model: model)
    }

    private static let rows = Sample(people: 200, items: 6, spread: 0.2, seed: 21).rows.map { $0.map(Optional.init) }

    @Test(arguments: CalibrationModel.allCases) func `of right for wrong is the other way round`(
        model: CalibrationModel
    ) throws {
        let one = try Self.figures(Self.rows, model)
        let other = try Self.figures(Self.rows.map { $0.map { $0.map { !$0 } } }, model)
        #expect(abs(one.logLikelihood - other.logLikelihood) < 1e-4)
        for (first, second) in zip(one.items.compactMap(\.self), other.items.compactMap(\.self)) {
            #expect(abs(first.parameters.difficulty + second.parameters.difficulty) < 2e-3)
            #expect(abs(first.parameters.discrimination - second.parameters.discrimination) < 2e-3)
            #expect(abs((first.difficultyError ?? 0) - (second.difficultyError ?? 1)) < 2e-3)
        }
    }

    @Test(arguments: CalibrationModel.allCases) func `of everybody twice is the same, surer by the root of two`(
        model: CalibrationModel
    )
        throws
    {
        let one = try Self.figures(Self.rows, model)
        let twice = try Self.figures(Self.rows + Self.rows, model)
        #expect(abs(twice.logLikelihood - 2 * one.logLikelihood) < 1e-3)
        for (first, second) in zip(one.items.compactMap(\.self), twice.items.compactMap(\.self)) {
            #expect(abs(first.parameters.difficulty - second.parameters.difficulty) < 1e-3)
            #expect(abs((first.difficultyError ?? 0) / (second.difficultyError ?? 1) - 2.squareRoot()) < 1e-2)
            #expect(second.responses == 2 * first.responses)
        }
    }

    @Test(arguments: CalibrationModel.allCases)
    func `is moved by nobody who answered nothing, and by no item that nobody had`(
        model: CalibrationModel
    ) throws {
        let one = try Self.figures(Self.rows, model)
        let others = try Self.figures(Self.rows.map { $0 + [nil] } + [[Bool?](repeating: nil, count: 7)], model)
        #expect(others.items.last == .some(nil))
        for (first, second) in zip(one.items, others.items) {
            #expect(abs((first?.parameters.difficulty ?? 9) - (second?.parameters.difficulty ?? 0)) < 1e-6)
        }
    }

    /// The right answers that the model expects are those that were given: so it stands at its top.
    @Test(arguments: CalibrationModel.allCases) func `expects as many right answers as there were`(
        model: CalibrationModel
    ) throws {
        let calibration = try Self.figures(Self.rows, model)
        let items = calibration.items.compactMap { $0?.parameters }
        let likelihood = Likelihood(Self.rows.map { $0.map { $0 ?? false } }, points: 121)
        for place in items.indices {
            var expected = 0.0
            for own in likelihood.patterns {
                var shares = likelihood.weights
                for (item, isRight) in zip(items, own.pattern) {
                    for point in shares.indices {
                        let chance = item.probability(at: likelihood.points[point])
                        shares[point] *= isRight ? chance : 1 - chance
                    }
                }
                let sum = shares.reduce(0, +)
                let chances = likelihood.points.map { items[place].probability(at: $0) }
                expected += own.count * dot(shares, chances) / sum
            }
            #expect(abs(expected - Double(Self.rows.count { $0[place] == true })) < 0.02)
        }
    }

    /// What answers cannot tell is told as such: a perfect order, one person, one item, answers that contradict.
    @Test(arguments: CalibrationModel.allCases) func `is finite where answers tell everything apart, or nothing`(
        model: CalibrationModel
    )
        throws
    {
        let guttman = (0...6).flatMap { right in
            Array(repeating: (0..<6).map { Optional($0 < right) }, count: 10)
        }
        let two = [[true, false], [false, true]].map { $0.map(Optional.init) }
        let tables: [[[Bool?]]] = [
            guttman, Array(guttman.prefix(1)), [[true]], [[true], [false]], two,
            Array(repeating: two, count: 40).flatMap { $0 },
            [[true, nil], [nil, false]], [[true, nil], [false, nil], [nil, true], [nil, false]],
        ]
        for rows in tables {
            let calibration = try Self.figures(rows, model)
            #expect(calibration.logLikelihood.isFinite && calibration.logLikelihood <= 0)
            for item in calibration.items.compactMap(\.self) {
                #expect(item.parameters.discrimination.isFinite && item.parameters.difficulty.isFinite)
                #expect(item.difficultyError.map { $0.isFinite && $0 > 0 } ?? true)
            }
        }
        // With one item nothing tells discrimination; its difficulty has the sign of its odds.
        let one = try Self.figures(Array(repeating: [true], count: 30) + Array(repeating: [false], count: 10), model)
        #expect(one.items[0].map { $0.parameters.probability(at: 0) > 0.5 } ?? false)
    }

    @Test func `tells easier items from harder ones by how many were right`() throws {
        let items = try Self.figures(Self.rows, .rasch).items.compactMap(\.self)
        let right = (0..<6).map { place in Self.rows.count { $0[place] == true } }
        let order = items.indices.sorted { right[$0] > right[$1] }
        let difficulties = order.map { items[$0].parameters.difficulty }
        #expect(zip(difficulties, difficulties.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(Set(items.map(\.parameters.discrimination)).count == 1)
    }
}

/// The marginal likelihood of answers to items that nobody else got, worked out plainly: at every ability an answer is as
/// likely as over all items that its family may make.
private struct FreshLikelihood {
    let patterns: [(pattern: [Bool], count: Double)]
    let deviation: Double

    private static func normal(_ count: Int, to end: Double) -> [(point: Double, weight: Double)] {
        let points = (0..<count).map { -end + 2 * end * Double($0) / Double(count - 1) }
        let sum = points.reduce(0) { $0 + exp(-$1 * $1 / 2) }
        return points.map { ($0, exp(-$0 * $0 / 2) / sum) }
    }

    func callAsFunction(_ lines: [(slope: Double, intercept: Double)]) -> Double {
        let (abilities, items) = (Self.normal(61, to: 6), Self.normal(31, to: 5))
        let right = lines.map { line in
            abilities.map { ability in
                items.reduce(0) { sum, item in
                    let logit = line.slope * ability.point + line.intercept + deviation * item.point
                    return sum + item.weight / (1 + exp(-logit))
                }
            }
        }
        return patterns.reduce(0) { sum, own in
            var chances = abilities.map(\.weight)
            for (place, isRight) in own.pattern.enumerated() {
                for point in chances.indices {
                    chances[point] *= isRight ? right[place][point] : 1 - right[place][point]
                }
            }
            return sum + own.count * log(chances.reduce(0, +))
        }
    }

    /// The second derivatives' negatives, by differences.
    func curvature(at values: [Double], _ lines: ([Double]) -> [(slope: Double, intercept: Double)]) -> SquareMatrix {
        let step = 2e-3
        func height(_ row: Int, _ first: Double, _ column: Int, _ second: Double) -> Double {
            var moved = values
            moved[row] += first * step
            moved[column] += second * step
            return self(lines(moved))
        }
        var matrix = SquareMatrix(size: values.count)
        for row in values.indices {
            for column in 0...row {
                let second =
                    height(row, 1, column, 1) - height(row, 1, column, -1) - height(row, -1, column, 1)
                    + height(row, -1, column, -1)
                matrix[row, column] = -second / (4 * step * step)
                matrix[column, row] = matrix[row, column]
            }
        }
        return matrix
    }
}

@Suite struct `Errors of families` {
    /// Everybody got an item of each family that nobody else got.
    @Test(arguments: CalibrationModel.allCases) func `are those of the likelihood's curvature`(
        model: CalibrationModel
    ) throws {
        let rows = Sample(people: 400, items: 5, spread: 0.2, seed: 31).rows
        let people = rows.enumerated().map { person, row in
            row.enumerated().map { ItemResponse(item: $0 * rows.count + person, isRight: $1) }
        }
        let data = try #require(ItemResponses(itemCount: 5 * rows.count, people: people))
        let families = try #require(Families(count: 5, ofItem: (0..<5 * rows.count).map { $0 / rows.count }))
        let calibration = FamilyCalibration(of: data, families: families, model: model)
        let items = calibration.families.compactMap { $0?.mean }
        try #require(items.count == 5 && calibration.isConverged)
        let intercepts = items.map(\.line.intercept)
        let (values, lines): ([Double], ([Double]) -> [(slope: Double, intercept: Double)]) =
            model == .rasch
            ? ([items[0].line.slope] + intercepts, { own in own.dropFirst().map { (own[0], $0) } })
            : (
                items.flatMap { [$0.line.slope, $0.line.intercept] },
                { own in stride(from: 0, to: own.count, by: 2).map { (own[$0], own[$0 + 1]) } }
            )
        let likelihood = FreshLikelihood(
            patterns: Dictionary(grouping: rows) { $0 }.map { ($0.key, Double($0.value.count)) },
            deviation: calibration.deviation)
        let inverse = try #require(likelihood.curvature(at: values, lines).inverse)
        for (place, item) in items.enumerated() {
            let (slope, intercept) = model == .rasch ? (0, place + 1) : (2 * place, 2 * place + 1)
            let difficulty = item.parameters.difficulty
            let variance =
                (difficulty * difficulty * inverse[slope, slope] + 2 * difficulty * inverse[slope, intercept]
                    + inverse[intercept, intercept]) / (item.line.slope * item.line.slope)
            #expect(abs((item.difficultyError ?? 0) / variance.squareRoot() - 1) < 0.01)
            #expect(abs((item.discriminationError ?? 0) / inverse[slope, slope].squareRoot() - 1) < 0.01)
        }
    }
}
