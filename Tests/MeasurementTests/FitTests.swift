import Foundation
import PseudoTerminal
import Testing

@testable import Measurement

@Suite struct `The chi-square distribution` {
    /// With one, two and four degrees of freedom it has closed forms.
    @Test(arguments: [1e-6, 0.01, 0.5, 1, 2, 3.841458820694124, 5.99, 9.487729036781154, 20, 50, 200])
    func `is what closed forms say`(x: Double) {
        let forms = [(1, erfc((x / 2).squareRoot())), (2, exp(-x / 2)), (4, exp(-x / 2) * (1 + x / 2))]
        for (freedom, chance) in forms {
            #expect(
                abs(ChiSquare.pValue(ofAtLeast: x, freedom: freedom) - chance) < 1e-12 + 1e-9 * chance, "\(freedom)")
        }
        // Each two degrees more add a term.
        for freedom in [1, 2, 3, 7, 20, 99] {
            let half = Double(freedom) / 2
            let term = exp(half * log(x / 2) - x / 2 - lgamma(half + 1))
            let (less, more) = (
                ChiSquare.pValue(ofAtLeast: x, freedom: freedom), ChiSquare.pValue(ofAtLeast: x, freedom: freedom + 2)
            )
            #expect(abs(more - less - term) < 1e-11, "\(freedom)")
        }
    }

    /// The upper five and one in a hundred, as every table has them.
    @Test(arguments: [
        (1, 3.841, 6.635), (2, 5.991, 9.210), (5, 11.070, 15.086), (10, 18.307, 23.209), (30, 43.773, 50.892),
        (100, 124.342, 135.807),
    ])
    func `is what tables say`(freedom: Int, five: Double, one: Double) {
        #expect(abs(ChiSquare.pValue(ofAtLeast: five, freedom: freedom) - 0.05) < 1e-4)
        #expect(abs(ChiSquare.pValue(ofAtLeast: one, freedom: freedom) - 0.01) < 1e-4)
    }

    @Test(arguments: [1, 2, 9, 100, 1_000]) func `falls from one to nothing`(freedom: Int) {
        let values = [-5, 0, 1e-9, 0.1, 1, 5, 20, 100, 999, 1_500, 5_000, 1e6].map {
            ChiSquare.pValue(ofAtLeast: $0, freedom: freedom)
        }
        #expect(values.prefix(2) == [1, 1] && values.allSatisfy { (0...1).contains($0) })
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 } && (values.last ?? 1) < 1e-12)
    }
}

@Suite struct `A difference between groups` {
    /// Responses to one item: for each level how many of the reference and of the focal group were right and wrong.
    private func found(_ levels: [(Int, Int, Int, Int)], others: Int = 0) throws -> DifferentialFunctioning? {
        var (rows, isFocal, strata): ([[ItemResponse]], [Bool?], [Int]) = ([], [], [])
        for (level, counts) in levels.enumerated() {
            let kinds: [(Int, Bool?, Bool)] = [
                (counts.0, false, true), (counts.1, false, false), (counts.2, true, true), (counts.3, true, false),
                (others, nil, true),
            ]
            for (count, focal, isRight) in kinds {
                for _ in 0..<count {
                    rows.append([ItemResponse(item: 0, isRight: isRight)])
                    isFocal.append(focal)
                    strata.append(level)
                }
            }
        }
        let data = try #require(ItemResponses(itemCount: 1, people: rows))
        return DifferentialFunctioning.items(of: data, isFocal: isFocal, strata: strata)[0]
    }

    /// On one level the ratio is the table's own, and its logarithm's error Woolf's.
    @Test(arguments: [(20, 10, 15, 30), (5, 5, 5, 5), (90, 10, 40, 60), (1, 2, 3, 4)])
    func `of one level is the table's own`(a: Int, b: Int, c: Int, d: Int) throws {
        let one = try #require(try found([(a, b, c, d)]))
        #expect(abs(one.oddsRatio - Double(a * d) / Double(b * c)) < 1e-12)
        let woolf = [a, b, c, d].reduce(0) { $0 + 1 / Double($1) }.squareRoot()
        #expect(abs(one.logError - woolf) < 1e-12)
        let all = Double(a + b + c + d)
        let (first, second, right) = (Double(a + b), Double(c + d), Double(a + c))
        let gap = max(0, abs(Double(a) - first * right / all) - 0.5)
        let statistic = gap * gap * all * all * (all - 1) / (first * second * right * (all - right))
        #expect(abs(one.statistic - statistic) < 1e-9)
        #expect(abs(one.pValue - erfc((statistic / 2).squareRoot())) < 1e-9)
        #expect(one.reference == a + b && one.focal == c + d)
    }

    private let levels = [(12, 20, 5, 25), (20, 14, 9, 16), (30, 6, 12, 9)]

