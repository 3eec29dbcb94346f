/// An answer held against the key.
package struct Grade: Sendable, Equatable {
    package enum Verdict: String, Sendable, Codable {
        case correct, partial, incorrect
    }

    /// One code of the answer, of the key, or of both.
    package struct Difference: Sendable, Equatable {
        package let code: Code
        /// Units over all lines of the answer; nil where the answer lacks the code.
        package let answered: Int?
        /// Units of the key; nil where the key lacks the code.
        package let due: Int?
        package let answeredModifiers: [Modifier]
        package let dueModifiers: [Modifier]
        /// Lines of the answer that bill the code.
        package let lines: Int

        /// Whether the code is billed exactly as the key bills it.
        package var isRight: Bool { answered == due && hasRightForm }

        var hasRightForm: Bool { lines <= 1 && Set(answeredModifiers) == Set(dueModifiers) }

        /// The part of this code that is right, 0 to 1: the fewer units over the more, halved where the modifiers
        /// differ or the units are spread over several lines.
        package var fraction: Double {
            guard let answered, let due, answered > 0, due > 0 else { return 0 }
            let units = Double(min(answered, due)) / Double(max(answered, due))
            return hasRightForm ? units : units / 2
        }
    }

    package let verdict: Verdict
    /// 0 to 1: the mean of `fraction` over every code that the answer or the key bills; 0 where a payer would deny
    /// the whole claim; 1 only for the exact claim.
    package let fraction: Double
    /// In the order of the key, then what the answer bills besides.
    package let differences: [Difference]
    package let findings: [Finding]
}

/// Grades an answer to the question what an encounter bills under the rules.
package func grade(_ answer: Claim, for encounter: Encounter, under rules: Rules) -> Grade {
    grade(answer, against: derive(encounter, under: rules), for: encounter, under: rules)
}

/// The same where the key is already known.
package func grade(
    _ answer: Claim, against key: Key, for encounter: Encounter, under rules: Rules
) -> Grade {
    let findings = validate(answer, against: key, for: encounter, under: rules)
    let differences = differences(of: answer, from: key.claim)
    if answer.billsTheSame(as: key.claim) {
        return Grade(verdict: .correct, fraction: 1, differences: differences, findings: findings)
    }
    let fraction =
        isDenied(answer, findings) || differences.isEmpty
        ? 0 : differences.reduce(0) { $0 + $1.fraction } / Double(differences.count)
    return Grade(
        verdict: fraction > 0 ? .partial : .incorrect, fraction: fraction, differences: differences,
        findings: findings)
}

/// Whether every line of a claim comes back unpaid.
private func isDenied(_ claim: Claim, _ findings: [Finding]) -> Bool {
    claim.lines.indices.allSatisfy { place in
        findings.contains { $0.line == place + 1 && $0.severity == .denied }
    }
}

private func differences(of answer: Claim, from key: Claim) -> [Grade.Difference] {
    var differences: [Grade.Difference] = []
    differences.reserveCapacity(max(answer.lines.count, key.lines.count))
    for due in key.lines { differences.append(difference(in: due.code, of: answer, due: due)) }
    for line in answer.lines where !differences.contains(where: { $0.code == line.code }) {
        differences.append(difference(in: line.code, of: answer, due: nil))
    }
    return differences
}

private func difference(in code: Code, of answer: Claim, due: ClaimLine?) -> Grade.Difference {
    var units = 0
    var lines = 0
    var modifiers: [Modifier] = []
    for line in answer.lines where line.code == code {
        units += line.units
        lines += 1
        modifiers += line.modifiers
    }
    return Grade.Difference(
        code: code, answered: lines == 0 ? nil : units, due: due?.units, answeredModifiers: modifiers,
        dueModifiers: due?.modifiers ?? [], lines: lines)
}
