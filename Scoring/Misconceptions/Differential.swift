/// The claims to which each misconception, and each pair of them, leads for one encounter under one policy.
///
/// From it come the diagnosis of an answer, the wrong options of a choice, and which beliefs an item tells apart. Claims
/// are worked out when they are asked for, since most of those who ask about an encounter ask for few of them.
package struct Differential: Sendable {
    /// The answer of one belief, or of two held together.
    package struct Explanation: Sendable, Equatable {
        package let beliefs: [ID<Misconception>]
        package let claim: Claim
    }

    private let basis: Basis
    private let workedOut: WorkedOut?

    private final class WorkedOut: Sendable {
        let singles: [Explanation]
        let pairs: [Explanation]

        init(_ differential: Differential) {
            singles = differential.singles
            pairs = differential.pairs(beside: singles)
        }
    }

    init(_ basis: Basis) {
        self.basis = basis
        workedOut = nil
    }

    private init(_ basis: Basis, _ workedOut: WorkedOut) {
        self.basis = basis
        self.workedOut = workedOut
    }

    /// The same with every claim worked out once and for all, for whoever asks about many answers.
    package func forManyAnswers() -> Differential { Differential(basis, WorkedOut(self)) }

    /// Who is led astray, in the order of the pack: believers who bill something else than the key.
    package var misled: [Beliefs.Held] {
        let believers = basis.beliefs.singles
        var misled: [Beliefs.Held] = []
        misled.reserveCapacity(believers.count)
        var bill = Derivation()
        for place in believers.indices {
            believers[place].bill(basis.encounter, whose: basis.key, in: &bill)
            if !bill.billsTheSame(as: basis.key.claim) { misled.append(believers[place]) }
        }
        return misled
    }

    /// The claim of one of those who hold beliefs about the rules of the case.
    package func claim(of believer: Beliefs.Held) -> Claim {
        var derivation = Derivation()
        believer.bill(basis.encounter, whose: basis.key, in: &derivation)
        return derivation.claim
    }

    /// What each belief alone leads to, in the order of the pack, beliefs that give the right answer left out.
    package var singles: [Explanation] {
        workedOut?.singles
            ?? explanations(by: basis.beliefs.singles) { !$0.billsTheSame(as: basis.key.claim) }
    }

    /// What two beliefs held together lead to, where that is neither the key nor what one of them alone would.
    package var pairs: [Explanation] {
        workedOut?.pairs ?? pairs(beside: singles)
    }

    private func pairs(beside singles: [Explanation]) -> [Explanation] {
        let pairs = explanations(by: basis.beliefs.pairs) { !$0.billsTheSame(as: basis.key.claim) }
        return pairs.filter { pair in
            !singles.contains { pair.beliefs.contains($0.beliefs[0]) && $0.claim.billsTheSame(as: pair.claim) }
        }
    }

    /// The explanations of an answer: every single belief that computes exactly it; failing that, every pair.
    /// The right answer has none.
    package func explain(_ answer: Claim) -> [Explanation] {
        if answer.billsTheSame(as: basis.key.claim) { return [] }
        let alone = explanations(of: answer, by: basis.beliefs.singles, among: workedOut?.singles)
        return alone.isEmpty ? explanations(of: answer, by: basis.beliefs.pairs, among: workedOut?.pairs) : alone
    }

    /// Those believers who bill exactly an answer, found among what was worked out before where it was.
    private func explanations(
        of answer: Claim, by believers: [Beliefs.Held], among known: [Explanation]?
    ) -> [Explanation] {
        known?.filter { $0.claim.billsTheSame(as: answer) }
            ?? explanations(by: believers) { $0.billsTheSame(as: answer) }
    }

    /// Those believers who bill what is meant, with what they bill.
    private func explanations(
        by believers: [Beliefs.Held], where isMeant: (Derivation) -> Bool
    ) -> [Explanation] {
        var explanations: [Explanation] = []
        var bill = Derivation()
        for place in believers.indices {
            believers[place].bill(basis.encounter, whose: basis.key, in: &bill)
            guard isMeant(bill) else { continue }
            explanations.append(Explanation(beliefs: believers[place].names, claim: bill.claim))
        }
        return explanations
    }
}

/// The beliefs, alone or in pairs, that compute exactly this answer.
package func diagnose(
    _ answer: Claim, for encounter: Encounter, under rules: Rules, among misconceptions: [Misconception]
) -> [Differential.Explanation] {
    Case(encounter, under: rules, among: misconceptions).differential.explain(answer)
}
