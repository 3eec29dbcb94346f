import Foundation
import PseudoTerminal
import Testing

@testable import Measurement

private func answer(_ discrimination: Double, _ difficulty: Double, _ isRight: Bool) -> Ability.Answer {
    Ability.Answer(item: ItemParameters(discrimination: discrimination, difficulty: difficulty), isRight: isRight)
}

/// Answers to items drawn at random.
private func answers(_ count: Int, seed: UInt64) -> [Ability.Answer] {
    var chance = Seeded(seed)
    return (0..<count).map { _ in
        answer(exp(0.3 * normal(using: &chance)), normal(using: &chance), .random(using: &chance))
    }
}

@Suite struct `An ability` {
    @Test func `of nobody's answers is what is known beforehand`() {
        let nobody = Ability.expected(of: [])
        #expect(abs(nobody.value) < 1e-12 && abs(nobody.error - 1) < 1e-6)
        #expect(Ability.mostLikely(of: []) == nil && Ability.weighted(of: []) == nil)
    }

    /// n of m right among items alike: the odds of the share, above their difficulty.
    @Test(arguments: [
        (1, 2, 1.0, 0.0), (3, 4, 1, 0), (3, 4, 2, 1), (1, 10, 0.7, -1), (9, 10, 1.5, 2), (50, 100, 1, 0.3),
    ])
    func `of items alike is the odds of the share`(right: Int, all: Int, a: Double, b: Double) throws {
        let given = (0..<all).map { answer(a, b, $0 < right) }
        let found = try #require(Ability.mostLikely(of: given))
        let share = Double(right) / Double(all)
        #expect(abs(found.value - (b + log(share / (1 - share)) / a)) < 1e-8)
        #expect(abs(found.error - 1 / (a * (Double(all) * share * (1 - share)).squareRoot())) < 1e-8)
    }

    /// Where all are of one kind, Warm's estimate adds half an answer to either side.
    @Test(arguments: [(0, 1), (1, 1), (0, 10), (10, 10), (3, 10), (25, 50)])
    func `weighted adds half an answer of either kind`(
        right: Int, all: Int
    ) throws {
        let given = (0..<all).map { answer(1, 0, $0 < right) }
        let found = try #require(Ability.weighted(of: given))
        #expect(abs(found.value - log((Double(right) + 0.5) / (Double(all - right) + 0.5))) < 1e-8)
    }

    @Test(arguments: [[true], [false], [true, true, true], [false, false]])
    func `that all right or all wrong would show is none`(
        given: [Bool]
    ) {
        #expect(Ability.mostLikely(of: given.map { answer(1, 0, $0) }) == nil)
    }

    /// An item that the able get wrong says by a wrong answer what others say by a right one.
    @Test func `that all answers push one way is none, whatever way items go`() throws {
        #expect(Ability.mostLikely(of: [answer(1, 0, true), answer(-1, 0, false)]) == nil)
        #expect(Ability.mostLikely(of: [answer(1, 0, false), answer(-1, 0, true)]) == nil)
        #expect(Ability.mostLikely(of: [answer(0, 0, true), answer(0, 1, false)]) == nil, "these tell nothing")
        #expect(Ability.mostLikely(of: [answer(1, 0, true), answer(0, 1, false)]) == nil)
        let both = try #require(Ability.mostLikely(of: [answer(1, 0, true), answer(-1, 0, true)]))
        #expect(abs(both.value) < 1e-8)
        let mixed = try #require(
            Ability.mostLikely(of: [answer(1, 1, true), answer(-1, 1, false), answer(1, 1, false)]))
        #expect(abs(mixed.value - (1 + log(2.0))) < 1e-8)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>) func `does not depend on the order of answers`(seed: UInt64) throws
    {
        let given = answers(15, seed: seed)
        var chance = Seeded(seed + 100)
        let shuffled = given.shuffled(using: &chance)
        let (one, two) = (Ability.expected(of: given), Ability.expected(of: shuffled))
        #expect(abs(one.value - two.value) < 1e-10 && abs(one.error - two.error) < 1e-10)
        let (first, second) = (Ability.mostLikely(of: given), Ability.mostLikely(of: shuffled))
        #expect(abs((first?.value ?? 9) - (second?.value ?? 9)) < 1e-8)
    }

