import Glibc

/// A decision on which side of a cut a candidate is, by A. Wald's sequential probability ratio test ("Sequential Analysis",
/// 1947), as M. D. Reckase applies it to tests ("A procedure for decision making using tailored testing", in Weiss, "New
/// Horizons in Testing", 1983).
package struct Classification: Sendable, Equatable {
    /// The ability from which a candidate passes.
    package var cut: Double
    /// How far to either side of the cut it does not matter which way it goes; more than 0.
    package var indifference: Double
    /// The share that may pass of those who are at the lower end of that, and the share that may fail of those at the
    /// upper end.
    package var falsePasses, falseFailures: Double

    /// A decision at a cut; one error in twenty either way where nothing else is said.
    package init(cut: Double, indifference: Double, falsePasses: Double = 0.05, falseFailures: Double = 0.05) {
        self.cut = cut
        self.indifference = indifference
        self.falsePasses = falsePasses
        self.falseFailures = falseFailures
    }

    /// Whether no figure is out of its range; errors of a half and more would decide at once.
    var isMeaningful: Bool {
        cut.isFinite && indifference > 0 && (0..<0.5).contains(falsePasses) && (0..<0.5).contains(falseFailures)
            && falsePasses > 0 && falseFailures > 0
    }

    /// What a decision comes to.
    package enum Decision: Sendable, Equatable {
        case pass, fail
    }

    /// The logarithm of how much likelier an answer is at the upper end than at the lower one.
    func ratio(of answer: Ability.Answer) -> Double {
        func log(at ability: Double) -> Double {
            let logit = answer.item.discrimination * (ability - answer.item.difficulty)
            return -softplus(answer.isRight ? -logit : logit)
        }
        return log(at: cut + indifference) - log(at: cut - indifference)
    }

    /// The decision that answers allow; nil while they allow none.
    package func decision(after answers: [Ability.Answer]) -> Decision? {
        decision(after: answers.reduce(0) { $0 + ratio(of: $1) })
    }

    /// The decision that a sum of ratios allows; nil while it allows none.
    func decision(after ratio: Double) -> Decision? {
        if ratio >= log((1 - falseFailures) / falsePasses) { return .pass }
        return ratio <= log(falseFailures / (1 - falsePasses)) ? .fail : nil
    }
}
