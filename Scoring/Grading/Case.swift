/// One encounter under one payer's rules: its key, and what each misconception would make of it. Every face of
/// Preceptor asks and judges through this type.
package struct Case: Sendable {
    package let basis: Basis
    package let differential: Differential

    package var encounter: Encounter { basis.encounter }
    package var rules: Rules { basis.rules }
    package var key: Key { basis.key }

    package init(_ encounter: Encounter, under rules: Rules, among misconceptions: [Misconception]) {
        self.init(encounter, among: Beliefs(misconceptions, about: rules))
    }

    /// A case of many under the same rules.
    package init(_ encounter: Encounter, among beliefs: Beliefs) {
        let basis = Basis(encounter, among: beliefs)
        self.init(basis, Differential(basis))
    }

    private init(_ basis: Basis, _ differential: Differential) {
        self.basis = basis
        self.differential = differential
    }

    /// The same, made ready for many answers.
    package func forManyAnswers() -> Case { Case(basis, differential.forManyAnswers()) }

    /// Reads an answer as it was typed; a near miss is pointed out among the codes of the set.
    ///
    /// - Throws: `AnswerError` where it cannot be read.
    package func read(_ answer: String) throws(AnswerError) -> Claim {
        try parseAnswer(answer, known: basis.rules.codes.codes)
    }

    /// Grades an answer and names the beliefs that explain it.
    package func assess(_ answer: Claim) -> Assessment {
        let grade = grade(answer, on: basis)
        let explanations = grade.verdict == .correct ? [] : differential.explain(answer)
        return Assessment(answer: answer, grade: grade, explanations: explanations)
    }
}

extension Case {
    /// The different claims that some believers bill who hold their beliefs about the rules of the case, and the place
    /// of each believer's among them. The key's claim comes first, whether or not one of them bills it.
    package func claims(of believers: [Beliefs.Held]) -> (claims: [Claim], places: [Int]) {
        var claims = [key.claim]
        var places: [Int] = []
        places.reserveCapacity(believers.count)
        var derivation = Derivation()
        for believer in believers {
            believer.bill(encounter, whose: key, in: &derivation)
            if let place = claims.firstIndex(where: { derivation.billsTheSame(as: $0) }) {
                places.append(place)
            } else {
                places.append(claims.count)
                claims.append(derivation.claim)
            }
        }
        return (claims, places)
    }

    /// The minutes that count for such a believer.
    package func countedMinutes(of believer: Beliefs.Held) -> Int {
        believer.measuresAlike(key)
            ? key.countedMinutes : derive(encounter, under: believer.rules).countedMinutes
    }

    /// The first circumstance that fails for such a believer; nil when the add-on is reportable.
    package func firstUnmet(for believer: Beliefs.Held) -> Circumstances.Test? {
        if believer.measuresAlike(key), let unmet = key.circumstances.firstUnmet, unmet.isAboutVisits { return unmet }
        return derive(encounter, under: believer.rules).circumstances.firstUnmet
    }
}

/// What there is to say of an answer.
package struct Assessment: Sendable, Equatable {
    package let answer: Claim
    package let grade: Grade
    /// The beliefs, alone or in pairs, each of which computes exactly this answer.
    package let explanations: [Differential.Explanation]

    /// The beliefs to name: every single one, or the first pair.
    package var beliefs: [ID<Misconception>] {
        guard let first = explanations.first else { return [] }
        return first.beliefs.count > 1 ? first.beliefs : explanations.flatMap(\.beliefs)
    }
}