    @Test func `turns round with the groups, and with right and wrong`() throws {
        let one = try #require(try found(levels))
        let groups = try #require(try found(levels.map { ($0.2, $0.3, $0.0, $0.1) }))
        let answers = try #require(try found(levels.map { ($0.1, $0.0, $0.3, $0.2) }))
        for other in [groups, answers] {
            #expect(abs(one.oddsRatio * other.oddsRatio - 1) < 1e-12 && abs(one.delta + other.delta) < 1e-12)
            #expect(abs(one.logError - other.logError) < 1e-12 && abs(one.pValue - other.pValue) < 1e-12)
            #expect(one.size == other.size)
        }
    }

    @Test func `is moved by nobody of neither group, by no level of one group, and by no order`() throws {
        let one = try #require(try found(levels))
        #expect(try found(levels, others: 9) == one)
        #expect(try found(levels + [(7, 3, 0, 0)]) == one && found(levels + [(0, 0, 4, 4)]) == one)
        let turned = try #require(try found(levels.reversed()))
        #expect(abs(turned.oddsRatio - one.oddsRatio) < 1e-12 && abs(turned.logError - one.logError) < 1e-12)
    }

    /// Twice as many people of the same kinds: the same ratio, known better by the root of two.
    @Test func `is known better by more people`() throws {
        let one = try #require(try found(levels))
        let twice = try #require(try found(levels.map { (2 * $0.0, 2 * $0.1, 2 * $0.2, 2 * $0.3) }))
        #expect(abs(one.oddsRatio - twice.oddsRatio) < 1e-12)
        #expect(abs(one.logError / twice.logError - 2.squareRoot()) < 1e-12 && twice.statistic > one.statistic)
    }

    @Test func `cannot be told where no level has both`() throws {
        for levels in [
            [], [(5, 5, 0, 0)], [(5, 0, 5, 0)], [(0, 5, 0, 5)], [(3, 0, 0, 0), (0, 0, 3, 3)],
        ] {
            #expect(try found(levels) == nil, "\(levels)")
        }
    }

    /// On one level of thirty against thirty: the gap is 30 less 15, the variance 30 * 30 * 30 * 30 over 60 * 60 * 59.
    @Test func `is as large as can be where groups do not overlap`() throws {
        let harder = try #require(try found([(30, 0, 0, 30)]))
        #expect(harder.oddsRatio == .infinity && harder.delta == -.infinity && harder.size == .large)
        let statistic = 14.5 * 14.5 / (30.0 * 30 * 30 * 30 / (60 * 60 * 59))
        #expect(abs(harder.statistic - statistic) < 1e-9 && !harder.isUntold)
        let easier = try #require(try found([(0, 30, 30, 0)]))
        #expect(easier.oddsRatio == 0 && easier.delta == .infinity && easier.size == .large)
        #expect(easier.statistic == harder.statistic)
        // One of each may do so by chance, and few are too few to tell.
        let one = try #require(try found([(1, 0, 0, 1)]))
        #expect(one.size == .negligible && one.isUntold)
        #expect(try #require(try found([(24, 0, 0, 30)])).isUntold)
    }

    /// Educational Testing Service's classes: by how much, and whether that is certain.
    @Test(
        arguments: [
            ([(50, 50, 50, 50)], "A"), ([(60, 40, 50, 50)], "A"), ([(620, 380, 500, 500)], "B"),
            ([(700, 300, 500, 500)], "C"),
            ([(300, 700, 500, 500)], "C"), ([(7, 3, 5, 5)], "A"), ([(66, 34, 50, 50)], "B"),
        ] as [([(Int, Int, Int, Int)], String)]) func `is of a class by how much and how surely`(
            levels: [(Int, Int, Int, Int)], size: String
        ) throws
    {
        #expect(try #require(try found(levels)).size.rawValue == size)
    }

    @Test func `compares people of one level, or of one tenth`() throws {
        let same = try #require(ItemResponses([[true, true], [true, false], [false, false]]))
        #expect(same.strata(by: [9, 9, 9]) == [2, 1, 0])
        let others = try #require(ItemResponses((0..<20).map { $0 == 0 ? [true, nil] : [true, false] }))
        let strata = others.strata(by: (0..<20).map { Double((7 * $0) % 20) })
        #expect(strata == (0..<20).map { (7 * $0) % 20 / 2 })
        #expect(try #require(ItemResponses(itemCount: 1, people: [])).strata(by: []) == [])
    }
}

@Suite struct `Mean squares` {
    /// As many right and wrong as expected among answers alike: each residual is what it should be.
    @Test(arguments: [(0.5, 1, 1), (0.75, 3, 1), (0.2, 1, 4), (0.9, 9, 1)])
    func `are one where answers scatter as they should`(
        chance: Double, right: Int, wrong: Int
    ) throws {
        let answers = (0..<right + wrong).map { (isRight: $0 < right, chance: chance) }
        let squares = try #require(MeanSquares(of: answers))
        #expect(abs(squares.outfit - 1) < 1e-12 && abs(squares.infit - 1) < 1e-12 && squares.answers == right + wrong)
        #expect(!squares.isErratic)
        #expect(chance == 0.5 ? squares.outfitZ == nil && squares.infitZ == nil : squares.outfitZ != nil)
    }

