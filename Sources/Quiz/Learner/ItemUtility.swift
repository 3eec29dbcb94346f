import Content

/// How useful it is to ask an item next.
struct ItemUtility {
    /// What an answer is expected to tell about the learner's beliefs, in bits.
    let gain: Double
    /// How much the skills of the item need exercise, 0 to about 0.8.
    let need: Double
    /// How much alike the item is to those before it.
    let monotony: Double

    /// What items are compared by: the greater, the sooner it is asked.
    var value: Double { gain * 2 + need - monotony }

    init(_ candidate: Candidate, for learner: LearnerModel, weights: [Double], monotony: Double) {
        gain = candidate.predictions?.gain(weights, learner.answering) ?? 0
        // Added up from the least: a set has no order, and the last bit of a sum would follow it.
        let needs = candidate.skills.map { learner.mastery(of: $0).need }.sorted()
        let mean = needs.isEmpty ? 0 : needs.reduce(0, +) / Double(needs.count)
        // One weak skill is reason enough, but more are better.
        need = ((needs.last ?? 0) + mean) / 2
        self.monotony = monotony
    }

    /// The reason to give: what the item tells of beliefs where that weighs more, else the skill that needs it most. No
    /// belief is spoken of before an answer was wrong.
    func reason(
        for candidate: Candidate, _ learner: LearnerModel, weights: [Double], in order: SkillOrder,
        words: (Hypothesis) -> String?
    ) -> Reason {
        if learner.isNew { return .first }
        if gain >= need, let predictions = candidate.predictions {
            return predictions.reason(
                weights, in: learner.beliefs.space, words: learner.hasMissed ? words : { _ in nil })
        }
        // Skills in their own order, so that the same learner is told the same.
        let skills = Skill.allCases.filter(candidate.skills.contains)
        guard let weakest = skills.max(by: { learner.mastery(of: $0).need < learner.mastery(of: $1).need }) else {
            return .new
        }
        let mastery = learner.mastery(of: weakest)
        guard mastery.answers == 0 else { return .weak(weakest, met: mastery.answers, missed: mastery.missed) }
        let needed = order.needs(of: weakest)
        return .neverMet(weakest, after: Skill.allCases.last(where: needed.contains))
    }
}

extension Mastery {
    /// How much the skill needs exercise: the more, the lower and the less certain its mastery.
    var need: Double { 1 - mean + deviation }
}

extension Predictions {
    /// Beliefs below this probability are not worth a word.
    private static let mentionable = 0.05

    fileprivate func reason(_ weights: [Double], in space: BeliefSpace, words: (Hypothesis) -> String?) -> Reason {
        let likely = zip(hypotheses, positions)
            .filter { weights[$0.0] >= Self.mentionable }
            .sorted { (weights[$1.0], $0.0) < (weights[$0.0], $1.0) }
        // Among many, no two are the ones.
        guard let first = likely.first, weights[first.0] >= 4 * Self.mentionable,
            let second = likely.first(where: { $0.1 != first.1 })
        else { return .spreads(responses.count) }
        switch (words(space.hypotheses[first.0]), words(space.hypotheses[second.0])) {
        case (let one?, let other?): return .tellsApart(one, other)
        case (let belief?, nil), (nil, let belief?): return .tests(belief)
        case (nil, nil): return .spreads(responses.count)
        }
    }
}
