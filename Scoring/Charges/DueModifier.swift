/// A modifier that is due on some codes where a condition holds.
package struct ModifierRule: Equatable, Sendable {
    /// What is due.
    package var modifier: Modifier
    /// The codes on whose lines it is due.
    package var codes: [Code]
    /// When it is.
    package var when: Condition
    /// Where it is written, by the ids of the pack's sources.
    package var sources: [String]

    /// The most rules of a code set and a payer together that may ask what is billed beside a line.
    package static let besideLimit = UInt64.bitWidth

    package init(_ modifier: Modifier, on codes: [Code], when: Condition, sources: [String] = []) {
        self.modifier = modifier
        self.codes = codes
        self.when = when
        self.sources = sources
    }
}

/// A code that is billed instead of another where a condition holds.
package struct StandIn: Equatable, Sendable {
    /// What is billed otherwise.
    package var of: Code
    /// What is billed.
    package var code: Code
    /// When it is.
    package var when: Condition

    /// A code that is billed instead of another, and when.
    package init(_ code: Code, of other: Code, when: Condition) {
        self.code = code
        of = other
        self.when = when
    }
}
