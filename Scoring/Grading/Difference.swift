extension Grade {
    /// One code of the answer, of the key, or of both.
    package struct Difference: Sendable, Equatable {
        /// The code that is billed, due, or both.
        package let code: Code
        /// Units over all lines of the answer; nil where the answer lacks the code.
        package let answered: Int?
        /// Units of the key; nil where the key lacks the code.
        package let due: Int?
        /// The modifiers of the answer's lines, in their order.
        package let answeredModifiers: [Modifier]
        /// The modifiers of the key's line.
        package let dueModifiers: [Modifier]
        /// Lines of the answer that bill the code.
        package let lines: Int
        /// The part of this code that is right, 0 to 1: the fewer units over the more, halved where the modifiers
        /// differ or the units are spread over several lines. What comes back unpaid earns nothing: a code each of
        /// whose lines is denied, and an add-on none of whose primaries earns anything where the payer wants one.
        package fileprivate(set) var fraction: Double

        /// Whether the code is billed exactly as the key bills it.
        package var isRight: Bool { answered == due && hasRightForm }

        private var hasRightForm: Bool {
            lines <= 1
                && (answeredModifiers == dueModifiers || answeredModifiers.sorted() == dueModifiers.sorted())
        }
    }
}

/// The codes of an answer and of a key, those of the key first, and how far each is right.
func differences(of answer: Claim, against key: Key, _ findings: [Finding]) -> [Grade.Difference] {
    var differences: [Grade.Difference] = []
    differences.reserveCapacity(max(answer.lines.count, key.claim.lines.count))
    for due in key.claim.lines {
        differences.append(Grade.Difference(due.code, in: answer, due: due, findings))
    }
    for line in answer.lines where !differences.contains(where: { $0.code == line.code }) {
        differences.append(Grade.Difference(line.code, in: answer, due: nil, findings))
    }
    guard key.rules.policy.addOnsNeedPrimary else { return differences }
    for number in differences.indices where differences[number].fraction > 0 {
        guard let definition = key.rules.codes.index(of: differences[number].code) else { continue }
        let primaries = key.rules.codes.definitions[definition].addOnTo
        let earns = primaries.isEmpty || differences.contains { $0.fraction > 0 && primaries.contains($0.code) }
        if !earns { differences[number].fraction = 0 }
    }
    return differences
}

extension Grade.Difference {
    fileprivate init(_ code: Code, in answer: Claim, due: ClaimLine?, _ findings: [Finding]) {
        var units = 0
        var lines = 0
        var isDenied = true
        var modifiers: [Modifier] = []
        for (index, line) in answer.lines.enumerated() where line.code == code {
            units = saturatingSum(units, line.units)
            lines += 1
            modifiers += line.modifiers
            isDenied = isDenied && findings.contains { $0.line == index + 1 && $0.severity == .denied }
        }
        self.code = code
        self.lines = lines
        answered = lines == 0 ? nil : units
        self.due = due?.units
        answeredModifiers = modifiers
        dueModifiers = due?.modifiers ?? []
        fraction = 0
        guard let due, !isDenied, units > 0, due.units > 0 else { return }
        fraction = Double(min(units, due.units)) / Double(max(units, due.units)) / (hasRightForm ? 1 : 2)
    }
}
