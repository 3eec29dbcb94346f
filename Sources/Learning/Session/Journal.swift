package import Content
package import Machine
package import Quiz
import Scoring

/// What is kept of one learner's session in one pack: every answer, before it is acknowledged, and what follows from it.
///
/// Without a store the session goes on all the same, and is forgotten at its end.
package final class Journal {
    private let pack: Pack
    private let goal: Int
    private let time: any TimeSource
    private var opened: Moment
    private let shelf: Shelf?
    /// Begun with its first answer: who only looks in leaves nothing behind, and does not wait for the disk.
    private var session: Records.Session?
    /// The revision of the kept state that `progress` follows from.
    private var revision: Int
    /// Where the learner stands now.
    package private(set) var progress: LearnerProgress
    /// Whether beliefs are only corrected in words, since the learner agreed to a comparison of ways to teach.
    let isTaughtInWords: Bool
    /// How fast the items of this session were answered.
    package private(set) var pace = Pace()
    /// The answers of this session that can be taken back, with how things stood before each.
    private var past: [Past] = []

    /// An answer of the session, and how things stood before it; nil where it was given elsewhere.
    private struct Past {
        var answer: Records.Answer.ID?
        let before: (progress: LearnerProgress, pace: Pace)?
    }

    /// Where it is kept, and whose it is.
    private struct Shelf {
        let store: any LearnerStore
        let learner: Records.Learner
    }

    /// Opens what is kept of a learner for a session.
    ///
    /// - Parameters:
    ///   - name: The learner's, who is made when the name is first used.
    ///   - pack: What is learned.
    ///   - goal: How many items the learner means to answer.
    ///   - store: Where it is kept; closed when the journal ends.
    ///   - time: Tells when things happen, and on which day where the learner is.
    /// - Throws: `RecordsError` where the store cannot be used.
    package init(
        of name: String, in pack: Pack, goal: Int, store: any LearnerStore, time: any TimeSource
    ) throws(RecordsError) {
        self.pack = pack
        self.goal = goal
        self.time = time
        opened = time.now
        let learner = try store.learner(named: name, at: opened)
        shelf = Shelf(store: store, learner: learner)
        let kept = try store.currentState(of: learner.id, in: pack, zone: time.zone)
        revision = kept.revision
        progress = LearnerProgress(kept, of: pack, in: time.zone)
        let notes = try store.lessonNotes(of: learner.id, in: pack.id.text)
        isTaughtInWords = TeachingComparison.way(of: name) == .corrections && TeachingComparison.isAgreed(in: notes)
    }

    /// A session of which nothing is kept.
    package init(forgetting pack: Pack, time: any TimeSource) {
        self.pack = pack
        self.time = time
        opened = time.now
        goal = 0
        shelf = nil
        revision = 0
        isTaughtInWords = false
        progress = LearnerProgress(model: LearnerModel(in: BeliefSpace(of: pack)))
    }

    /// The day where the learner is.
    var today: Day { time.today }

    // MARK: Writing

    /// Takes in what became of an item. It is kept when this returns, if anything is.
    ///
    /// - Parameters:
    ///   - outcome: The answer and what was said of it.
    ///   - position: The item's in the session, from 0.
    ///   - milliseconds: How long the learner took.
    /// - Throws: `RecordsError` where it could not be kept: then nothing follows from it, and the session may go on.
    package func note(_ outcome: TrainingSession.Outcome, position: Int, took milliseconds: Int64) throws(RecordsError)
    {
        let now = time.now
        let before = progress
        progress.note(outcome, at: now, on: time.zone.day(of: now).ordinal)
        past.append(Past(answer: nil, before: (before, pace)))
        if !outcome.isSkipped { pace.add(Int(clamping: milliseconds)) }
        guard let shelf else { return }
        let answer = Records.Answer(outcome, position: position, at: now, took: Int(clamping: milliseconds))
        do {
            let receipt = try shelf.store.record(
                answer, to: Records.Item(outcome.item), in: begun(on: shelf),
                changing: progress.changes(since: before, revision: revision, in: time.zone))
            past[past.count - 1].answer = receipt.id
            try follow(receipt.revision, on: shelf)
        } catch {
            if past.last?.answer == nil { progress = before }
            throw error
        }
    }

    private func begun(on shelf: Shelf) throws(RecordsError) -> Records.Session {
        if let session { return session }
        let begun = try shelf.store.startSession(of: shelf.learner.id, pack: pack.id.text, goal: goal, at: opened)
        session = begun
        return begun
    }

    /// Takes the last answer back.
    ///
    /// - Throws: `RecordsError` where that could not be kept.
    package func undo() throws(RecordsError) {
        guard let last = past.popLast() else { return }
        if let before = last.before { (progress, pace) = before }
        guard let shelf, let answer = last.answer else { return }
        // What was before an answer that was given elsewhere follows from all answers anew.
        let left = last.before.map { _ in progress.state(revision: revision, in: time.zone) } ?? Records.State()
        try follow(try shelf.store.undo(answer, at: time.now, leaving: left), on: shelf)
    }

    // MARK: Going on elsewhere

    /// What another journal of the same learner needs to go on with the session.
    var thread: JournalThread {
        JournalThread(session: session?.id.number, opened: opened.milliseconds, answers: past.map { $0.answer?.number })
    }

    /// Goes on with a session that was begun elsewhere.
    func resume(_ thread: JournalThread) {
        opened = Moment(milliseconds: thread.opened)
        past = thread.answers.map { Past(answer: $0.map { Records.RowID($0) }, before: nil) }
        guard let shelf, let number = thread.session else { return }
        session = Records.Session(
            id: Records.RowID(number), learner: shelf.learner.id, pack: pack.id.text, started: opened, ended: nil,
            goal: goal)
    }

    /// Another session that came between makes what is kept follow from all answers anew.
    private func follow(_ newRevision: Int?, on shelf: Shelf) throws(RecordsError) {
        if let newRevision {
            revision = newRevision
            return
        }
        let kept = try shelf.store.rebuiltState(of: shelf.learner.id, in: pack, zone: time.zone)
        revision = kept.revision
        progress = LearnerProgress(kept, of: pack, in: time.zone)
    }

    /// Keeps a word to the educator about an item.
    ///
    /// - Returns: Whether it was kept.
    /// - Throws: `RecordsError` where it should have been.
    package func flag(_ item: Item, note: String) throws(RecordsError) -> Bool {
        guard let shelf else { return false }
        try shelf.store.flag(Records.Item(item), by: shelf.learner.id, note: note, at: time.now)
        return true
    }

    /// Keeps that the learner agrees to the comparison of ways to teach, or no longer does. It holds from the next
    /// session on.
    ///
    /// - Returns: Whether it was kept.
    /// - Throws: `RecordsError` where it should have been.
    package func setAgreement(_ isAgreed: Bool) throws(RecordsError) -> Bool {
        guard shelf != nil else { return false }
        try note(LessonEvent(isAgreed ? .begun : .ended(isMastered: false), of: TeachingComparison.name))
        return true
    }

    /// Keeps something that happened in a lesson, if anything is kept.
    ///
    /// - Throws: `RecordsError` where it should have been.
    func note(_ event: LessonEvent) throws(RecordsError) {
        guard let shelf else { return }
        try shelf.store.record(
            Records.LessonNote(event, at: time.now), of: shelf.learner.id, in: pack.id.text)
    }

    /// Ends the session and lets go of the store.
    ///
    /// - Throws: `RecordsError` where that could not be kept.
    package func end() throws(RecordsError) {
        guard let shelf else { return }
        if let session { try shelf.store.endSession(session.id, at: time.now) }
        try shelf.store.close()
    }

    // MARK: Reading

    /// Which of some items the learner was asked before. What cannot be read was not.
    package func seen(among identities: [String]) -> Set<String> {
        guard let shelf else { return [] }
        return (try? shelf.store.seen(among: identities, by: shelf.learner.id)) ?? []
    }

    /// Answers of today; 0 where nothing is kept.
    var answersToday: Int {
        guard let shelf else { return 0 }
        let (start, end) = (time.zone.start(of: today), time.zone.start(ofDay: today.ordinal + 1))
        return (try? shelf.store.answered(by: shelf.learner.id, in: pack.id.text, from: start, to: end)) ?? 0
    }

    /// How fast the learner answered before this session; no answers where nothing is kept of them.
    package var earlierPace: Pace {
        guard let shelf else { return Pace() }
        let last = try? shelf.store.tellingAnswers(of: shelf.learner.id, in: pack, andLookingAt: past.count)
        return Pace(of: (last ?? []).filter { $0.session != session?.id })
    }

    /// What happened in the learner's lessons, in order; nothing where nothing is kept.
    ///
    /// - Throws: `RecordsError` where it cannot be read.
    func lessonEvents() throws(RecordsError) -> [LessonEvent] {
        guard let shelf else { return [] }
        return try shelf.store.lessonNotes(of: shelf.learner.id, in: pack.id.text).courseEvents
    }

    /// How the learner stands now; without a store, only what this session showed.
    ///
    /// - Throws: `RecordsError` where it cannot be read.
    package func report() throws(RecordsError) -> ProgressReport {
        guard let shelf else {
            return ProgressReport(of: "learner", progress: progress, in: pack, on: today)
        }
        return try shelf.store.report(of: shelf.learner, standing: progress, in: pack, at: time)
    }

    /// Terms and facts with the times at which they are due.
    package var reviews: [ScheduledReview] {
        progress.reviews.map { identity, reviewed in
            ScheduledReview(
                item: identity, due: time.zone.start(ofDay: reviewed.schedule.due),
                lastSeen: time.zone.start(ofDay: reviewed.schedule.reviewed))
        }
    }
}
