package import Scoring

/// Keeps what happened: who learns, what was asked, what was answered, and the state that follows.
///
/// Answers are only ever added. The state that is kept beside them (memory, mastery, beliefs) is worked out by the
/// caller, written with the answer all or nothing, and can be rebuilt from the answers at any time. A store has no
/// clock and no chance: every moment is handed in, and what came first is decided by row numbers, so a clock that is
/// set back does no harm.
///
/// Several sessions, of one program or of many, may use the same records at once. A call returns once what it wrote is
/// as safe as the store can make it, and blocks until then: whoever must not wait calls from a thread of its own. Each
/// call throws a ``RecordsError`` and then leaves everything as it was.
package protocol LearnerStore: Sendable {
    // MARK: Who learns

    /// The learner of a name, who is made when the name is first used.
    ///
    /// - Throws: ``RecordsError``; of kind `name` unless it is 1 to 64 printable characters.
    func learner(named name: String, at moment: Moment) throws(RecordsError) -> Records.Learner

    /// The learner of a name; nil where nobody has used it.
    func knownLearner(named name: String) throws(RecordsError) -> Records.Learner?

    /// The names of all learners, in order.
    func learnerNames() throws(RecordsError) -> [String]

    // MARK: What happens

    /// Begins a session of so many items.
    func startSession(
        of learner: Records.Learner.ID, pack: String, goal: Int, at moment: Moment
    ) throws(RecordsError) -> Records.Session

    /// Ends a session; one that has ended already keeps its first end.
    func endSession(_ session: Records.Session.ID, at moment: Moment) throws(RecordsError)

    /// Keeps an answer, the item it was given to, and what follows from it, all or nothing.
    ///
    /// - Parameters:
    ///   - answer: The answer; see `Records.Answer.check` for what it must be.
    ///   - item: What was asked. The first text that comes under its identity stays.
    ///   - session: In which it was asked.
    ///   - state: The rows that the answer changes, and the revision of the state they were worked out from.
    /// - Returns: The answer's number, and whether the state was kept.
    /// - Throws: ``RecordsError``.
    func record(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session, changing state: Records.State
    ) throws(RecordsError) -> Records.Receipt

    /// Keeps an answer that was given elsewhere, unless an answer of the learner to the same item at the same moment is
    /// kept already; what follows from all of them wants a `rebuild` then.
    ///
    /// - Parameters:
    ///   - answer: The answer; see `Records.Answer.check` for what it must be.
    ///   - item: What was asked. The first text that comes under its identity stays.
    ///   - session: In which it is kept.
    /// - Returns: The answer's number; nil where it is here already.
    /// - Throws: ``RecordsError``.
    func recordOnce(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session
    ) throws(RecordsError) -> Records.Answer.ID?

    /// Marks an answer as undone: it stays where it is, and counts no more.
    ///
    /// - Parameters:
    ///   - answer: One that was not undone before.
    ///   - moment: When it is undone.
    ///   - state: All that follows from the answers that are left in the pack, with the revision it replaces.
    /// - Returns: The new revision; nil as in a `Receipt`.
    /// - Throws: ``RecordsError``.
    func undo(
        _ answer: Records.Answer.ID, at moment: Moment, leaving state: Records.State
    ) throws(RecordsError) -> Int?

    /// Keeps a learner's word about an item.
    @discardableResult
    func flag(
        _ item: Records.Item, by learner: Records.Learner.ID, note: String, at moment: Moment
    ) throws(RecordsError) -> Records.Flag.ID

    /// Keeps something that happened in a lesson of a pack.
    func record(
        _ note: Records.LessonNote, of learner: Records.Learner.ID, in pack: String
    ) throws(RecordsError)

    /// Works out anew what follows from a learner's answers, and puts it in place of what was kept.
    ///
    /// Nothing can come between the reading and the writing: others who write wait meanwhile.
    ///
    /// - Parameters:
    ///   - learner: Whose answers are replayed.
    ///   - pack: The only pack whose answers are replayed and whose state is replaced; nil for all.
    ///   - replay: What works it out.
    /// - Returns: The states by pack, with their new revisions.
    /// - Throws: ``RecordsError``.
    func rebuild(
        _ learner: Records.Learner.ID, in pack: String?, by replay: some Records.Replay
    ) throws(RecordsError) -> [String: Records.State]

    // MARK: What is known

    /// What follows from a learner's answers in a pack.
    func state(of learner: Records.Learner.ID, in pack: String) throws(RecordsError) -> Records.State

    /// Which of some items, named by their identities, a learner was asked and answered or skipped, undone or not.
    func seen(among items: [String], by learner: Records.Learner.ID) throws(RecordsError) -> Set<String>

    /// How many items of a pack a learner answered from one moment to before another; neither those skipped nor those
    /// undone count.
    func answered(
        by learner: Records.Learner.ID, in pack: String, from start: Moment, to end: Moment
    ) throws(RecordsError) -> Int

    /// A learner's answers in a pack that stand, in the order in which they were kept.
    func answers(of learner: Records.Learner.ID, in pack: String) throws(RecordsError) -> [Records.RecordedAnswer]

    /// A learner's last answers in any pack, undone ones too, the last of them first.
    func lastAnswers(_ count: Int, of learner: Records.Learner.ID) throws(RecordsError) -> [Records.RecordedAnswer]

    /// Hands on when a learner answered in a pack, how many milliseconds it took, and how well it went: answer by
    /// answer, so that no more than one is in memory, and those that were undone left out.
    func forEachAnswer(
        of learner: Records.Learner.ID, in pack: String, _ body: (Moment, Int, Records.Verdict) -> Void
    ) throws(RecordsError)

    /// What happened in a learner's lessons in a pack, in the order in which it was kept.
    func lessonNotes(of learner: Records.Learner.ID, in pack: String) throws(RecordsError) -> [Records.LessonNote]

    /// What learners flagged, the first flag first; of one pack, or of all where it is nil.
    func flags(in pack: String?) throws(RecordsError) -> [Records.Flag]

    /// Lets go of the records. No call may follow.
    func close() throws(RecordsError)
}
