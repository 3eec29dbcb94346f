import Foundation
import PseudoTerminal
import Testing

@testable import Measurement

private func item(_ discrimination: Double, _ difficulty: Double) -> ItemParameters {
    ItemParameters(discrimination: discrimination, difficulty: difficulty)
}

@Suite struct `The model of an item` {
    @Test(arguments: [
        (1.0, 0.0, 0.0, 0.5), (1, 0, 1.0986122886681098, 0.75), (2, 0, 1.0986122886681098, 0.9), (1, 1, 1, 0.5),
        (0.5, -1, 1, 0.7310585786300049),
        (-1, 0, 1.0986122886681098, 0.25), (0, 5, -7, 0.5), (8, 0, 100, 1), (8, 0, -100, 0),
    ]) func `gives chances by their odds`(a: Double, b: Double, ability: Double, chance: Double) {
        let one = item(a, b)
        #expect(abs(one.probability(at: ability) - chance) < 1e-15)
        #expect(abs(one.information(at: ability) - a * a * chance * (1 - chance)) < 1e-13)
    }

    /// What an answer tells is the slope of the curve squared over its variance, and the most where half are right.
    @Test(arguments: [0.3, 1, 1.7, 4, -1.2], [-2.0, 0, 0.6])
    func `tells the most where half are right`(a: Double, b: Double) {
        let one = item(a, b)
        for ability in stride(from: -4.0, through: 4, by: 0.25) {
            let (here, step) = (one.probability(at: ability), 1e-5)
            let slope = (one.probability(at: ability + step) - one.probability(at: ability - step)) / (2 * step)
            #expect(abs(one.information(at: ability) - slope * slope / (here * (1 - here))) < 1e-6)
            #expect(one.information(at: ability) <= one.information(at: b) + 1e-15)
            #expect(abs(one.probability(at: b + ability) + one.probability(at: b - ability) - 1) < 1e-14)
        }
        #expect(abs(one.information(at: b) - a * a / 4) < 1e-15)
    }

