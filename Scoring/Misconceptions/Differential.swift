/// The claims to which each misconception, and each pair of them, leads for one encounter under one policy.
///
/// From it come the diagnosis of an answer, the wrong options of a choice, and which beliefs an item tells apart. It
/// never changes, so that all who ask about one encounter can share it.
package final class Differential: Sendable {
    /// The answer of one belief, or of two held together.
    package struct Explanation: Sendable, Equatable {
        package let beliefs: [ID<Misconception>]
        package let claim: Claim
    }

    private let basis: Basis
    /// What each belief alone leads to, in the order of the pack, beliefs that give the right answer left out.
    package let singles: [Explanation]
    private let workedOut: [Explanation]?

    init(_ basis: Basis) {
        self.basis = basis
        var singles: [Explanation] = []
        let believers = basis.beliefs.singles
        singles.reserveCapacity(believers.count)
        var derivation = Derivation()
        for place in believers.indices {
            believers[place].bill(basis.encounter, whose: basis.key, in: &derivation)
            if derivation.billsTheSame(as: basis.key.claim) { continue }
            singles.append(Explanation(beliefs: believers[place].names, claim: derivation.claim))
        }
        self.singles = singles
        workedOut = nil
    }

    private init(_ other: Differential, workedOut: [Explanation]) {
        basis = other.basis
        singles = other.singles
        self.workedOut = workedOut
    }

    /// The explanations of an answer: every single belief that computes exactly it; failing that, every pair.
    /// The right answer has none.
    package func explain(_ answer: Claim) -> [Explanation] {
        if answer.billsTheSame(as: basis.key.claim) { return [] }
        let alone = singles.filter { $0.claim.billsTheSame(as: answer) }
        if !alone.isEmpty { return alone }
        return workedOut?.filter { $0.claim.billsTheSame(as: answer) } ?? pairs { $0.billsTheSame(as: answer) }
    }

    /// The same with the pairs worked out once and for all, for whoever asks about many answers.
    package func withPairs() -> Differential {
        Differential(self, workedOut: pairs)
    }

    /// What two beliefs held together lead to, where that is neither the key nor what one of them alone would.
    package var pairs: [Explanation] {
        workedOut ?? pairs { !$0.billsTheSame(as: basis.key.claim) }
    }

    private func pairs(where isMeant: (Derivation) -> Bool) -> [Explanation] {
        var pairs: [Explanation] = []
        var derivation = Derivation()
        for held in basis.beliefs.pairs {
            held.bill(basis.encounter, whose: basis.key, in: &derivation)
            guard isMeant(derivation) else { continue }
            let claim = derivation.claim
            if held.names.contains(where: { alone($0, leadsTo: claim) }) { continue }
            pairs.append(Explanation(beliefs: held.names, claim: claim))
        }
        return pairs
    }

    private func alone(_ belief: ID<Misconception>, leadsTo claim: Claim) -> Bool {
        singles.contains { $0.beliefs.first == belief && $0.claim.billsTheSame(as: claim) }
    }
}

/// The beliefs, alone or in pairs, that compute exactly this answer.
package func diagnose(
    _ answer: Claim, for encounter: Encounter, under rules: Rules, among misconceptions: [Misconception]
) -> [Differential.Explanation] {
    Case(encounter, under: rules, among: misconceptions).differential.explain(answer)
}
