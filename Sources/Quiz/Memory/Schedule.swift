/// Where a card stands after its last review. It follows from the card's history alone and need not be kept.
package struct Schedule: Sendable, Hashable {
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
    /// Replays a card's history, in the order in which it took place; nil where there is none.
    ///
    /// The same as calling `next` review by review and `interval` after the last. The steps are those that the parameters
    /// are trained on.
    package func replay(_ history: some BidirectionalCollection<Review>) -> Schedule? {
        let memory = ReviewStep.steps(of: history).reduce(nil as Memory?) {
            next($0, $1.rating, elapsedDays: $1.elapsedDays)
        }
        guard let memory, let last = history.last else { return nil }
        return Schedule(memory: memory, reviewed: last.day, due: last.day + interval(for: memory))
    }
}
