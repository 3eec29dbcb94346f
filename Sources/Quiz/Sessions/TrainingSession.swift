import Content

/// A training session: the items that were asked, what was answered, and what that shows.
///
/// It knows nothing of screens, clocks and files; a face asks it and shows what it says.
package struct TrainingSession: Sendable {
    /// How many items the session is meant to have.
    package let goal: Int
    /// The items asked so far, the open one last.
    package private(set) var items: [Asked] = []
    /// What became of each item that was answered or skipped, in order.
    package private(set) var outcomes: [Outcome] = []
    private var hintsShown = 0
    /// Rules that were looked up while the open item asked for them; each counts as a hint.
    private var consulted = 0

    /// An item, and why it was chosen.
    package struct Asked: Sendable {
        /// What is asked.
        package let item: Item
        /// One sentence to the learner; nil where the items were settled beforehand.
        package let reason: String?

        package init(item: Item, reason: String?) {
            self.item = item
            self.reason = reason
        }
    }

    /// What became of one item.
    package struct Outcome: Sendable {
        /// What was asked.
        package let item: Item
        /// As it was typed, with what was said of how sure the learner is; nil where the item was skipped.
        package let answer: String?
        /// Nil where the item was skipped.
        package let feedback: Feedback?
        /// How many hints were shown before the answer.
        package let hints: Int

        package init(item: Item, answer: String?, feedback: Feedback?, hints: Int) {
            self.item = item
            self.answer = answer
            self.feedback = feedback
            self.hints = hints
        }

        /// What became of an item that was answered elsewhere, judged anew; nil where the answer cannot be read.
        ///
        /// - Parameters:
        ///   - item: What was asked.
        ///   - answer: As it was typed; nil where the item was skipped.
        ///   - hints: How many were shown before it.
        package init?(of item: Item, answered answer: String?, hints: Int) {
            do {
                let feedback = try answer.map { text throws(UnreadableAnswer) in
                    try item.judge(Confidence.parting(text).answer)
                }
                self.init(item: item, answer: answer, feedback: feedback, hints: hints)
            } catch {
                return nil
            }
        }

        /// How sure the learner was; nil where nothing was said of it.
        package var confidence: Confidence? { answer.flatMap { Confidence.parting($0).confidence } }
        /// Whether the learner was sure and wrong.
        package var isMistaken: Bool { confidence == .sure && !isRight }
        /// Whether the answer was wholly right.
        package var isRight: Bool { feedback?.isRight == true }
        /// Whether the item was left without an answer.
        package var isSkipped: Bool { feedback == nil }
    }

    package init(goal: Int) { self.goal = goal }

    /// A session as it was left.
    ///
    /// - Parameters:
    ///   - goal: How many items it is meant to have.
    ///   - items: Those that were asked: as many as became something, or one more, which is open.
    ///   - outcomes: What became of them.
    ///   - hints: How many are counted for the open one.
    package init(goal: Int, items: [Asked], outcomes: [Outcome], hints: Int) {
        self.goal = goal
        self.items = items
        self.outcomes = outcomes
        hintsShown = hints
    }

    /// How many hints are counted for the open item.
    package var hints: Int { hintsShown + consulted }

    /// The item that is open; nil where the next is to be asked, or none is left.
    package var open: Asked? { items.count > outcomes.count ? items.last : nil }

    /// Whether as many items were answered as the session is meant to have.
    package var isComplete: Bool { outcomes.count >= goal }

    /// Asks an item. The one that was open, if any, is asked no more.
    package mutating func ask(_ item: Item, because reason: String? = nil) {
        items.removeLast(items.count - outcomes.count)
        items.append(Asked(item: item, reason: reason))
        hintsShown = 0
        consulted = 0
    }

    /// The next hint for the open item; nil when there is none left.
    package mutating func hint() -> String? {
        guard let item = open?.item, hintsShown < item.hints.count else { return nil }
        hintsShown += 1
        return item.hints[hintsShown - 1]
    }

    /// Notes that a rule was looked up. Where the open item asks which rule a claim broke, that says as much as a hint.
    ///
    /// - Returns: Whether it counts.
    package mutating func consult() -> Bool {
        guard let kind = open?.item.kind, kind == .audit || kind == .denial else { return false }
        consulted += 1
        return true
    }

    /// Judges an answer to the open item, which is then closed; nil where none is open. Behind the answer it may be said
    /// how sure the learner is.
    ///
    /// - Throws: `UnreadableAnswer`; the item then stays open and nothing is counted.
    package mutating func answer(_ text: String) throws(UnreadableAnswer) -> Outcome? {
        guard let item = open?.item else { return nil }
        return close(item, answer: text, feedback: try item.judge(Confidence.parting(text).answer))
    }

    /// Closes the open item unanswered; nil where none is open.
    package mutating func skip() -> Outcome? {
        open.map { close($0.item, answer: nil, feedback: nil) }
    }

    /// Takes the last answer back: its item is open again. Its key was shown, so it counts as one after every hint.
    ///
    /// - Returns: What is no more; nil where nothing was answered yet.
    package mutating func undo() -> Outcome? {
        guard let last = outcomes.popLast() else { return nil }
        items.removeLast(items.count - outcomes.count - 1)
        hintsShown = max(last.hints, last.item.hints.count, 1)
        consulted = 0
        return last
    }

    private mutating func close(_ item: Item, answer: String?, feedback: Feedback?) -> Outcome {
        let outcome = Outcome(item: item, answer: answer, feedback: feedback, hints: hintsShown + consulted)
        outcomes.append(outcome)
        hintsShown = 0
        consulted = 0
        return outcome
    }

    /// What the session showed so far.
    package var summary: Summary { Summary(of: outcomes) }
}
