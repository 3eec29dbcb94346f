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
    package func forManyAnswers() -> Case { Case(basis, differential.withPairs()) }

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
