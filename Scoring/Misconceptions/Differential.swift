/// The claims to which each misconception, and each pair of them, leads for one encounter under one policy.
///
/// From it come the diagnosis of an answer, the wrong options of a choice, and which beliefs an item tells apart.
package struct Differential: Sendable {
    /// The answer of one belief, or of two held together.
    package struct Explanation: Sendable, Equatable {
        package let beliefs: [ID<Misconception>]
        package let claim: Claim
    }

    /// The right claim.
    private let key: Claim
    /// What each belief alone leads to, in the order of the pack, beliefs that give the right answer left out.
    package let singles: [Explanation]
    private let encounter: Encounter
    private let beliefs: Beliefs
    private var workedOut: [Explanation]?

    init(_ encounter: Encounter, key: Claim, among beliefs: Beliefs) {
        self.key = key
        self.encounter = encounter
        self.beliefs = beliefs
        singles = beliefs.singles.compactMap { held in
            let claim = held.rules.claim(for: encounter)
            return claim.billsTheSame(as: key) ? nil : Explanation(beliefs: [held.first], claim: claim)
        }
    }

    /// The explanations of an answer: every single belief that computes exactly it; failing that, every pair.
    /// The right answer has none.
    package func explain(_ answer: Claim) -> [Explanation] {
        if answer.billsTheSame(as: key) { return [] }
        let alone = singles.filter { $0.claim.billsTheSame(as: answer) }
        return alone.isEmpty ? pairs.filter { $0.claim.billsTheSame(as: answer) } : alone
    }

    /// The same with the pairs worked out once and for all, for whoever asks about many answers.
    package func withPairs() -> Differential {
        var copy = self
        copy.workedOut = pairs
        return copy
    }

    /// What two beliefs held together lead to, where that is neither the key nor what one of them alone would.
    package var pairs: [Explanation] {
        if let workedOut { return workedOut }
        return beliefs.pairs.compactMap { held in
            let claim = held.rules.claim(for: encounter)
            guard let second = held.second, !claim.billsTheSame(as: key),
                !alone(held.first, leadsTo: claim), !alone(second, leadsTo: claim)
            else { return nil }
            return Explanation(beliefs: [held.first, second], claim: claim)
        }
    }

    private func alone(_ belief: ID<Misconception>, leadsTo claim: Claim) -> Bool {
        singles.contains { $0.beliefs == [belief] && $0.claim.billsTheSame(as: claim) }
    }
}

/// The beliefs, alone or in pairs, that compute exactly this answer.
package func diagnose(
    _ answer: Claim, for encounter: Encounter, under rules: Rules, among misconceptions: [Misconception]
) -> [Differential.Explanation] {
    Case(encounter, under: rules, among: misconceptions).differential.explain(answer)
}
