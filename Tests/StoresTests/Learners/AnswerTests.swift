import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@Suite struct AnswerTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: StoreKind.allCases) func `an answer comes back as it was handed over`(_ kind: StoreKind) throws {
        let (records, session) = try kind.begin(in: folder)
        var answer = Sample.answer(6)
        answer.text = "99601 × 1,\n“99602” '; --"
        answer.beliefs = [["always-rounds-up"], ["counts-travel", "always-rounds-up"], ["ignores-add-on"]]
        let id = try records.record(answer, to: Sample.item(1), in: session, changing: Records.State()).id
        let kept = try #require(try records.answers(of: session.learner, in: Sample.pack).first)
        #expect(kept.id == id)
        #expect(kept.answer == answer)
        #expect(kept.item == Sample.item(1).identity)
        #expect(kept.pack == Sample.pack)
        #expect(kept.learner == session.learner)
        #expect(kept.session == session.id)
        #expect(kept.undone == nil)
    }

    @Test(arguments: StoreKind.allCases) func `a null character cuts nothing off`(_ kind: StoreKind) throws {
        let (records, session) = try kind.begin(in: folder)
        var answer = Sample.answer(0)
        answer.text = "99601\0, 99602"
        _ = try records.record(answer, to: Sample.item(1), in: session, changing: Records.State())
        #expect(
            try records.answers(of: session.learner, in: Sample.pack).map(\.answer.text) == ["99601\u{FFFD}, 99602"])
    }

    @Test(arguments: StoreKind.allCases, Records.Verdict.allCases)
    func `every verdict can be kept, and lists may be empty`(_ kind: StoreKind, _ verdict: Records.Verdict) throws {
        let (records, session) = try kind.begin(in: folder)
        let answer = Records.Answer(
            position: 0, at: moment(-5), responseMilliseconds: 0, text: "", verdict: verdict, fraction: 1, skills: [])
        _ = try records.record(answer, to: Sample.item(1), in: session, changing: Records.State())
        #expect(try records.answers(of: session.learner, in: Sample.pack).map(\.answer) == [answer])
    }

    @Test(arguments: StoreKind.allCases) func `an item keeps the text it was first asked with`(_ kind: StoreKind) throws
    {
        let (records, session) = try kind.begin(in: folder)
        let item = Sample.item(1)
        let edited = Records.Item(
            identity: item.identity, kind: "k", pack: "p", heading: "h", question: "q", stem: "s", key: "other")
        for item in [item, edited] {
            _ = try records.record(Sample.answer(1), to: item, in: session, changing: Records.State())
        }
        try records.flag(edited, by: session.learner, note: "", at: moment(3))
        let flags = try records.flags(in: Sample.pack)
        #expect(flags.map(\.stem) == [item.stem] && flags.map(\.heading) == [item.heading])
        #expect(try records.allAnswers(session.learner).map(\.item) == [item.identity, item.identity])
    }

    @Test(arguments: StoreKind.allCases) func `a clock that is set back changes nothing in the order`(_ kind: StoreKind)
        throws
    {
        let (records, session) = try kind.begin(in: folder)
        let ids = try [Int64(500), 300, 400].map { at in
            var answer = Sample.answer(0)
            answer.at = moment(at)
            return try records.record(answer, to: Sample.item(1), in: session, changing: Records.State()).id
        }
        #expect(ids == ids.sorted())
        #expect(try records.allAnswers(session.learner).map(\.id) == ids)
        #expect(try records.answers(of: session.learner, in: Sample.pack).map(\.id) == ids)
    }

    @Test(arguments: StoreKind.allCases) func `an answer and what follows from it are kept together or not at all`(
        _ kind: StoreKind
    ) throws {
        let (records, session) = try kind.begin(in: folder)
        var state = Records.State()
        state.mastery["part"] = Records.Mastery(
            successes: -1, failures: 0, answers: 1, missed: 0, updated: moment(0))
        let error = #expect(throws: RecordsError.self) {
            try records.record(Sample.answer(1), to: Sample.item(1), in: session, changing: state)
        }
        #expect(error?.kind == .defect)
        #expect(error?.message.contains("keeping an answer") == true)
        #expect(try records.answers(of: session.learner, in: Sample.pack).isEmpty)
        #expect(try records.state(of: session.learner, in: Sample.pack) == Records.State())
    }

    @Test(arguments: StoreKind.allCases, [-0.01, 1.01, .nan, .infinity])
    func `a fraction is from 0 to 1`(_ kind: StoreKind, _ fraction: Double) throws {
        let (records, session) = try kind.begin(in: folder)
        var answer = Sample.answer(1)
        answer.fraction = fraction
        #expect(throws: RecordsError.self) {
            try records.record(answer, to: Sample.item(1), in: session, changing: Records.State())
        }
    }

    @Test(arguments: StoreKind.allCases, [["a b"], [""], ["a+b"]])
    func `an id that could not be read back is refused`(_ kind: StoreKind, _ ids: [String]) throws {
        let (records, session) = try kind.begin(in: folder)
        var answer = Sample.answer(1)
        answer.skills = ids
        #expect(throws: RecordsError.self) {
            try records.record(answer, to: Sample.item(1), in: session, changing: Records.State())
        }
        answer = Sample.answer(1)
        answer.beliefs = [ids]
        #expect(throws: RecordsError.self) {
            try records.record(answer, to: Sample.item(1), in: session, changing: Records.State())
        }
    }

    @Test(arguments: StoreKind.allCases) func `an explanation names at least one misconception`(_ kind: StoreKind)
        throws
    {
        let (records, session) = try kind.begin(in: folder)
        var answer = Sample.answer(1)
        answer.beliefs = [[]]
        #expect(throws: RecordsError.self) {
            try records.record(answer, to: Sample.item(1), in: session, changing: Records.State())
        }
    }

    @Test(arguments: StoreKind.allCases) func `what was seen is known by learner and item`(_ kind: StoreKind) throws {
        let (records, session) = try kind.begin(in: folder)
        let bob = try records.learner(named: "bob", at: moment(0))
        let id = try records.record(Sample.answer(1), to: Sample.item(1), in: session, changing: Records.State()).id
        _ = try records.undo(id, at: moment(1), leaving: Records.State(revision: 1))
        let items = [1, 2].map { Sample.item($0).identity }
        #expect(try records.seen(among: items, by: session.learner) == [items[0]])
        #expect(try records.seen(among: items, by: bob.id).isEmpty)
    }

    @Test(arguments: StoreKind.allCases) func `the last answers are the learner's own, the last first`(
        _ kind: StoreKind
    ) throws {
        let (records, session) = try kind.begin(in: folder)
        var anna = try Course(records)
        var bob = try Course(records, learner: "bob")
        var ids: [Records.Answer.ID] = []
        for _ in 0..<4 {
            ids.append(try anna.answer())
            try bob.answer()
        }
        #expect(try records.lastAnswers(3, of: session.learner).map(\.id) == ids[1...].reversed())
        #expect(try records.lastAnswers(-1, of: session.learner).isEmpty)
    }
}
