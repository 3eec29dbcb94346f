/// An answer that cannot be read: where, what was expected there, and what was probably meant.
package struct AnswerError: Error, Sendable, Equatable {
    /// What can be wrong with an answer.
    package enum Reason: Sendable, Equatable {
        case empty
        case tooLong(limit: Int)
        case tooManyLines(limit: Int)
        /// Something that is neither a code nor a count.
        case unexpected
        /// Nearly a code.
        case malformedCode(meant: Code?, slip: String?)
        case unitsNotWhole
        case unitsTooMany(limit: Int)
        case countWithoutCode
        case countTwice
        case modifierMalformed
        case noneAndCodes
    }

    /// What is wrong with it.
    package let reason: Reason
    /// Where the trouble starts, in Unicode scalars from the start of the answer, counted from 0.
    package let offset: Int
    /// How many scalars it takes.
    package let length: Int

    /// One clause: what is wrong, what was expected, and the nearest meaning.
    package var message: String {
        switch reason {
        case .empty: "nothing to read; an answer looks like 99601 x1, 99602 x2, or none"
        case .tooLong(let limit): "an answer has at most \(limit) characters"
        case .tooManyLines(let limit): "a claim has at most \(limit) lines"
        case .unexpected: "expected a code such as 99601, or a count such as x2"
        case .malformedCode(let meant?, let slip?): "\(slip); did you mean \(meant)?"
        case .malformedCode(let meant?, nil): "a code has five letters or digits; did you mean \(meant)?"
        case .malformedCode(nil, _): "expected a code: five letters or digits, such as 99601"
        case .unitsNotWhole: "units are whole numbers, such as x2"
        case .unitsTooMany(let limit): "more than \(limit) units cannot be billed on one line"
        case .countWithoutCode: "expected the code that this count belongs to"
        case .countTwice: "this line has its count already"
        case .modifierMalformed: "a modifier has two letters or digits, such as SS, and a count looks like x2"
        case .noneAndCodes: "either none or codes, not both"
        }
    }
}
