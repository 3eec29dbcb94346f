/// The least parts of an answer that mean something.
enum AnswerToken {
    case end
    case code(Code)
    /// A whole number in digits, at most one more than can be billed.
    case number(Int)
    /// A number that is not whole.
    case fraction
    /// A multiplication sign, or an `x`.
    case times
    /// A colon or an equals sign, between a code and its count.
    case link
    /// `#` or `@`, before a count.
    case countSign
    /// A sign that parts two lines.
    case parting(AnswerGap)
    /// A plus sign or an ampersand.
    case and
    case dash
    case open(UInt8)
    case close(UInt8)
    /// What may end a sentence.
    case stop
    case word(AnswerWord)
    /// Two letters or digits that are no word: a modifier, where it is known.
    case pair(Modifier)
    /// A word or sign that means nothing in an answer.
    case unknown
}

/// How strongly two things of an answer are parted: the weaker the gap, the more they belong together.
enum AnswerGap: Int, Comparable {
    case none, comma, semicolon, row

    static func < (left: AnswerGap, right: AnswerGap) -> Bool { left.rawValue < right.rawValue }
}
