import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@Suite struct ReadingTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Answers an item with nothing to be said of it.
    @discardableResult
    private func answer(
        at: Int64, _ verdict: Records.Verdict = .correct, in session: Records.Session, of store: any LearnerStore
    ) throws -> Records.Answer.ID {
        let answer = Records.Answer(
            position: 0, at: moment(at), responseMilliseconds: Int(at) * 10, text: "", verdict: verdict, fraction: 0,
            skills: [])
        return try store.record(answer, to: Sample.item(0), in: session, changing: Records.State()).id
    }

    @Test(arguments: StoreKind.allCases) func `a stretch of time has its beginning and not its end`(
        _ kind: StoreKind
    ) throws {
        let (store, session) = try kind.begin(in: folder)
        for at: Int64 in [9, 10, 19, 20] { try answer(at: at, in: session, of: store) }
        let count = try store.answered(by: session.learner, in: Sample.pack, from: moment(10), to: moment(20))
        #expect(count == 2)
    }

    @Test(arguments: StoreKind.allCases, Records.Verdict.allCases)
    func `what was skipped or undone was not answered`(_ kind: StoreKind, _ verdict: Records.Verdict) throws {
        let (store, session) = try kind.begin(in: folder)
        func count() throws -> Int {
            try store.answered(by: session.learner, in: Sample.pack, from: moment(0), to: moment(10))
        }
        let id = try answer(at: 5, verdict, in: session, of: store)
        #expect(try count() == (verdict == .skipped ? 0 : 1))
        _ = try store.undo(id, at: moment(6), leaving: Records.State(revision: 1))
        #expect(try count() == 0)
    }

    @Test(arguments: StoreKind.allCases) func `answers that stand are told one by one, skipped ones too`(
        _ kind: StoreKind
    ) throws {
        let (store, session) = try kind.begin(in: folder)
        try answer(at: 3, .partial, in: session, of: store)
        let slip = try answer(at: 4, in: session, of: store)
        try answer(at: 2, .skipped, in: session, of: store)
        _ = try store.undo(slip, at: moment(5), leaving: Records.State(revision: 2))
        var told: [String] = []
        try store.forEachAnswer(of: session.learner, in: Sample.pack) { moment, milliseconds, verdict in
            told.append("\(moment.milliseconds) \(milliseconds) \(verdict)")
        }
        #expect(told.sorted() == ["2 20 skipped", "3 30 partial"])
        let answers = try store.answers(of: session.learner, in: Sample.pack)
        #expect(answers.map(\.answer.at) == [moment(3), moment(2)])
    }

    @Test(arguments: StoreKind.allCases) func `packs and learners are told apart`(_ kind: StoreKind) throws {
        let (store, session) = try kind.begin(in: folder)
        let other = try store.startSession(of: session.learner, pack: "q", goal: 20, at: moment(0))
        let bob = try store.learner(named: "bob", at: moment(0))
        try answer(at: 1, in: session, of: store)
        try answer(at: 2, in: other, of: store)
        try answer(at: 3, in: other, of: store)
        for (learner, pack, count) in [(session.learner, Sample.pack, 1), (session.learner, "q", 2), (bob.id, "q", 0)] {
            #expect(try store.answered(by: learner, in: pack, from: moment(0), to: moment(9)) == count)
            #expect(try store.answers(of: learner, in: pack).count == count)
            var told = 0
            try store.forEachAnswer(of: learner, in: pack) { _, _, _ in told += 1 }
            #expect(told == count)
        }
        #expect(try store.lastAnswers(9, of: session.learner).map(\.pack) == ["q", "q", Sample.pack])
    }
}
