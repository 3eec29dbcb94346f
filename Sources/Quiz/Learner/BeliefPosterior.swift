import Content
import Glibc
package import Scoring

/// What a learner may believe, in the light of the answers given so far.
///
/// Each answer multiplies the weight of every hypothesis by how likely the answer is under it. Before each answer all
/// weights move a little towards what they were beforehand, since learners learn: so an old belief is forgotten when
/// answers no longer speak for it, and none is ever ruled out.
package struct BeliefPosterior: Sendable {
    /// What may be believed.
    package let space: BeliefSpace
    /// The logarithm of each hypothesis's weight; only their differences matter.
    private var logWeights: [Double]

    /// How far weights move towards the beginning at each answer.
    package static let drift = 0.01
    /// From this probability on a belief is suspected.
    package static let suspicion = 0.5

    /// What is known before any answer.
    package init(in space: BeliefSpace) {
        self.space = space
        logWeights = space.prior.map { log($0) }
    }

    /// Takes in a response to an item that beliefs have a part in; the predictions are for every hypothesis of the
    /// space.
    package mutating func note(_ response: Response, to predictions: Predictions, _ model: AnswerModel) {
        let likelihoods = predictions.likelihoods(of: response, model)
        let before = probabilities
        for position in logWeights.indices {
            let drifted = (1 - Self.drift) * before[position] + Self.drift * space.prior[position]
            logWeights[position] = log(drifted) + log(likelihoods[position])
        }
    }

    /// The probability of each hypothesis, in the order of the space.
    package var probabilities: [Double] {
        let most = logWeights.max() ?? 0
        let weights = logWeights.map { exp($0 - most) }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    /// The probability that a belief is held, alone or with another.
    package func marginal(_ belief: ID<Misconception>) -> Double { marginals[belief] ?? 0 }

    /// The probability that a wrong belief is held which leads to a response that is wrong.
    func share(leadingTo response: Response, by predictions: Predictions) -> Double {
        guard let given = predictions.responses.firstIndex(of: response), given != Predictions.key else { return 0 }
        return zip(predictions.positions, probabilities).reduce(0) { $1.0 == given ? $0 + $1.1 : $0 }
    }

    /// The likeliest hypothesis, the first of equals.
    package var named: (hypothesis: Hypothesis, probability: Double) {
        let probabilities = probabilities
        var best = 0
        for position in probabilities.indices where probabilities[position] > probabilities[best] { best = position }
        return (space.hypotheses[best], probabilities[best])
    }

    /// Beliefs that are more likely than not, the likeliest first.
    package var suspected: [ID<Misconception>] {
        marginals.filter { $0.value > Self.suspicion }.greatestFirst.map(\.key)
    }

    private var marginals: [ID<Misconception>: Double] {
        var marginals: [ID<Misconception>: Double] = [:]
        for (hypothesis, probability) in zip(space.hypotheses, probabilities) {
            for belief in hypothesis.beliefs { marginals[belief, default: 0] += probability }
        }
        return marginals
    }
}

extension BeliefPosterior: Equatable {
    package static func == (left: BeliefPosterior, right: BeliefPosterior) -> Bool {
        left.logWeights == right.logWeights && left.space.hypotheses == right.space.hypotheses
    }
}

// MARK: - Keeping

extension BeliefPosterior {
    /// The log weight of each hypothesis by the name under which it is kept.
    package var kept: [String: Double] {
        Dictionary(uniqueKeysWithValues: zip(space.hypotheses.map(\.text), logWeights))
    }

    /// What was kept. Hypotheses that the pack no longer has are dropped, new ones are as likely as beforehand.
    package init(in space: BeliefSpace, kept: [String: Double]) {
        self.init(in: space)
        let known = space.hypotheses.indices.filter { kept[space.hypotheses[$0].text]?.isFinite == true }
        guard !known.isEmpty else { return }
        let weights = known.map { kept[space.hypotheses[$0].text] ?? 0 }
        if known.count == space.hypotheses.count {
            logWeights = weights
            return
        }
        let most = weights.max() ?? 0
        let total = weights.reduce(0) { $0 + exp($1 - most) }
        let share = known.reduce(0) { $0 + space.prior[$1] }
        for (position, weight) in zip(known, weights) { logWeights[position] = weight - most - log(total) + log(share) }
    }
}
