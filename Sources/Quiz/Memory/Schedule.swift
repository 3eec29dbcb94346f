/// Where a card stands after its last review. It follows from the card's history alone and need not be kept.
package struct Schedule: Sendable, Hashable {
    /// How well the thing is remembered, at the moment after the last review.
    package let memory: Memory
    /// The day of the last review, in days since 1 January 1970.
    package let reviewed: Int
    /// The first day on which the card is due again, in days since 1 January 1970.
    package let due: Int

    package init(memory: Memory, reviewed: Int, due: Int) {
        self.memory = memory
        self.reviewed = reviewed
        self.due = due
    }
}

extension FSRS {
    /// Reviews a card on a day, given in days since 1 January 1970.
    ///
    /// - Parameters:
    ///   - earlier: Where the card stood before; nil at its first review.
    ///   - rating: How the recall went.
    ///   - day: The learner's own calendar day. One before the last review, where a clock was set back, counts as the
    ///     day of that review.
    /// - Returns: Where the card stands now.
    package func schedule(after earlier: Schedule?, _ rating: Rating, on day: Int) -> Schedule {
        let elapsed = earlier.map { max(0, day - $0.reviewed) } ?? 0
        let memory = next(earlier?.memory, rating, elapsedDays: elapsed)
        return Schedule(memory: memory, reviewed: day, due: day + interval(for: memory))
    }
}
