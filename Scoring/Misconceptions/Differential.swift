/// The claims to which each misconception, and each pair of them, leads for one encounter under one policy.
///
/// From it come the diagnosis of an answer, the wrong options of a choice, and which beliefs an item tells apart. Claims
/// are worked out when they are asked for, since most of those who ask about an encounter ask for few of them.
package struct Differential: Sendable {
    /// The answer of one belief, or of two held together.
    package struct Explanation: Sendable, Equatable {
        /// In the order of the pack.
        package let beliefs: [ID<Misconception>]
        /// What is billed by whoever holds them.
        package let claim: Claim
    }

    private let key: Key
    let beliefs: Beliefs
    private let workedOut: WorkedOut?

    private final class WorkedOut: Sendable {
        let singles: [Explanation]
        let pairs: [Explanation]

        init(_ differential: Differential) {
            singles = differential.singles
            pairs = differential.pairs(beside: singles)
        }
    }

    init(_ key: Key, among beliefs: Beliefs) {
        self.init(key, beliefs, nil)
    }

    private init(_ key: Key, _ beliefs: Beliefs, _ workedOut: WorkedOut?) {
        self.key = key
        self.beliefs = beliefs
        self.workedOut = workedOut
    }

    /// The same with every claim worked out once and for all, for whoever asks about many answers.
    package func forManyAnswers() -> Differential { Differential(key, beliefs, WorkedOut(self)) }

    /// What each belief alone leads to, in the order of the pack, beliefs that give the right answer left out.
    package var singles: [Explanation] {
        workedOut?.singles ?? explanations(by: beliefs.singles, at: Stakes(of: key)) { !$0.billTheSame(as: key.claim) }
    }

    /// What two beliefs held together lead to, where that is neither the key nor what one of them alone would.
    package var pairs: [Explanation] {
        workedOut?.pairs ?? pairs(beside: singles)
    }

    private func pairs(beside singles: [Explanation]) -> [Explanation] {
        let pairs = explanations(by: beliefs.pairs, at: Stakes(of: key)) { !$0.billTheSame(as: key.claim) }
        return pairs.filter { pair in
            !singles.contains { pair.beliefs.contains($0.beliefs[0]) && $0.claim.billsTheSame(as: pair.claim) }
        }
    }

    /// The explanations of an answer: every single belief that computes exactly it; failing that, every pair.
    /// The right answer has none.
    package func explain(_ answer: Claim) -> [Explanation] {
        let answer = key.withoutIdleModifiers(answer)
        if answer.billsTheSame(as: key.claim) { return [] }
        if let workedOut {
            let alone = workedOut.singles.filter { $0.claim.billsTheSame(as: answer) }
            return alone.isEmpty ? workedOut.pairs.filter { $0.claim.billsTheSame(as: answer) } : alone
        }
        let stakes = Stakes(of: key)
        let alone = explanations(by: beliefs.singles, at: stakes) { $0.billTheSame(as: answer) }
        return alone.isEmpty ? explanations(by: beliefs.pairs, at: stakes) { $0.billTheSame(as: answer) } : alone
    }

    /// What each believer bills, where it is a claim that is sought. Left out are believers one of whose beliefs cannot
    /// change the claim: they bill the key, or what the other belief of a pair does alone, and neither is ever sought.
    private func explanations(
        by believers: [Believer], at stakes: Stakes, where isSought: (DueLines) -> Bool
    ) -> [Explanation] {
        var explanations: [Explanation] = []
        explanations.reserveCapacity(8)
        var lines = DueLines()
        var right: [Conversion] = []
        key.rules.convert(key.measured, into: &right)
        var conversions: [Conversion] = []
        conversions.reserveCapacity(8)
        for believer in believers where believer.allMatter(at: stakes) {
            if believer.convertsAlone(at: stakes) {
                believer.rules.convert(key.measured, into: &conversions)
                if conversions == right { continue }
                believer.rules.billConversions(conversions, of: key, into: &lines)
            } else {
                believer.bill(key, at: stakes, into: &lines)
            }
            guard isSought(lines) else { continue }
            explanations.append(Explanation(beliefs: believer.names, claim: lines.claim))
        }
        return explanations
    }
}

/// The beliefs, alone or in pairs, that compute exactly this answer.
package func diagnose(
    _ answer: Claim, for encounter: Encounter, under rules: Rules, among misconceptions: [Misconception]
) -> [Differential.Explanation] {
    Differential(derive(encounter, under: rules), among: Beliefs(misconceptions, about: rules)).explain(answer)
}