    /// Right for wrong, and every item as far on the other side: the ability is as far on the other side.
    @Test(arguments: 1...12 as ClosedRange<UInt64>) func `is as far below for what is as far below`(seed: UInt64) throws
    {
        let given = answers(11, seed: seed)
        let mirrored = given.map { answer($0.item.discrimination, -$0.item.difficulty, !$0.isRight) }
        for estimate in [Ability.mostLikely, { Ability.expected(of: $0) }, Ability.weighted]
            as [([Ability.Answer]) -> Ability?]
        {
            guard let one = estimate(given) else { continue }
            let other = try #require(estimate(mirrored))
            #expect(abs(one.value + other.value) < 1e-7 && abs(one.error - other.error) < 1e-7)
        }
    }

    /// Each right answer more raises it; each answer of any kind makes it no less sure by much.
    @Test(arguments: 1...12 as ClosedRange<UInt64>) func `rises with each right answer`(seed: UInt64) throws {
        let given = answers(12, seed: seed)
        for place in given.indices where !given[place].isRight {
            var better = given
            better[place] = Ability.Answer(item: given[place].item, isRight: true)
            #expect(Ability.expected(of: better).value > Ability.expected(of: given).value)
            if let one = Ability.mostLikely(of: given), let two = Ability.mostLikely(of: better) {
                #expect(two.value > one.value)
            }
            #expect(try #require(Ability.weighted(of: better)).value > #require(Ability.weighted(of: given)).value)
        }
        for more in [true, false] {
            let item = given[0].item
            let (now, next) = (
                Ability.expected(of: given).value,
                Ability.expected(of: given + [.init(item: item, isRight: more)]).value
            )
            #expect((next > now) == more)
        }
    }

    /// The first derivative is 0 there, and the error is the curvature's.
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `is where the likelihood stands, with the error of its curvature`(
        seed: UInt64
    ) throws {
        let given = answers(20, seed: seed)
        guard let found = Ability.mostLikely(of: given) else { return }
        func height(_ ability: Double) -> Double {
            given.reduce(0) {
                $0 + log($1.isRight ? $1.item.probability(at: ability) : 1 - $1.item.probability(at: ability))
            }
        }
        let step = 1e-4
        let (below, here, above) = (height(found.value - step), height(found.value), height(found.value + step))
        #expect(abs(above - below) / (2 * step) < 1e-5)
        let curvature = (2 * here - above - below) / (step * step)
        #expect(abs(found.error - 1 / curvature.squareRoot()) < 1e-3)
    }

    @Test(arguments: [(8.0, 30), (0.01, 5), (3, 200)]) func `is finite whatever items are like`(a: Double, count: Int) {
        for right in [0, 1, count / 2, count] {
            let given = (0..<count).map { answer(a, Double($0 % 7) - 3, $0 < right) }
            let expected = Ability.expected(of: given)
            #expect(expected.value.isFinite && (0...1.1).contains(expected.error) && abs(expected.value) < 6)
            let weighted = Ability.weighted(of: given)
            #expect(weighted.map { $0.value.isFinite && $0.error > 0 } ?? false)
        }
    }
}

@Suite struct `A change of scale` {
    private let changes = [
        ScaleChange(slope: 1, intercept: 0), ScaleChange(slope: 2, intercept: -1),
        ScaleChange(slope: 0.7, intercept: 3),
    ]

    @Test func `changes no chance, and what is told by the square of the unit`() {
        for change in changes {
            for item in answers(20, seed: 3).map(\.item) {
                for value in stride(from: -3.0, through: 3, by: 0.5) {
                    let there = change(Ability(value: value, error: 0.4))
                    #expect(abs(change(item).probability(at: there.value) - item.probability(at: value)) < 1e-12)
                    let information = change(item).information(at: there.value) * change.slope * change.slope
                    #expect(abs(information - item.information(at: value)) < 1e-12)
                    #expect(abs(there.error - 0.4 * change.slope) < 1e-12)
                }
            }
        }
    }