    @Test(arguments: [-800, -40, -1e-9, 0, 1e-9, 1, 40, 800]) func `takes logarithms that neither overflow nor vanish`(
        x: Double
    ) {
        #expect(softplus(x).isFinite && softplus(x) >= max(0, x))
        #expect(abs(softplus(x) - softplus(-x) - x) <= 1e-12 * max(1, abs(x)))
        if abs(x) < 30 { #expect(abs(softplus(x) - log(1 + exp(x))) < 1e-12) }
        if abs(x) < 30 { #expect(abs(logOdds(logistic(x)) - x) < 1e-3 * max(1, abs(x))) }
    }

    @Test func `of many items is the sum of each`() {
        let items = [item(1, 0), item(2, 1), item(0.5, -3)]
        #expect(abs(items.expectedScore(at: 0.3) - items.map { $0.probability(at: 0.3) }.reduce(0, +)) < 1e-15)
        #expect(abs(items.information(at: 0.3) - items.map { $0.information(at: 0.3) }.reduce(0, +)) < 1e-15)
        #expect([ItemParameters]().expectedScore(at: 1) == 0 && [ItemParameters]().information(at: 1) == 0)
    }
}

@Suite struct `Points for abilities` {
    @Test(arguments: [0, 1, 5, 60, 240, 1_000, 100_000]) func `stand for a standard normal`(items: Int) {
        let quadrature = Quadrature(items: items)
        #expect((61...241).contains(quadrature.points.count) && quadrature.points.count == quadrature.weights.count)
        func moment(_ power: Double) -> Double { dot(quadrature.weights, quadrature.points.map { pow($0, power) }) }
        // Its first moments; of the eighth what lies beyond six deviations is missing.
        for (power, value, error) in [
            (0.0, 1.0, 1e-14), (1, 0, 1e-14), (2, 1, 1e-6), (3, 0, 1e-12), (4, 3, 1e-4), (6, 15, 0.01),
        ] {
            #expect(abs(moment(power) - value) < error, "\(power)")
        }
        #expect(zip(quadrature.points, quadrature.points.reversed()).allSatisfy { abs($0 + $1) < 1e-12 })
    }

    /// Against twenty times as many points, which is what integration would come to.
    @Test(arguments: [1, 3, 10, 40, 120], [0.5, 1, 2]) func `integrate answers as finely as is needed`(
        count: Int, discrimination: Double
    ) {
        var chance = Seeded(UInt64(count))
        let answers = (0..<count).map { _ in
            Ability.Answer(item: item(discrimination, normal(using: &chance)), isRight: .random(using: &chance))
        }
        let found = Ability.expected(of: answers)
        let points = (0...4_000).map { -8 + 16 * Double($0) / 4_000 }
        let logs = points.map { point in
            answers.reduce(-point * point / 2) { sum, answer in
                let chance = answer.item.probability(at: point)
                return sum + log(answer.isRight ? chance : 1 - chance)
            }
        }
        let most = logs.max() ?? 0
        let shares = logs.map { exp($0 - most) }
        let sum = shares.reduce(0, +)
        let mean = dot(shares, points) / sum
        let deviation = (dot(shares, points.map { ($0 - mean) * ($0 - mean) }) / sum).squareRoot()
        #expect(abs(found.value - mean) < 1e-5 && abs(found.error - deviation) < 1e-5)
    }
}

@Suite struct `A matrix` {
    @Test(arguments: 0...9) func `times its inverse is one`(size: Int) throws {
        var chance = Seeded(UInt64(size) + 1)
        let rows = (0..<size).map { _ in (0..<size + 2).map { _ in normal(using: &chance) } }
        var matrix = SquareMatrix(size: size)
        for row in 0..<size { for column in 0..<size { matrix[row, column] = dot(rows[row], rows[column]) } }
        let inverse = try #require(matrix.inverse)
        for row in 0..<size {
            let product = matrix.times((0..<size).map { inverse[$0, row] })
            for column in 0..<size {
                #expect(abs(product[column] - (row == column ? 1 : 0)) < 1e-8)
                #expect(abs(inverse[row, column] - inverse[column, row]) < 1e-8)
            }
        }
    }

    @Test(arguments: [
        [[0.0]], [[-1]], [[1, 1], [1, 1]], [[1, 2], [2, 1]], [[1, 0, 1], [0, 1, 1], [1, 1, 2]], [[.nan]],
    ])
    func `that is not positive definite has none`(rows: [[Double]]) {
        var matrix = SquareMatrix(size: rows.count)
        for row in rows.indices { for column in rows.indices { matrix[row, column] = rows[row][column] } }
        #expect(matrix.inverse == nil)
    }
}

@Suite struct `A step that is taken until it stands` {
    @Test(arguments: [0.0, 0.3, 0.9, 0.99, -0.5]) func `finds where it leads to, sooner than step by step`(
        factor: Double
    ) {
        var steps = 0
        let found = FixedPoint(from: [100, -3], tolerance: 1e-9, limit: 10_000) { values in
            steps += 1
            let next = [factor * values[0] + (1 - factor) * 7, factor * values[1] - (1 - factor) * 2]
            return (next, -abs(next[0] - 7) - abs(next[1] + 2))
        }
        #expect(found.isFound && near(found.values, [7, -2], within: 1e-6))
        #expect(found.steps == steps && steps < 60)
    }

    @Test func `ends where it leads nowhere, and says so`() {
        let found = FixedPoint(from: [0], tolerance: 1e-9, limit: 50) { ([$0[0] + 1], $0[0]) }
        #expect(!found.isFound && found.steps <= 52 && found.values[0].isFinite)
        let wild = FixedPoint(from: [1], tolerance: 1e-9, limit: 50) { ([-2 * $0[0]], -abs($0[0])) }
        #expect(wild.steps <= 52)
    }
}
