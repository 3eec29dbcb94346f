import Content
import Glibc

extension BeliefPosterior {
    /// Hypotheses below this probability are left out when items are compared: what an item would tell about them
    /// cannot outweigh the work of predicting their answers.
    private static let negligible = 0.004
    /// The most hypotheses that are compared.
    private static let mostLive = 24

    /// The hypotheses that are worth telling apart, by their positions.
    package var live: [Int] {
        let probabilities = probabilities
        let likely = probabilities.indices.filter { probabilities[$0] >= Self.negligible }
        guard likely.count > Self.mostLive else { return likely }
        return likely.sorted { (probabilities[$1], $0) < (probabilities[$0], $1) }.prefix(Self.mostLive).sorted()
    }
}

extension Predictions {
    /// How much an answer is expected to tell about the hypotheses, in bits: the mutual information of hypothesis and
    /// answer, slips and guesses reckoned with. The weights are the probability of each hypothesis of the space; those
    /// left out are 0.
    package func gain(_ weights: [Double], _ model: AnswerModel) -> Double {
        let chances = chances(model)
        let count = Double(possible)
        var masses = [Double](repeating: 0, count: responses.count)
        var total = 0.0
        var undecided = 0.0
        for (hypothesis, position) in zip(hypotheses, positions) {
            total += weights[hypothesis]
            if let position { masses[position] += weights[hypothesis] } else { undecided += weights[hypothesis] }
        }
        guard total > 0 else { return 0 }
        undecided /= total
        let right = masses[Self.key] / total
        let wrong = max(0, 1 - undecided - right)
        let base = undecided / count + right * chances.wrong
        var entropy = surprise(undecided / count + right * chances.own + wrong * chances.key)
        for mass in masses.dropFirst() {
            entropy += surprise(base + mass / total * chances.own + (wrong - mass / total) * chances.other)
        }
        entropy += (count - Double(responses.count)) * surprise(base + wrong * chances.other)
        let noise =
            right * (surprise(chances.own) + (count - 1) * surprise(chances.wrong))
            + wrong * (surprise(chances.own) + surprise(chances.key) + (count - 2) * surprise(chances.other))
            + undecided * log2(count)
        return max(0, entropy - noise)
    }
}

/// A probability's part of an entropy, in bits.
private func surprise(_ probability: Double) -> Double { probability > 0 ? -probability * log2(probability) : 0 }
