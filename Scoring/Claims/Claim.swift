/// One line of a claim: a code, its modifiers and the units of service billed.
package struct ClaimLine: Hashable, Sendable {
    /// What is billed.
    package var code: Code
    /// What is said besides of it, in the order in which it was written.
    package var modifiers: [Modifier]
    /// Units of service.
    package var units: Int

    /// A code with its modifiers, billed for so many units of service.
    package init(_ code: Code, modifiers: [Modifier] = [], units: Int = 1) {
        self.code = code
        self.modifiers = modifiers
        self.units = units
    }
}

extension ClaimLine {
    /// Whether two lines have the same modifiers, in whatever order.
    func hasSameModifiers(as other: ClaimLine) -> Bool {
        modifiers == other.modifiers || Set(modifiers) == Set(other.modifiers)
    }
}

extension ClaimLine: CustomStringConvertible {
    /// As a learner would type it: `99602-SS x2`.
    package var description: String {
        var text = code.description
        for modifier in modifiers { text += "-\(modifier)" }
        text += " x"
        text += String(units)
        return text
    }
}

/// What is billed for one patient and one day.
package struct Claim: Hashable, Sendable {
    /// In the order of the claim.
    package var lines: [ClaimLine]

    /// A claim of lines in the order in which they are billed; none of them where nothing is.
    package init(_ lines: [ClaimLine] = []) {
        self.lines = lines
    }

    /// Whether nothing is billed.
    package var isEmpty: Bool { lines.isEmpty }

    /// Whether a line bills a code.
    func bills(_ code: Code) -> Bool { lines.contains { $0.code == code } }

    /// The units of a code over all its lines, as far as a number can count them.
    package func units(of code: Code) -> Int {
        lines.reduce(0) { $1.code == code ? saturatingSum($0, $1.units) : $0 }
    }

    /// Whether two claims bill the same, whatever the order of lines and of modifiers.
    package func billsTheSame(as other: Claim) -> Bool {
        guard lines.count == other.lines.count, fingerprint == other.fingerprint else { return false }
        return lines == other.lines || normalized == other.normalized
    }

    /// A sum that does not depend on any order, so that most claims that differ are told apart without sorting.
    var fingerprint: UInt64 {
        lines.reduce(0) { $0 &+ $1.fingerprint }
    }

    private var normalized: [ClaimLine] {
        lines
            .map { ClaimLine($0.code, modifiers: $0.modifiers.sorted(), units: $0.units) }
            .sorted { left, right in
                guard (left.code, left.units) == (right.code, right.units) else {
                    return (left.code, left.units) < (right.code, right.units)
                }
                return left.modifiers.lexicographicallyPrecedes(right.modifiers)
            }
    }
}

extension ClaimLine {
    /// A number that is the same for lines that bill the same.
    fileprivate var fingerprint: UInt64 {
        var sum = code.fingerprint(units: units)
        for modifier in modifiers { sum &+= UInt64(modifier.bits) << 40 }
        return sum
    }
}

extension Code {
    /// The fingerprint of a line of so many units without modifiers.
    func fingerprint(units: Int) -> UInt64 {
        bits ^ UInt64(bitPattern: Int64(units)) &* 0x9E37_79B9_7F4A_7C15
    }
}

/// The sum of two numbers, or the number nearest to it that there is.
func saturatingSum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard overflows else { return sum }
    return right > 0 ? .max : .min
}

extension Claim: CustomStringConvertible {
    /// As a learner would type it: `99601 x1, 99602 x2`, or `none`.
    package var description: String {
        guard let first = lines.first else { return "none" }
        var text = first.description
        for line in lines.dropFirst() {
            text += ", "
            text += line.description
        }
        return text
    }
}
