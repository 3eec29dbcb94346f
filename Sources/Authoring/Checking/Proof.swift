package import Content
package import Scoring

/// What an author expects a scenario to bill under one policy, held against what the core derives.
package struct Proof: Sendable {
    /// What is billed.
    package let scenario: ID<Scenario>
    /// Under which it is billed.
    package let policy: ID<Policy>
    /// Where the expectation stands; where the scenario stands, if it has none.
    package let position: FilePosition
    /// Nil where the author states none.
    package let expected: Claim?
    /// What the core derives.
    package let derived: Claim
    let steps: [Step]
    let wording: Wording

    /// How the core comes to it, in plain words.
    package var why: String { steps.text(by: wording) }

    /// What is derived, as it is shown beside what was expected.
    package var derivedWords: String {
        guard let expected, holds == false else { return derived.shown }
        return derived.shown(against: expected)
    }

    /// Whether author and core agree; nil where there is nothing to agree on.
    package var holds: Bool? { expected.map { $0.billsTheSame(as: derived) } }
}