    @Test func `and back is none`() {
        for change in changes {
            let back = ScaleChange(slope: 1 / change.slope, intercept: -change.intercept / change.slope)
            let item = CalibratedItem(
                parameters: ItemParameters(discrimination: 1.3, difficulty: -0.4), discriminationError: 0.1,
                difficultyError: 0.2, responses: 99)
            let again = back(change(item))
            #expect(
                abs(again.parameters.discrimination - 1.3) < 1e-12 && abs(again.parameters.difficulty + 0.4) < 1e-12)
            #expect(
                abs((again.discriminationError ?? 9) - 0.1) < 1e-12 && abs((again.difficultyError ?? 9) - 0.2) < 1e-12)
            #expect(again.responses == 99)
        }
    }

    /// Any change is found from anchors without error, by either way, whatever order they come in.
    @Test(arguments: [(0.25, -3.0), (0.8, 0), (1, 0), (1.6, 2), (4, 0.5)]) func `is found by what both have`(
        slope: Double, intercept: Double
    ) throws {
        let change = ScaleChange(slope: slope, intercept: intercept)
        let anchors = answers(8, seed: 11).enumerated().map { place, answer in
            func known(_ item: ItemParameters) -> CalibratedItem {
                CalibratedItem(parameters: item, discriminationError: 0.1, difficultyError: 0.1, responses: 300)
            }
            return Anchor(name: "\(place)", base: known(change(answer.item)), new: known(answer.item))
        }
        for order in [anchors, anchors.reversed()] {
            for found in [ScaleChange.meanSigma(order), ScaleChange.stockingLord(order), Equating(order)?.change] {
                let found = try #require(found)
                #expect(abs(found.slope - slope) < 1e-6 && abs(found.intercept - intercept) < 1e-6)
            }
        }
        #expect(try #require(Equating(anchors)).anchors.allSatisfy { abs($0.difference) < 1e-6 && !$0.hasDrifted })
    }

    /// What drifted, how far, and how sure that is: it has to matter and to be no chance.
    @Test(arguments: [
        (0.2, 0.01, false), (0.35, 0.01, true), (0.35, 0.2, false), (1, 0.2, true), (1, 0.4, false), (-1, 0.1, true),
    ])
    func `leaves out what moved by more than matters and chance explains`(by: Double, error: Double, drifts: Bool)
        throws
    {
        let anchors = answers(40, seed: 5).enumerated().map { place, answer in
            func known(_ shift: Double) -> CalibratedItem {
                CalibratedItem(
                    parameters: ItemParameters(discrimination: 1, difficulty: answer.item.difficulty + shift),
                    discriminationError: error, difficultyError: error, responses: 300)
            }
            return Anchor(name: "\(place)", base: known(0), new: known(place == 7 ? by : 0))
        }
        let found = try #require(Equating(anchors))
        #expect(found.anchors.filter(\.hasDrifted).map(\.name) == (drifts ? ["7"] : []))
        #expect(abs(found.anchors[7].difference - by) < 0.1)
        let own = try #require(found.anchors[7].error)
        #expect(abs(own - error * 2.squareRoot()) < 0.01)
        if drifts { #expect(abs(found.change.intercept) < 1e-6 && abs(found.change.slope - 1) < 1e-6) }
    }
}

@Suite struct `A pass mark` {
    private let items = answers(20, seed: 4).map(\.item)

    @Test func `rises with the share, and is where the share is expected`() throws {
        let shares = stride(from: 0.05, through: 0.95, by: 0.05).map { $0 }
        let abilities = try shares.map { try #require(items.ability(ofShare: $0)) }
        #expect(zip(abilities, abilities.dropFirst()).allSatisfy { $0 < $1 })
        for (share, ability) in zip(shares, abilities) {
            #expect(abs(items.expectedScore(at: ability) / 20 - share) < 1e-8)
        }
    }

    @Test(arguments: [-0.1, 0, 1, 1.1, .nan]) func `is nowhere for shares that there are not`(share: Double) {
        #expect(items.ability(ofShare: share) == nil)
    }

    @Test func `is nowhere where items do not discriminate`() {
        #expect([ItemParameters(discrimination: 0, difficulty: 1)].ability(ofShare: 0.5) == nil)
        #expect([ItemParameters(discrimination: -1, difficulty: 1)].ability(ofShare: 0.5) == nil)
        #expect(Bookmark([ItemParameters(discrimination: 0, difficulty: 1)], bookmarks: [0, 1]) == nil)
    }

    /// Raters' cuts move with the scale as abilities do, and their order does not matter.
    @Test func `by bookmarks follows the scale`() throws {
        let marks = [3, 9, 12, 20, 0]
        let found = try #require(Bookmark(items, bookmarks: marks))
        let shuffled = try #require(Bookmark(items.reversed(), bookmarks: marks.reversed()))
        #expect(abs(found.cut - shuffled.cut) < 1e-12 && abs(found.deviation - shuffled.deviation) < 1e-12)
        let change = ScaleChange(slope: 1.7, intercept: -0.6)
        let moved = try #require(Bookmark(items.map { change($0) }, bookmarks: marks))
        #expect(abs(moved.cut - change(Ability(value: found.cut, error: 0)).value) < 1e-9)
        #expect(abs(moved.standardError - 1.7 * found.standardError) < 1e-9)
        #expect(Bookmark.booklet(of: items.map { change($0) }) == Bookmark.booklet(of: items))
        #expect(found.cuts.count == 5 && found.cuts[3] == found.cuts.max() && found.cuts[4] == found.cuts.min())
    }
}
