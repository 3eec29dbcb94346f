/// One line of a claim: a code, its modifiers and the units of service billed.
package struct ClaimLine: Hashable, Sendable, Codable {
    package var code: Code
    package var modifiers: [Modifier]
    package var units: Int

    package init(_ code: Code, modifiers: [Modifier] = [], units: Int = 1) {
        self.code = code
        self.modifiers = modifiers
        self.units = units
    }
}

extension ClaimLine: CustomStringConvertible {
    package var description: String {
        let modified = modifiers.map { "-\($0)" }.joined()
        return "\(code)\(modified) x\(units)"
    }
}

/// What is billed for one patient and one day.
package struct Claim: Hashable, Sendable, Codable {
    package var lines: [ClaimLine]

    package init(_ lines: [ClaimLine] = []) {
        self.lines = lines
    }

    package var isEmpty: Bool { lines.isEmpty }

    func bills(_ code: Code) -> Bool { lines.contains { $0.code == code } }

    /// The units of a code over all its lines.
    package func units(of code: Code) -> Int {
        lines.reduce(0) { $1.code == code ? $0 + $1.units : $0 }
    }

    /// Whether two claims bill the same, whatever the order of lines and of modifiers.
    package func billsTheSame(as other: Claim) -> Bool {
        guard lines.count == other.lines.count else { return false }
        if lines == other.lines { return true }
        return normalized == other.normalized
    }

    private var normalized: [ClaimLine] {
        lines
            .map { ClaimLine($0.code, modifiers: $0.modifiers.sorted(), units: $0.units) }
            .sorted { ($0.code, $0.units, $0.modifiers.description) < ($1.code, $1.units, $1.modifiers.description) }
    }
}

extension Claim: CustomStringConvertible {
    /// As a learner would type it: `99601 x1, 99602 x2`, or `none`.
    package var description: String {
        isEmpty ? "none" : lines.map(\.description).joined(separator: ", ")
    }
}
