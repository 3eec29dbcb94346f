import BundledPacks
import Content
import Glibc
import Scoring
import Testing

@testable import Quiz

@Suite struct `What an item would tell` {
    let space: BeliefSpace
    let items: [Item]

    init() throws {
        space = try bundledBeliefs()
        items = try visitItems(120, seed: 11)
    }

    private func predictions(of item: Item) throws -> Predictions {
        try #require(Predictions(item, in: space, for: Array(space.hypotheses.indices)))
    }

    /// Weights of no pattern; about half of them 0.
    private func weights(seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        let drawn = space.hypotheses.map { _ in Double(generator.below(100) - 50) }
        let total = drawn.reduce(0) { $0 + max(0, $1) }
        return drawn.map { max(0, $0) / total }
    }

    /// The mutual information of hypothesis and answer in bits, summed up answer by answer.
    private func mutualInformation(_ predictions: Predictions, _ weights: [Double], _ model: AnswerModel) -> Double {
        let others = (predictions.responses.count..<predictions.possible).map { Response("another answer \($0)") }
        var information = 0.0
        for response in predictions.responses + others {
            let likelihoods = predictions.likelihoods(of: response, model)
            let joint = zip(likelihoods, weights).map { $0 * $1 }
            let total = joint.reduce(0, +)
            for (likelihood, both) in zip(likelihoods, joint) where both > 0 {
                information += both * log2(likelihood / total)
            }
        }
        return information
    }

    @Test(arguments: 0..<6 as Range<UInt64>) func `is the mutual information of belief and answer`(seed: UInt64) throws
    {
        var models = [AnswerModel(), AnswerModel(), AnswerModel().after(hints: 2)]
        models[1].slip = 0.3
        models[1].slipToKey = 0.1
        models[1].guess = 0.2
        for (number, item) in items.enumerated() {
            let predictions = try predictions(of: item)
            let weights = weights(seed: seed &* 1_000 &+ UInt64(number))
            let model = models[number % models.count]
            let gain = predictions.gain(weights, model)
            #expect(abs(gain - mutualInformation(predictions, weights, model)) < 1e-9, "\(item.id)")
            #expect(gain >= 0)
        }
    }

    @Test func `is nothing where all would answer alike`() throws {
        for item in items {
            let predictions = try predictions(of: item)
            for position in Set(predictions.positions) {
                let alike = predictions.positions.map { $0 == position ? 1.0 : 0 }
                let total = alike.reduce(0, +)
                #expect(predictions.gain(alike.map { $0 / total }, AnswerModel()) < 1e-9, "\(item.id)")
            }
            #expect(predictions.gain(space.prior.map { _ in 0 }, AnswerModel()) == 0)
        }
    }

    @Test func `is a bit at most for two beliefs, and close to it where they part and nobody slips`() throws {
        var faultless = AnswerModel()
        faultless.slip = 0.000_1
        faultless.guess = 0
        for item in items {
            let predictions = try predictions(of: item)
            guard let other = predictions.positions.firstIndex(where: { $0 ?? 0 > 0 }) else { continue }
            var weights = space.hypotheses.map { _ in 0.0 }
            weights[space.right] = 0.5
            weights[other] = 0.5
            #expect((0.99...1).contains(predictions.gain(weights, faultless)), "\(item.id)")
            #expect(predictions.gain(weights, AnswerModel()) < predictions.gain(weights, faultless))
        }
    }

    @Test func `answers are a distribution under every hypothesis`() throws {
        for item in items {
            let predictions = try predictions(of: item)
            let others = (predictions.responses.count..<predictions.possible).map { Response("another answer \($0)") }
            var totals = space.hypotheses.map { _ in 0.0 }
            for response in predictions.responses + others {
                let likelihoods = predictions.likelihoods(of: response, AnswerModel())
                for position in totals.indices { totals[position] += likelihoods[position] }
            }
            #expect(totals.allSatisfy { abs($0 - 1) < 1e-9 }, "\(item.id)")
        }
    }
}
