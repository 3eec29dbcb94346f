package import Content
import Quiz
import Scoring

extension LearnerStore {
    /// A learner's answers in any pack as others take them, those that were undone, too.
    ///
    /// - Parameters:
    ///   - learner: Whose they are.
    ///   - number: Only those that were kept after this one.
    ///   - count: How many at most.
    /// - Returns: In the order in which they were kept.
    /// - Throws: `RecordsError` where they cannot be read.
    package func sharedAnswers(
        of learner: Records.Learner.ID, after number: Int64, atMost count: Int
    ) throws(RecordsError) -> [SharedAnswer] {
        let later = try lastAnswers(.max, of: learner).reversed().drop { $0.id.number <= number }
        return later.prefix(count).map { SharedAnswer($0) }
    }

    /// Takes in answers of a learner that were given elsewhere, and judges them. An answer to an item at a moment is one
    /// answer, however often and by which way it comes. What follows from all of them is worked out anew when it is
    /// needed next.
    ///
    /// - Parameters:
    ///   - shared: In the order in which they were given.
    ///   - learner: Whose they are.
    ///   - packs: Those that make items here.
    /// - Returns: What became of them.
    /// - Throws: `RecordsError` where they cannot be kept; some may be, and those are known the next time.
    package func take(
        _ shared: [SharedAnswer], of learner: Records.Learner.ID, in packs: [Pack]
    ) throws(RecordsError) -> TakenAnswers {
        var intake = Intake(of: learner, in: packs)
        for recorded in try lastAnswers(.max, of: learner) { intake.know(recorded) }
        for answer in shared { try intake.take(answer, in: self) }
        try intake.end(in: self)
        return intake.taken
    }
}

/// Answers from elsewhere on their way into a store.
private struct Intake {
    private(set) var taken = TakenAnswers()
    private let learner: Records.Learner.ID
    private let packs: [Pack]
    private var payers: [ID<Pack>: Payers] = [:]
    private var known: [Key: Known] = [:]
    /// The session that new answers are kept in, by pack, with when the last of them was given.
    private var sessions: [String: (session: Records.Session, last: Moment)] = [:]

    /// What tells an answer from all others of the learner.
    private struct Key: Hashable {
        let item: String
        let at: Int64
    }

    private struct Known {
        let id: Records.Answer.ID
        let isUndone: Bool
    }

    init(of learner: Records.Learner.ID, in packs: [Pack]) {
        self.learner = learner
        self.packs = packs
    }

    mutating func know(_ recorded: Records.RecordedAnswer) {
        known[Key(item: recorded.item, at: recorded.answer.at.milliseconds)] = Known(
            id: recorded.id, isUndone: recorded.undone != nil)
    }

    mutating func take(_ shared: SharedAnswer, in store: some LearnerStore) throws(RecordsError) {
        let key = Key(item: shared.item, at: shared.at)
        if let found = known[key] {
            taken.known += 1
            if let undone = shared.undone, !found.isUndone { try undo(found.id, at: undone, key, in: store) }
            return
        }
        guard let outcome = outcome(of: shared) else {
            taken.leftOut += 1
            return
        }
        let moment = Moment(milliseconds: shared.at)
        let answer = Records.Answer(outcome, position: shared.position, at: moment, took: shared.response)
        let session = try session(in: outcome.item.id.pack.text, at: moment, in: store)
        guard let id = try store.recordOnce(answer, to: Records.Item(outcome.item), in: session) else {
            // Somebody else takes the same answers in just now.
            taken.known += 1
            return
        }
        taken.new += 1
        known[key] = Known(id: id, isUndone: false)
        if let undone = shared.undone { try undo(id, at: undone, key, in: store) }
    }

    /// Ends the sessions that were begun for it.
    func end(in store: some LearnerStore) throws(RecordsError) {
        for (session, last) in sessions.values { try store.endSession(session.id, at: last) }
    }

    private mutating func undo(
        _ id: Records.Answer.ID, at moment: Int64, _ key: Key, in store: some LearnerStore
    ) throws(RecordsError) {
        // No state comes before the first: what is kept is marked as one that does not follow, and worked out anew.
        _ = try store.undo(id, at: Moment(milliseconds: moment), leaving: Records.State(revision: -1))
        known[key] = Known(id: id, isUndone: true)
    }

    private mutating func session(
        in pack: String, at moment: Moment, in store: some LearnerStore
    ) throws(RecordsError) -> Records.Session {
        if let (session, last) = sessions[pack] {
            sessions[pack] = (session, max(last, moment))
            return session
        }
        let session = try store.startSession(of: learner, pack: pack, goal: 0, at: moment)
        sessions[pack] = (session, moment)
        return session
    }

    /// What became of the item, judged here; nil where no pack makes it, or nobody can have given such an answer.
    private mutating func outcome(of shared: SharedAnswer) -> TrainingSession.Outcome? {
        guard shared.isWithinBounds, let id = ItemID(shared.item), let pack = packs.first(where: { $0.id == id.pack })
        else { return nil }
        let payers = payers[pack.id] ?? Payers(of: pack)
        self.payers[pack.id] = payers
        return payers.item(id).flatMap { item in
            TrainingSession.Outcome(of: item, answered: shared.text, hints: shared.hints)
        }
    }
}
