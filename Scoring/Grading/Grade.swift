/// An answer held against the key.
package struct Grade: Sendable, Equatable {
    /// How an answer is judged in one word.
    package enum Verdict: String, Sendable {
        /// Exactly the claim of the key.
        case correct
        /// Part of it earns something.
        case partial
        /// Nothing of it earns anything.
        case incorrect
    }

    /// The judgement in one word.
    package let verdict: Verdict
    /// 0 to 1: the mean of `Difference.fraction` over every code that the answer or the key bills; 1 only for the
    /// exact claim, 0 for one that a payer would deny outright.
    package let fraction: Double
    /// In the order of the key, then what the answer bills besides.
    package let differences: [Difference]
    /// The edits that the answer fails, in the order in which a scrubber runs them.
    package let findings: [Finding]
}

/// Grades an answer to the question what an encounter bills under the rules.
package func grade(_ answer: Claim, for encounter: Encounter, under rules: Rules) -> Grade {
    grade(answer, against: derive(encounter, under: rules))
}

/// Grades an answer where the key is already known.
package func grade(_ answer: Claim, against key: Key) -> Grade {
    let findings = validate(answer, against: key)
    let answer = key.withoutIdleModifiers(answer)
    let differences = differences(of: answer, against: key, findings)
    if answer.billsTheSame(as: key.claim) {
        return Grade(verdict: .correct, fraction: 1, differences: differences, findings: findings)
    }
    let sum = differences.reduce(0) { $0 + $1.fraction }
    return Grade(
        verdict: sum > 0 ? .partial : .incorrect, fraction: sum > 0 ? sum / Double(differences.count) : 0,
        differences: differences, findings: findings)
}
