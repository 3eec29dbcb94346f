import Learning
import Scoring
import Stores
import Synchronization

/// A store that keeps nothing more once it is full.
final class RefusingStore: LearnerStore {
    static let full = RecordsError(kind: .full, message: "The disk is full.")

    private let store = MemoryLearnerStore()
    private let isFull = Atomic(false)

    func fill() { isFull.store(true, ordering: .relaxed) }

    private func check() throws(RecordsError) {
        if isFull.load(ordering: .relaxed) { throw Self.full }
    }

    func learner(named name: String, at moment: Moment) throws(RecordsError) -> Records.Learner {
        try store.learner(named: name, at: moment)
    }

    func knownLearner(named name: String) -> Records.Learner? { store.knownLearner(named: name) }
    func learnerNames() -> [String] { store.learnerNames() }

    func record(
        _ note: Records.LessonNote, of learner: Records.Learner.ID, in pack: String
    ) throws(RecordsError) {
        try check()
        try store.record(note, of: learner, in: pack)
    }

    func lessonNotes(of learner: Records.Learner.ID, in pack: String) -> [Records.LessonNote] {
        store.lessonNotes(of: learner, in: pack)
    }

    func startSession(
        of learner: Records.Learner.ID, pack: String, goal: Int, at moment: Moment
    ) throws(RecordsError) -> Records.Session {
        try check()
        return try store.startSession(of: learner, pack: pack, goal: goal, at: moment)
    }

    func endSession(_ session: Records.Session.ID, at moment: Moment) throws(RecordsError) {
        try check()
        try store.endSession(session, at: moment)
    }

    func record(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session, changing state: Records.State
    ) throws(RecordsError) -> Records.Receipt {
        try check()
        return try store.record(answer, to: item, in: session, changing: state)
    }

    func recordOnce(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session
    ) throws(RecordsError) -> Records.Answer.ID? {
        try check()
        return try store.recordOnce(answer, to: item, in: session)
    }

    func undo(
        _ answer: Records.Answer.ID, at moment: Moment, leaving state: Records.State
    ) throws(RecordsError) -> Int? {
        try check()
        return try store.undo(answer, at: moment, leaving: state)
    }

    func flag(
        _ item: Records.Item, by learner: Records.Learner.ID, note: String, at moment: Moment
    ) throws(RecordsError) -> Records.Flag.ID {
        try check()
        return try store.flag(item, by: learner, note: note, at: moment)
    }

    func rebuild(
        _ learner: Records.Learner.ID, in pack: String?, by replay: some Records.Replay
    ) throws(RecordsError) -> [String: Records.State] {
        try check()
        return try store.rebuild(learner, in: pack, by: replay)
    }

    func state(of learner: Records.Learner.ID, in pack: String) -> Records.State { store.state(of: learner, in: pack) }

    func seen(among items: [String], by learner: Records.Learner.ID) throws(RecordsError) -> Set<String> {
        try check()
        return store.seen(among: items, by: learner)
    }

    func answered(
        by learner: Records.Learner.ID, in pack: String, from start: Moment, to end: Moment
    ) throws(RecordsError) -> Int {
        try check()
        return store.answered(by: learner, in: pack, from: start, to: end)
    }

    func answers(of learner: Records.Learner.ID, in pack: String) -> [Records.RecordedAnswer] {
        store.answers(of: learner, in: pack)
    }

    func lastAnswers(_ count: Int, of learner: Records.Learner.ID) -> [Records.RecordedAnswer] {
        store.lastAnswers(count, of: learner)
    }

    func forEachAnswer(
        of learner: Records.Learner.ID, in pack: String, _ body: (Moment, Int, Records.Verdict) -> Void
    ) throws(RecordsError) {
        try check()
        store.forEachAnswer(of: learner, in: pack, body)
    }

    func flags(in pack: String?) -> [Records.Flag] { store.flags(in: pack) }
    func close() throws(RecordsError) { try check() }
}
