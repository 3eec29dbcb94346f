package import Content
package import Quiz
package import Records
import Scoring
import System

/// What is kept of a training session: every answer, before it is acknowledged, and what follows from it.
///
/// Without records the session goes on all the same, and is forgotten at its end.
package final class Journal {
    private let records: Records?
    private let learner: Records.Learner?
    /// Begun with its first answer: who only looks in leaves nothing behind, and does not wait for the disk.
    private var session: Records.Session?
    private let pack: Pack
    private let goal: Int
    private let opened: Records.Moment
    /// The revision of the kept state that `progress` follows from.
    private var revision: Int
    package private(set) var progress: LearnerProgress
    /// How fast the items of this session were answered.
    package private(set) var pace = Pace()
    /// The answers of this session that can be taken back, with how things stood before each.
    private var past: [(answer: Records.RowID<Records.Answer>?, progress: LearnerProgress, pace: Pace)] = []

    /// Opens the records for a session of a learner.
    ///
    /// - Throws: `RecordsError` where the records cannot be used.
    package init(of name: String, in pack: Pack, goal: Int, records: Records) throws(RecordsError) {
        opened = Records.Moment(milliseconds: LocalTime.now)
        self.pack = pack
        self.goal = goal
        self.records = records
        let learner = try records.learner(named: name, at: opened)
        self.learner = learner
        let kept = try records.currentState(of: learner.id, in: pack)
        revision = kept.revision
        progress = LearnerProgress(kept, of: pack)
    }

    /// A session of which nothing is kept.
    package init(forgetting pack: Pack) {
        opened = Records.Moment(milliseconds: LocalTime.now)
        self.pack = pack
        goal = 0
        records = nil
        learner = nil
        revision = 0
        progress = LearnerProgress(model: LearnerModel(in: BeliefSpace(of: pack)))
    }

    /// Takes in what became of an item. It is kept when this returns, if anything is.
    ///
    /// - Throws: `RecordsError` where it could not be kept: then nothing follows from it, and the session may go on.
    package func note(_ outcome: TrainingSession.Outcome, place: Int, took milliseconds: Int64) throws(RecordsError) {
        let now = LocalTime.now
        let before = progress
        progress.note(outcome, at: now, on: LocalTime.day(of: now).ordinal)
        past.append((nil, before, pace))
        if !outcome.isSkipped { pace.add(Int(clamping: milliseconds)) }
        guard let records, let learner else { return }
        let answer = Records.Answer(outcome, place: place, at: now, took: Int(clamping: milliseconds))
        do {
            let receipt = try records.record(
                answer, to: Records.Item(outcome.item), in: begun(by: learner, in: records),
                changing: progress.changes(since: before, revision: revision))
            past[past.count - 1].answer = receipt.id
            try follow(receipt.revision, of: learner, records)
        } catch {
            if past.last?.answer == nil { progress = before }
            throw error
        }
    }

    private func begun(by learner: Records.Learner, in records: Records) throws(RecordsError) -> Records.Session {
        if let session { return session }
        let begun = try records.startSession(of: learner.id, pack: pack.id.text, goal: goal, at: opened)
        session = begun
        return begun
    }

    /// Takes the last answer back.
    ///
    /// - Throws: `RecordsError`.
    package func undo() throws(RecordsError) {
        guard let last = past.popLast() else { return }
        progress = last.progress
        pace = last.pace
        guard let records, let learner, let answer = last.answer else { return }
        let moment = Records.Moment(milliseconds: LocalTime.now)
        let revision = try records.undo(answer, at: moment, leaving: progress.state(revision: revision))
        try follow(revision, of: learner, records)
    }

    /// Another program that came between makes what is kept follow from all answers anew.
    private func follow(
        _ newRevision: Int?, of learner: Records.Learner, _ records: Records
    ) throws(RecordsError) {
        if let newRevision {
            revision = newRevision
            return
        }
        let kept = try records.rebuiltState(of: learner.id, in: pack)
        revision = kept.revision
        progress = LearnerProgress(kept, of: pack)
    }

    /// Keeps a word to the educator about an item.
    ///
    /// - Returns: Whether it was kept.
    package func flag(_ item: Item, note: String) throws(RecordsError) -> Bool {
        guard let records, let learner else { return false }
        let moment = Records.Moment(milliseconds: LocalTime.now)
        try records.flag(Records.Item(item), by: learner.id, note: note, at: moment)
        return true
    }

    package func end() throws(RecordsError) {
        guard let records else { return }
        if let session { try records.endSession(session.id, at: Records.Moment(milliseconds: LocalTime.now)) }
        try records.close()
    }

    /// Which of some items the learner was asked before. What cannot be read was not.
    package func seen(among identities: [String]) -> Set<String> {
        guard let records, let learner else { return [] }
        return (try? records.seen(among: identities, by: learner.id)) ?? []
    }

    /// Answers of today; 0 where nothing is kept.
    var answersToday: Int {
        guard let records, let learner else { return 0 }
        let today = LocalTime.day(of: LocalTime.now).ordinal
        let ends = [today, today + 1].map { Records.Moment(milliseconds: LocalTime.start(ofDay: $0)) }
        return (try? records.counts(of: learner.id, in: pack.id.text, by: ends).first?.answered) ?? 0
    }

    /// Answers that tell how fast somebody is.
    private static let tellingAnswers = 200

    /// How fast the learner answered before this session; no answers where nothing is kept of them.
    package var earlierPace: Pace {
        guard let records, let learner else { return Pace() }
        let last = (try? records.lastAnswers(past.count + Self.tellingAnswers, of: learner.id)) ?? []
        return last.reduce(into: Pace()) { pace, kept in
            guard kept.session != session?.id, kept.pack == pack.id.text, kept.undone == nil,
                kept.answer.verdict != .skipped
            else { return }
            pace.add(kept.answer.responseMilliseconds)
        }
    }

    /// How the learner stands now; without records, only what this session showed.
    package func report() throws(RecordsError) -> ProgressReport {
        guard let records, let learner else {
            return ProgressReport(of: "learner", progress: progress, in: pack)
        }
        let days = try records.days(of: learner, in: pack)
        return ProgressReport(of: learner.name, progress: progress, days: days, in: pack)
    }

    /// Terms and facts with the times at which they are due.
    package var reviews: [ScheduledReview] {
        progress.reviews.map { identity, reviewed in
            ScheduledReview(
                item: identity, due: LocalTime.start(ofDay: reviewed.schedule.due),
                lastSeen: LocalTime.start(ofDay: reviewed.schedule.reviewed))
        }
    }
}
