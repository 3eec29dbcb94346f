/// What one candidate answered in one exam, as calibration sees it.
package struct PersonResponses: Sendable, Equatable {
    /// An answer, by the names of the item and of the family that it was made from.
    package struct Answer: Sendable, Equatable {
        /// Names the item.
        package let item: String
        /// Names what it was made from.
        package let family: String
        /// Whether the answer was right, wholly.
        package let isRight: Bool
        /// What it earned, from 0 to 1.
        package let credit: Double

        /// - Parameters:
        ///   - item: Names the item.
        ///   - family: Names what it was made from.
        ///   - isRight: Whether the answer was right, wholly.
        ///   - credit: What it earned, from 0 to 1; nil where nothing is given for parts.
        package init(item: String, family: String, isRight: Bool, credit: Double? = nil) {
            self.item = item
            self.family = family
            self.isRight = isRight
            self.credit = credit ?? (isRight ? 1 : 0)
        }
    }

    /// One of each family at most; of more, the first counts.
    package let answers: [Answer]
    /// Whether the candidate is of the group that is held against the others; nil where no groups are compared.
    package let isFocal: Bool?

    package init(answers: [Answer], isFocal: Bool? = nil) {
        self.answers = answers
        self.isFocal = isFocal
    }
}
