package import Scoring

/// What a learner is told of an answer.
package struct Feedback: Sendable, Equatable {
    /// Whether the answer is right, right in part or wrong.
    package internal(set) var verdict: Grade.Verdict
    /// 0 to 1.
    package internal(set) var fraction: Double
    /// The answer beside the key, code by code; empty where the answer has no parts.
    package var comparison: [Comparison] = []
    /// A remark on an answer that was taken in spite of its form, such as a misspelt term.
    package var remark: String?
    /// Edits that the answer fails.
    package var edits: [Edit.Name] = []
    /// What would come back from the payer.
    package var returned: [Return] = []
    /// The wrong belief, or the beliefs, any of which leads to this answer.
    package var beliefs: [Belief] = []
    /// Where no belief explains a wrong answer: the step of the derivation at which it may have parted from the key.
    package var partingStep: String?
    /// Policies of the pack under which the answer would be right.
    package var rightUnder: [ID<Policy>] = []
    /// How few more minutes would have changed the key; nil where none within an hour would.
    package var minutesToChange: Int?

    /// Whether the answer is wholly right.
    package var isRight: Bool { verdict == .correct }

    /// One code of the answer, of the key, or of both.
    package struct Comparison: Sendable, Equatable {
        /// The procedure code.
        package let code: String
        /// As billed: units, with modifiers; nil where the code is not billed.
        package let answered: String?
        /// What the key has; nil where the code is not due.
        package let due: String?
        /// What is wrong; nil where nothing is.
        package let remark: String?
    }

    /// One failed edit as the payer would answer it.
    package struct Return: Sendable, Equatable {
        /// The reason codes, such as `151, N362`; nil where no payer objects.
        package let reason: String?
        /// What the payer objects to, in a sentence.
        package let message: String
        /// Whether less is billed than was earned: no payer objects, and the money is left.
        package let isUnderbilling: Bool
        /// Other codes of the claim that fail the same edit.
        package let others: [String]
    }

    /// Beliefs that are held together, with what is so instead.
    package struct Belief: Sendable, Equatable {
        /// The beliefs, by the pack's ids.
        package let ids: [ID<Misconception>]
        /// What they hold, as clauses.
        package let words: String
        /// What is so instead, in sentences.
        package let correction: String
        /// Other policies of the pack whose own rule it is, and under which the answer is right.
        package var heldBy: [ID<Policy>] = []
    }
}
