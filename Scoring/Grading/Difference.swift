extension Grade {
    /// One code of the answer, of the key, or of both; where the key bills a code on several lines, one of these.
    package struct Difference: Sendable, Equatable {
        /// The code that is billed, due, or both.
        package let code: Code
        /// Units over all lines of the answer that are held against it; nil where the answer lacks it.
        package let answered: Int?
        /// Units of the key; nil where the key lacks the code.
        package let due: Int?
        /// The modifiers of the answer's lines that say something, in their order.
        package let answeredModifiers: [Modifier]
        /// The modifiers of the key's line.
        package let dueModifiers: [Modifier]
        /// The days of the answer's line; nil where it names none.
        package let answeredDates: DaySpan?
        /// The days of the key's line; nil where the claim has but one.
        package let dueDates: DaySpan?
        /// Whether units are counted in tenths.
        package let inTenths: Bool
        /// Lines of the answer that are held against it.
        package let lines: Int
        /// The part of it that is right, 0 to 1: the fewer units over the more, halved where the modifiers or the days
        /// differ or the units are spread over several lines. What comes back unpaid earns nothing: a code each of
        /// whose lines is denied, and an add-on none of whose primaries earns anything where the payer wants one.
        package fileprivate(set) var fraction: Double

        /// Whether the code is billed exactly as the key bills it.
        package var isRight: Bool { answered == due && hasRightForm }

        private var hasRightForm: Bool { lines <= 1 && hasRightModifiers && hasRightDates }

        /// Whether the modifiers are those of the key, in whatever order.
        package var hasRightModifiers: Bool {
            answeredModifiers == dueModifiers || answeredModifiers.sorted() == dueModifiers.sorted()
        }

        /// Whether the days are those of the key, where both name any.
        package var hasRightDates: Bool { answeredDates == nil || dueDates == nil || answeredDates == dueDates }
    }
}

/// The lines of an answer and of a key, those of the key first, and how far each is right. Modifiers that change nothing
/// are left out of the answer.
func differences(of answer: Claim, against key: Key, _ findings: [Finding]) -> [Grade.Difference] {
    var differences: [Grade.Difference] = []
    differences.reserveCapacity(max(answer.lines.count, key.claim.lines.count))
    let pairs = key.claim.billsACodeTwice ? Pairs(of: answer, with: key.claim) : nil
    for (number, due) in key.claim.lines.enumerated() {
        if let pairs {
            differences.append(Grade.Difference(due.code, answer, pairs.answered[number], due: due, findings))
        } else {
            differences.append(Grade.Difference(due.code, answer, answer.indices(of: due.code), due: due, findings))
        }
    }
    for (index, line) in answer.lines.enumerated() {
        if let pairs, key.claim.bills(line.code) {
            guard pairs.leftOver.contains(index) else { continue }
            differences.append(Grade.Difference(line.code, answer, [index], due: nil, findings))
        } else if !differences.contains(where: { $0.code == line.code }) {
            differences.append(Grade.Difference(line.code, answer, answer.indices(of: line.code), due: nil, findings))
        }
    }
    takeFromAddOns(in: &differences, by: key.rules)
    return differences
}

/// Takes from an add-on what it would earn, where none of its primaries earns anything.
private func takeFromAddOns(in differences: inout [Grade.Difference], by rules: Rules) {
    guard rules.policy.addOnsNeedPrimary else { return }
    for number in differences.indices where differences[number].fraction > 0 {
        guard let definition = rules.codes.index(of: differences[number].code) else { continue }
        let primaries = rules.codes.definitions[definition].addOnTo
        let earns = primaries.isEmpty || differences.contains { $0.fraction > 0 && primaries.contains($0.code) }
        if !earns { differences[number].fraction = 0 }
    }
}

/// The lines of an answer that are held against each line of a key which bills a code on several of them: those that
/// are alike in all, those that name their days before those that name none; then those with the same modifiers, then
/// with the same days, then any of the code.
private struct Pairs {
    /// By line of the key.
    private(set) var answered: [[Int]]
    /// Lines of the answer whose code the key bills, and that none of its lines takes.
    private(set) var leftOver: Set<Int>

    init(of answer: Claim, with key: Claim) {
        answered = key.lines.map { _ in [] }
        leftOver = Set(answer.lines.indices.filter { key.bills(answer.lines[$0].code) })
        let likenesses: [(ClaimLine, ClaimLine) -> Bool] = [
            { $0.dates == $1.dates && $0.billsTheSame(as: $1) },
            { $0.billsTheSame(as: $1) },
            { $0.hasSameModifiers(as: $1) && ($0.dates == nil || $0.dates == $1.dates) },
            { $0.dates != nil && $0.dates == $1.dates },
            { _, _ in true },
        ]
        for isAlike in likenesses {
            for (number, due) in key.lines.enumerated() where answered[number].isEmpty {
                let pair = answer.lines.indices.first {
                    leftOver.contains($0) && answer.lines[$0].code == due.code && isAlike(answer.lines[$0], due)
                }
                guard let pair else { continue }
                answered[number] = [pair]
                leftOver.remove(pair)
            }
        }
    }
}

extension Claim {
    /// The indices of the lines that bill a code.
    fileprivate func indices(of code: Code) -> some Sequence<Int> {
        lines.indices.lazy.filter { lines[$0].code == code }
    }

    fileprivate var billsACodeTwice: Bool {
        lines.indices.contains { number in lines[..<number].contains { $0.code == lines[number].code } }
    }
}

extension Grade.Difference {
    fileprivate init(
        _ code: Code, _ answer: Claim, _ indices: some Sequence<Int>, due: ClaimLine?, _ findings: [Finding]
    ) {
        var units = 0
        var lines = 0
        var isDenied = true
        var modifiers: [Modifier] = []
        var dates: DaySpan?
        for index in indices {
            units = saturatingSum(units, answer.lines[index].units)
            lines += 1
            for modifier in answer.lines[index].modifiers where lines == 1 || !modifiers.contains(modifier) {
                modifiers.append(modifier)
            }
            dates = answer.lines[index].dates
            isDenied = isDenied && findings.contains { $0.line == index + 1 && $0.severity == .denied }
        }
        self.code = code
        self.lines = lines
        inTenths = due?.inTenths ?? answer.lines.first { $0.code == code }?.inTenths ?? false
        answered = lines == 0 ? nil : units
        self.due = due?.units
        answeredModifiers = modifiers
        dueModifiers = due?.modifiers ?? []
        answeredDates = lines == 1 ? dates : nil
        dueDates = due?.dates
        fraction = 0
        guard let due, !isDenied, units > 0, due.units > 0 else { return }
        fraction = Double(min(units, due.units)) / Double(max(units, due.units)) / (hasRightForm ? 1 : 2)
    }
}
