import BundledPacks
import Content
import Learning
import Machine
import Quiz
import Scoring
import Stores
import Testing

@Suite struct `A session of lessons` {
    private let pack: Pack
    private let store = MemoryLearnerStore()
    private let time = SetTime(morning, zone: FixedZone.utc)

    init() throws { pack = try coursePack() }

    private func session(of learner: String? = "Ada") throws -> CourseSession {
        let journal =
            try learner.map { try Journal(of: $0, in: pack, goal: 0, store: store, time: time) }
            ?? Journal(forgetting: pack, time: time)
        return try CourseSession(in: pack, seed: 1, journal: journal, time: time)
    }

    /// Takes the lesson at hand to its end, every answer right.
    private func finish(_ session: CourseSession) throws {
        for _ in 0..<30 {
            switch session.lesson?.screen {
            case .page, .example: #expect(session.goOn() == nil)
            case .faded(let faded): _ = try session.work(try #require(faded.open).key)
            case .practice(_, let item): _ = try session.practise(item.key)
            case .ended, nil: return
            }
        }
        #expect(Bool(false), "the lesson does not end")
    }

    @Test func `is gone on with where it was left, by another session`() throws {
        let first = try session()
        #expect(first.next?.id == "first")
        #expect(first.begin(pack.lessons[0]) == nil)
        #expect(first.goOn() == nil && first.goOn() == nil)
        let second = try session()
        #expect(second.progress["first"].stages == 2)
        #expect(second.begin(try #require(second.next)) == nil)
        guard case .faded = second.lesson?.screen else { return #expect(Bool(false), "not where it was left") }
        #expect(second.begin(pack.lessons[0], again: true) == nil)
        #expect(second.lesson?.passed == 0)
        #expect(try session().progress["first"].stages == 0)
    }

    @Test func `keeps what is practised as answers, and a lesson that is mastered`() throws {
        let session = try session()
        _ = session.begin(pack.lessons[0])
        try finish(session)
        #expect(session.progress["first"].isMastered && session.next?.id == "second")
        let learner = try #require(store.knownLearner(named: "Ada"))
        let answers = store.answers(of: learner.id, in: pack.id.text)
        #expect(answers.map(\.answer.position) == Array(answers.indices))
        #expect(answers.count == 2 && answers.allSatisfy { $0.answer.verdict == .correct })
        #expect(store.state(of: learner.id, in: pack.id.text).mastery["first-code"]?.answers == 2)
        #expect(try self.session().progress == session.progress)
        _ = session.begin(pack.lessons[1])
        try finish(session)
        #expect(session.next == nil)
    }

    @Test func `counts a hint, and an answer that cannot be read not at all`() throws {
        let session = try session()
        _ = session.begin(pack.lessons[0])
        #expect(session.hint() == nil)
        #expect(session.goToPractice().isThere)
        #expect(session.hint() != nil)
        #expect(throws: UnreadableAnswer.self) { try session.practise("9960l") }
        guard case .practice(_, let item) = session.lesson?.screen else { return #expect(Bool(false)) }
        let taken = try #require(try session.practise(item.key))
        #expect(taken.reply.outcome.hints == 1 && taken.notKept == nil)
        guard case .practice(let run, _) = session.lesson?.screen else { return #expect(Bool(false)) }
        #expect(run.asked == 1 && run.right == 0, "an answer with a hint is not yet known")
        #expect(!session.goToPractice().isThere)
    }

    @Test func `goes on without anything that is kept`() throws {
        let session = try session(of: nil)
        _ = session.begin(pack.lessons[0])
        try finish(session)
        #expect(session.progress["first"].isMastered)
        #expect(try self.session(of: nil).progress.isEmpty)
        try session.end()
    }
}
