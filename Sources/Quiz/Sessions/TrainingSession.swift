/// A training session: the items in their turn, what was answered, and what that shows.
///
/// It knows nothing of screens and clocks; a face asks it and shows what it says.
package struct TrainingSession: Sendable {
    package let items: [any Item]
    /// The place of the item that is being asked; equal to the number of items at the end.
    package private(set) var place = 0
    /// What became of each item that was left behind or answered.
    package private(set) var outcomes: [Outcome] = []
    private var hintsShown = 0

    /// What became of one item.
    package struct Outcome: Sendable {
        package let place: Int
        package let answer: String?
        /// Nil where the item was skipped.
        package let feedback: Feedback?
        package let hints: Int

        package var isRight: Bool { feedback?.isRight == true }
        package var isSkipped: Bool { feedback == nil }
    }

    package init(items: [any Item]) { self.items = items }

    /// The item that is being asked; nil at the end.
    package var item: (any Item)? { items.indices.contains(place) ? items[place] : nil }

    /// The item that was answered or skipped last.
    package var previous: (any Item)? { outcomes.last.map { items[$0.place] } }

    /// The next hint for the item; nil when there is none left.
    package mutating func hint() -> String? {
        guard let item, hintsShown < item.hints.count else { return nil }
        hintsShown += 1
        return item.hints[hintsShown - 1]
    }

    /// Judges an answer to the item and goes on to the next; nil at the end.
    ///
    /// - Throws: `UnreadableAnswer`; the item then stays open and nothing is counted.
    package mutating func answer(_ text: String) throws(UnreadableAnswer) -> Feedback? {
        guard let item else { return nil }
        let feedback = try item.judge(text)
        leave(Outcome(place: place, answer: text, feedback: feedback, hints: hintsShown))
        return feedback
    }

    /// Leaves the item unanswered.
    package mutating func skip() {
        guard item != nil else { return }
        leave(Outcome(place: place, answer: nil, feedback: nil, hints: hintsShown))
    }

    private mutating func leave(_ outcome: Outcome) {
        outcomes.append(outcome)
        place += 1
        hintsShown = 0
    }

    package var summary: Summary { Summary(of: self) }
}