    @Test func `rise with surprise, outfit by the far ones and infit by the near`() throws {
        let calm = (0..<40).map { (isRight: $0.isMultiple(of: 2), chance: 0.4 + 0.2 * Double($0 % 3) / 2) }
        let base = try #require(MeanSquares(of: calm))
        let far = try #require(MeanSquares(of: calm + [(isRight: false, chance: 0.99)]))
        let near = try #require(MeanSquares(of: calm + [(isRight: false, chance: 0.6)]))
        #expect(far.outfit > base.outfit + 1 && far.outfit - base.outfit > 5 * (far.infit - base.infit))
        #expect(near.outfit - base.outfit < 0.1 && far.isErratic && !near.isErratic)
        #expect(MeanSquares(of: []) == nil)
        let sure = try #require(MeanSquares(of: [(isRight: false, chance: 1), (isRight: true, chance: 0)]))
        #expect(sure.outfit.isFinite && sure.infit.isFinite)
    }

    @Test func `are those of people who had some right and some wrong`() throws {
        let items = [0.0, 0.5, -0.5].map { ItemParameters(discrimination: 1, difficulty: $0) }
        let rows = [[true, false, true], [false, true, true], [true, false, false]]
        let data = try responses(rows)
        let more = try responses(rows + [[true, true, true], [false, false, false]])
        #expect(MeanSquares.items(of: data, items) == MeanSquares.items(of: more, items))
        let none = MeanSquares.items(of: try responses([[true, true, true]]), items)
        #expect(none.allSatisfy { $0 == nil })
        let partly = MeanSquares.items(of: data, [items[0], nil, items[2]])
        #expect(partly[1] == nil && partly[0] != nil)
    }
}

@Suite struct `Scores of a test` {
    /// Every pattern of answers, one by one, against the recursion.
    @Test(arguments: 1...7) func `are as likely as all their patterns together`(count: Int) {
        var chance = Seeded(UInt64(count))
        let items = (0..<count).map { _ in
            ItemParameters(discrimination: exp(0.4 * normal(using: &chance)), difficulty: normal(using: &chance))
        }
        let quadrature = Quadrature(items: count)
        var (shares, right) = ([Double](repeating: 0, count: count + 1), [Double](repeating: 0, count: count + 1))
        for pattern in 0..<1 << count {
            let likelihood = zip(quadrature.points, quadrature.weights).reduce(0) { sum, point in
                sum + point.1
                    * items.indices.reduce(1) { product, item in
                        let one = items[item].probability(at: point.0)
                        return product * (pattern >> item & 1 == 1 ? one : 1 - one)
                    }
            }
            shares[pattern.nonzeroBitCount] += likelihood
            if pattern & 1 == 1 { right[pattern.nonzeroBitCount] += likelihood }
        }
        let found = ScoreDistribution(of: items)
        #expect(near(found.shares, shares, within: 1e-12))
        #expect(near(found.shares(ofRight: 0), zip(right, shares).map { $0 / $1 }, within: 1e-10))
        #expect(abs(found.shares.reduce(0, +) - 1) < 1e-12)
    }

    @Test func `fit the same whatever order people come in, and twice as badly twice`() throws {
        let rows = try table("LSAT7")
        let items = [0.988, 1.081, 1.706, 0.765, 0.736].enumerated().map { place, a in
            ItemParameters(discrimination: a, difficulty: [-1.8785, -0.7475, -1.0574, -0.6353, -2.5204][place])
        }
        let one = SummedScoreFit.items(of: try responses(rows), items, model: .twoParameter)
        var chance = Seeded(3)
        #expect(
            SummedScoreFit.items(of: try responses(rows.shuffled(using: &chance)), items, model: .twoParameter) == one)
        let twice = SummedScoreFit.items(of: try responses(rows + rows), items, model: .twoParameter)
        for (first, second) in zip(one.compactMap(\.self), twice.compactMap(\.self))
        where first.freedom == second.freedom {
            #expect(abs(second.statistic - 2 * first.statistic) < 1e-6 && second.pValue < first.pValue)
        }
        let rasch = SummedScoreFit.items(of: try responses(rows), items, model: .rasch)
        #expect(zip(one, rasch).allSatisfy { ($0?.freedom ?? 0) + 1 == $1?.freedom && $0?.statistic == $1?.statistic })
    }

    @Test func `are not told where not everybody had every item, or there are too few`() throws {
        let items = (0..<4).map { ItemParameters(discrimination: 1, difficulty: Double($0) - 1.5) }
        let gaps = try #require(ItemResponses([[true, false, true, nil], [true, true, false, false]]))
        #expect(SummedScoreFit.items(of: gaps, items, model: .rasch).allSatisfy { $0 == nil })
        let two = try responses([[true, false], [false, true]])
        #expect(SummedScoreFit.items(of: two, Array(items.prefix(2)), model: .rasch).allSatisfy { $0 == nil })
        let few = try responses([[true, false, true, false]])
        #expect(SummedScoreFit.items(of: few, items, model: .twoParameter).allSatisfy { $0 == nil })
        let nobody = try #require(ItemResponses(itemCount: 4, people: []))
        #expect(SummedScoreFit.items(of: nobody, items, model: .rasch).allSatisfy { $0 == nil })
    }
}
