package import Content

extension ItemKind {
    /// How an answer to an item of the kind is written, for somebody who never saw one. The codes are no pack's.
    package var howAnswersAreWritten: String {
        switch self {
        case .claim:
            "An answer is the claim: each code with its units, such as CODE x1, CODE x2, with modifiers after a hyphen, "
                + "such as CODE-25; none where nothing is billed."
        case .choice: "An answer is the number of an option."
        case .audit:
            "An answer is pay; or the number of the edit that fails and the claim as it should be, such as 2, CODE x1."
        case .denial: "An answer is the number of what went wrong and the claim as it should be, such as 2, CODE x1."
        case .clock: "An answer is minutes, such as 150, or hours and minutes, such as 2:30."
        case .circumstance: "An answer is yes; or no and the number of the first question that fails, such as no 2."
        case .term: "An answer is a word or a few, in any case; or the number of an option, where there are some."
        }
    }
}
