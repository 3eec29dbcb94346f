/// One encounter under one payer's rules: its key, and what each misconception would make of it. Every face of
/// Preceptor asks and judges through this type.
package struct Case: Sendable {
    package let encounter: Encounter
    package let rules: Rules
    package let differential: Differential

    package var key: Key { differential.key }

    package init(_ encounter: Encounter, under rules: Rules, among misconceptions: [Misconception]) {
        self.init(encounter, rules, Differential(encounter, under: rules, among: misconceptions))
    }

    private init(_ encounter: Encounter, _ rules: Rules, _ differential: Differential) {
        self.encounter = encounter
        self.rules = rules
        self.differential = differential
    }

    /// The same, made ready for many answers.
    package func forManyAnswers() -> Case { Case(encounter, rules, differential.withPairs()) }

    /// Grades an answer and names the beliefs that explain it.
    package func assess(_ answer: Claim) -> Assessment {
        let grade = grade(answer, against: key, for: encounter, under: rules)
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
