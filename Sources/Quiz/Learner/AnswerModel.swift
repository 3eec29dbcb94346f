/// How likely answers are: what a belief leads to, unless the learner slips or guesses.
package struct AnswerModel: Sendable, Equatable {
    /// How often an answer is not what the learner's beliefs lead to.
    package var slip = 0.08
    /// How many of the slips of somebody with a wrong belief end in the right answer: beliefs are not held all the
    /// time, and to know better for once is the commonest way of not following one.
    package var slipToKey = 0.5
    /// How often an answer is picked at random where there are options to pick from.
    package var guess = 0.05
    /// How much more often an answer strays for each hint that was given: a hint may have told what to answer.
    package var slipPerHint = 0.15

    package init() {}

    /// The same for an answer after so many hints.
    package func after(hints: Int) -> AnswerModel {
        var model = self
        model.slip = min(slip + slipPerHint * Double(hints), max(slip, 0.5))
        return model
    }

    /// How likely answers to one item are.
    struct Chances {
        /// The answer that a hypothesis leads to.
        let own: Double
        /// The right answer where the hypothesis leads to another.
        let key: Double
        /// Any other answer where the hypothesis leads to a wrong one.
        let other: Double
        /// Any other answer where the hypothesis leads to the right one.
        let wrong: Double
    }

    /// The chances among so many answers, at least 2, which are options to pick from or not.
    func chances(among count: Int, areOptions: Bool) -> Chances {
        let count = Double(max(count, 2))
        let picked = areOptions ? guess / count : 0
        let own = 1 - slip - (areOptions ? guess : 0) + picked
        let other = slip * (1 - slipToKey) / (count - 1) + picked
        return Chances(own: own, key: other + slip * slipToKey, other: other, wrong: slip / (count - 1) + picked)
    }
}
