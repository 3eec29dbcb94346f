/// All that decides what an encounter bills: the codes, the payer's policy, and the habits of whoever applies them.
///
/// A coder who is right has no habits. A misconception is a change to these rules.
package struct Rules: Sendable, Equatable {
    package var codes: CodeSet
    package var policy: Policy
    package var habits = Habits()

    package init(codes: CodeSet, policy: Policy) {
        self.codes = codes
        self.policy = policy
    }
}

/// Ways of deriving a claim that no payer has, only people.
package struct Habits: Sendable, Equatable {
    /// Which codes of a family are billed at all.
    package enum Bills: String, Sendable, CaseIterable {
        case everything
        /// The add-on by itself, whenever one is due.
        case furtherOnly = "further-only"
        case firstOnly = "first-only"
    }

    package var bills = Bills.everything
    /// Minutes for which the first code is billed again, and no add-on; nil to bill it once.
    package var firstEach: Int?
    /// The main family is billed for any kind of service.
    package var anyService = false
    /// Codes that may not be paid beside each other are billed all the same.
    package var ignoresExclusions = false

    package init() {}
}
