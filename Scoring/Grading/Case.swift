/// One encounter under one payer's rules: its key, and what each misconception would make of it. Every face of
/// Preceptor asks and judges through this type.
package struct Case: Sendable {
    /// What the encounter bills, and why.
    package let key: Key
    /// What misconceptions make of it.
    package let differential: Differential

    /// The facts.
    package var encounter: Encounter { key.encounter }
    /// The codes and the payer's policy.
    package var rules: Rules { key.rules }
    /// What may wrongly be believed about the rules.
    package var beliefs: Beliefs { differential.beliefs }

    /// A case by itself; it works out what may be believed about the rules, which takes longer than all the rest.
    package init(_ encounter: Encounter, under rules: Rules, among misconceptions: [Misconception]) {
        self.init(encounter, among: Beliefs(misconceptions, about: rules))
    }

    /// A case of many under the same rules.
    package init(_ encounter: Encounter, among beliefs: Beliefs) {
        let key = derive(encounter, under: beliefs.rules)
        self.init(key, Differential(key, among: beliefs))
    }

    private init(_ key: Key, _ differential: Differential) {
        self.key = key
        self.differential = differential
    }

    /// The same, made ready for many answers.
    package func forManyAnswers() -> Case { Case(key, differential.forManyAnswers()) }

    /// Reads an answer as it was typed; a near miss is pointed out among the codes of the set.
    ///
    /// - Throws: `AnswerError` where it cannot be read.
    package func read(_ answer: String) throws(AnswerError) -> Claim {
        try parseAnswer(answer, known: rules.codes.vocabulary)
    }

    /// Grades an answer and names the beliefs that explain it.
    package func assess(_ answer: Claim) -> Assessment {
        let grade = grade(answer, against: key)
        let explanations = grade.verdict == .correct ? [] : differential.explain(answer)
        return Assessment(answer: answer, grade: grade, explanations: explanations)
    }
}

extension Case {
    /// The different claims that some believers bill who hold their beliefs about the rules of the case, and the index
    /// of each believer's among them. The key's claim comes first, whether or not one of them bills it.
    package func claims(of believers: [Believer]) -> (claims: [Claim], indices: [Int]) {
        var claims = [key.claim]
        var indices: [Int] = []
        indices.reserveCapacity(believers.count)
        var lines = DueLines()
        let stakes = Stakes(of: key)
        for believer in believers {
            guard believer.anyMatters(at: stakes) else {
                indices.append(0)
                continue
            }
            believer.bill(key, at: stakes, into: &lines)
            if let index = claims.firstIndex(where: { lines.billTheSame(as: $0) }) {
                indices.append(index)
            } else {
                indices.append(claims.count)
                claims.append(lines.claim)
            }
        }
        return (claims, indices)
    }

    /// The minutes that count for each of such believers.
    package func countedMinutes(of believers: [Believer]) -> [Int] {
        let stakes = Stakes(of: key)
        return believers.map { believer in
            believer.measuresAnew(at: stakes).isEmpty
                ? key.countedMinutes : derive(encounter, under: believer.rules).countedMinutes
        }
    }

    /// The first circumstance that fails for each of such believers; nil where the add-on is reportable.
    package func firstUnmet(for believers: [Believer]) -> [Circumstances.Test?] {
        let stakes = Stakes(of: key)
        let unmet = key.circumstances.firstUnmet.flatMap { $0.isAboutVisits ? $0 : nil }
        return believers.map { believer in
            if let unmet, believer.measuresAnew(at: stakes).isEmpty { return unmet }
            return derive(encounter, under: believer.rules).circumstances.firstUnmet
        }
    }
}

/// What there is to say of an answer.
package struct Assessment: Sendable, Equatable {
    /// The claim that was answered.
    package let answer: Claim
    /// How it stands against the key.
    package let grade: Grade
    /// The beliefs, alone or in pairs, each of which computes exactly this answer.
    package let explanations: [Differential.Explanation]

    /// The beliefs to name: every single one, or the first pair.
    package var beliefs: [ID<Misconception>] {
        guard let first = explanations.first else { return [] }
        return first.beliefs.count > 1 ? first.beliefs : explanations.flatMap(\.beliefs)
    }
}
