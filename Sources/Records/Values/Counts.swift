extension Records {
    /// How many answers came out how.
    package struct Counts: Equatable, Sendable {
        package var correct = 0
        package var partial = 0
        package var incorrect = 0
        package var skipped = 0

        package init(correct: Int = 0, partial: Int = 0, incorrect: Int = 0, skipped: Int = 0) {
            self.correct = correct
            self.partial = partial
            self.incorrect = incorrect
            self.skipped = skipped
        }

        /// All but what was skipped.
        package var answered: Int { correct + partial + incorrect }

        mutating func add(_ verdict: Verdict) {
            switch verdict {
            case .correct: correct += 1
            case .partial: partial += 1
            case .incorrect: incorrect += 1
            case .skipped: skipped += 1
            }
        }
    }
}
