/// How a recall went: the four ratings of FSRS, with their published numbers.
package enum Rating: Int, Sendable, CaseIterable {
    case again = 1
    case hard, good, easy

    /// The rating that a graded answer stands for, since a learner is never asked for one.
    ///
    /// | answer | rating |
    /// |---|---|
    /// | wrong, or right only in part | again |
    /// | right, but with hints or with a slip of spelling that was let pass | hard |
    /// | right, unaided and faster than a third of the learner's usual time | easy |
    /// | right | good |
    ///
    /// The first row that fits decides: speed does not make up for a hint.
    ///
    /// - Parameters:
    ///   - isRight: Whether the answer was taken as wholly right.
    ///   - hints: How many hints were shown before it.
    ///   - isMisspelt: Whether it was taken in spite of its spelling.
    ///   - isFast: Whether it came in less than a third of the time that this learner usually takes for such an item.
    package init(isRight: Bool, hints: Int = 0, isMisspelt: Bool = false, isFast: Bool = false) {
        self =
            if !isRight {
                .again
            } else if hints > 0 || isMisspelt {
                .hard
            } else if isFast {
                .easy
            } else {
                .good
            }
    }
}
