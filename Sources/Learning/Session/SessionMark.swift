package import Content
package import Machine
package import Quiz
import Scoring

/// What of a journal another one needs to go on with its session.
struct JournalThread: Codable, Sendable, Equatable {
    /// The number of the session; nil before its first answer.
    let session: Int64?
    /// When it began, in milliseconds.
    let opened: Int64
    /// The numbers of its answers; nil for one that could not be kept.
    let answers: [Int64?]
}

/// A session of training as it stands, so that it can be gone on with wherever its learner is asked next: the same items,
/// the same hints, and what can still be taken back.
package struct SessionMark: Sendable, Equatable {
    private let kept: Kept

    /// An item by its identity, and what became of it.
    private struct Step: Codable, Sendable, Equatable {
        let item: String
        let reason: String?
        var answer: String?
        var hints = 0
    }

    private struct Kept: Codable, Sendable, Equatable {
        let thread: JournalThread
        let steps: [Step]
        let isOpen: Bool
        let isOver: Bool
        let shelved: Step?
        let since: Int64
        let refuted: String?
    }

    /// A session as it stands now.
    package init(_ session: LearningSession) {
        let left = session.session
        var isOver = false
        if case .over = session.phase { isOver = true }
        let steps = left.items.enumerated().map { position, asked in
            let outcome = left.outcomes.indices.contains(position) ? left.outcomes[position] : nil
            return Step(
                item: asked.item.id.description, reason: asked.reason, answer: outcome?.answer,
                hints: outcome?.hints ?? left.hints)
        }
        let past = session.time.uptime - (left.open == nil ? session.closed : session.shown)
        kept = Kept(
            thread: session.journal.thread, steps: steps, isOpen: left.open != nil, isOver: isOver,
            shelved: session.shelved.map { Step(item: $0.item.id.description, reason: $0.reason) },
            since: session.time.now.adding(milliseconds: -past).milliseconds,
            refuted: session.refutation?.belief.id.text)
    }

    /// Reads what `text` wrote; nil where it is none.
    package init?(_ text: String) {
        guard let kept: Kept = MarkText.read(text) else { return nil }
        self.kept = kept
    }

    /// In the form in which it is kept.
    package var text: String { MarkText.written(kept) }

    /// The session, gone on with.
    ///
    /// - Parameters:
    ///   - pack: What is learned.
    ///   - request: What the learner asked to practise.
    ///   - seed: Settles what is drawn from now on.
    ///   - journal: Of the learner, in the same pack.
    ///   - time: Tells when things happen.
    /// - Returns: The session; nil where the pack makes an item of it no more.
    package func session(
        in pack: Pack, for request: PracticeRequest, seed: UInt64, journal: sending Journal, time: any TimeSource
    ) -> sending LearningSession? {
        let payers = journal.progress.model.beliefs.space.payers
        func asked(_ step: Step) -> TrainingSession.Asked? {
            ItemID(step.item).flatMap(payers.item).map { TrainingSession.Asked(item: $0, reason: step.reason) }
        }
        let items = kept.steps.compactMap(asked)
        let closed = kept.isOpen ? kept.steps.dropLast() : kept.steps[...]
        let outcomes = zip(items, closed).compactMap { asked, step in
            TrainingSession.Outcome(of: asked.item, answered: step.answer, hints: step.hints)
        }
        guard items.count == kept.steps.count, outcomes.count == closed.count else { return nil }
        let hints = kept.isOpen ? kept.steps.last?.hints ?? 0 : 0
        let left = TrainingSession(goal: request.count, items: items, outcomes: outcomes, hints: hints)
        let session = LearningSession(in: pack, for: request, seed: seed, journal: journal, time: time)
        journal.resume(kept.thread)
        session.resume(
            left, isOver: kept.isOver, shelved: kept.shelved.flatMap(asked), since: Moment(milliseconds: kept.since),
            refuting: refutation(of: outcomes.last, in: journal))
        return session
    }

    private func refutation(of outcome: TrainingSession.Outcome?, in journal: Journal) -> Refutation? {
        guard let outcome, let refuted = kept.refuted, let situation = outcome.item.situation else { return nil }
        let model = journal.progress.model
        let refutation = Refutation(
            ID(refuted), about: situation, outcome.feedback, times: model.cures[ID(refuted)]?.met ?? 1,
            among: model.beliefs.space.payers)
        return journal.isTaughtInWords ? refutation?.inWords : refutation
    }
}
