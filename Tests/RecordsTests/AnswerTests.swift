import GRDB
import Testing
import records_probe

@testable import Records

@Suite struct AnswerTests {
    let records: Records
    let session: Records.Session

    init() throws {
        records = try Records.inMemory()
        let anna = try records.learner(named: "anna", at: moment(0))
        session = try records.startSession(of: anna.id, pack: Sample.pack, goal: 20, at: moment(0))
    }

    private func record(
        _ answer: Records.Answer, to item: Records.Item = Sample.item(1),
        changing state: Records.State = Records.State()
    ) throws -> Records.Receipt {
        try records.record(answer, to: item, in: session, changing: state)
    }

    @Test func `an answer comes back as it was handed over`() throws {
        var answer = Sample.answer(6)
        answer.text = "99601 × 1,\n“99602” '; --"
        answer.beliefs = [["always-rounds-up"], ["counts-travel", "always-rounds-up"], ["ignores-add-on"]]
        let id = try record(answer).id
        let kept = try #require(try records.answers(in: session.id).first)
        #expect(kept.id == id)
        #expect(kept.answer == answer)
        #expect(kept.item == Sample.item(1).identity)
        #expect(kept.pack == Sample.pack)
        #expect(kept.learner == session.learner)
        #expect(kept.session == session.id)
        #expect(kept.undone == nil)
    }

    @Test func `a null character cuts nothing off`() throws {
        var answer = Sample.answer(0)
        answer.text = "99601\0, 99602"
        _ = try record(answer)
        #expect(try records.answers(in: session.id).map(\.answer.text) == ["99601\u{FFFD}, 99602"])
    }

    @Test(arguments: Records.Verdict.allCases)
    func `every verdict can be kept, and lists may be empty`(_ verdict: Records.Verdict) throws {
        let answer = Records.Answer(
            place: 0, at: moment(-5), responseMilliseconds: 0, text: "", verdict: verdict, fraction: 1, skills: [])
        _ = try record(answer)
        #expect(try records.answers(in: session.id).map(\.answer) == [answer])
    }

    @Test func `an item keeps the text it was first asked with`() throws {
        let item = Sample.item(1)
        let edited = Records.Item(
            identity: item.identity, kind: "k", pack: "p", heading: "h", question: "q", stem: "s", key: "other")
        _ = try record(Sample.answer(1))
        _ = try record(Sample.answer(2), to: edited)
        #expect(try records.item(item.identity) == item)
        #expect(try records.answers(in: session.id).map(\.item) == [item.identity, item.identity])
        #expect(try records.item("home-infusion/claim/other@1") == nil)
    }

    @Test func `a clock that is set back changes nothing in the order`() throws {
        let ids = try [Int64(500), 300, 400].map { at in
            var answer = Sample.answer(0)
            answer.at = moment(at)
            return try record(answer).id
        }
        #expect(ids == ids.sorted())
        #expect(try records.allAnswers(session.learner).map(\.id) == ids)
        #expect(
            try records.answers(of: session.learner, from: moment(0), to: moment(450)).map(\.id) == Array(ids[1...]))
    }

    @Test func `an answer and what follows from it are kept together or not at all`() throws {
        var state = Records.State()
        state.mastery["part"] = Records.Mastery(
            successes: -1, failures: 0, answers: 1, missed: 0, updated: moment(0))
        let error = #expect(throws: RecordsError.self) { try record(Sample.answer(1), changing: state) }
        #expect(error?.kind == .defect)
        #expect(error?.message.contains("keeping an answer") == true)
        #expect(try records.answers(in: session.id).isEmpty)
        #expect(try records.item(Sample.item(1).identity) == nil)
        #expect(try records.state(of: session.learner, in: Sample.pack) == Records.State())
    }

    @Test(arguments: [-0.01, 1.01, .nan, .infinity])
    func `a fraction is from 0 to 1`(_ fraction: Double) throws {
        var answer = Sample.answer(1)
        answer.fraction = fraction
        #expect(throws: RecordsError.self) { try record(answer) }
    }

    @Test(arguments: [["a b"], [""], ["a+b"]])
    func `an id that could not be read back is refused`(_ ids: [String]) throws {
        var answer = Sample.answer(1)
        answer.skills = ids
        #expect(throws: RecordsError.self) { try record(answer) }
        answer = Sample.answer(1)
        answer.beliefs = [ids]
        #expect(throws: RecordsError.self) { try record(answer) }
    }

    @Test func `an explanation names at least one misconception`() throws {
        var answer = Sample.answer(1)
        answer.beliefs = [[]]
        #expect(throws: RecordsError.self) { try record(answer) }
    }

    @Test(arguments: [
        "DELETE FROM answer", "UPDATE answer SET text = 'better'",
        "UPDATE answer SET verdict = 'correct', fraction = 1",
        "UPDATE answer SET undone = NULL", "UPDATE item SET key = 'other'", "DELETE FROM item",
        "DELETE FROM session", "DELETE FROM learner",
        "INSERT INTO answer SELECT 99, 99, session, item, place, at, response, hints, text, verdict, fraction, skills, findings, beliefs, undone FROM answer",
    ])
    func `the file itself holds everybody to what happened`(_ sql: String) throws {
        _ = try record(Sample.answer(1))
        #expect(throws: DatabaseError.self) { try records.queue.write { try $0.execute(sql: sql) } }
        #expect(try records.answers(in: session.id).map(\.answer) == [Sample.answer(1)])
    }

    @Test func `what was seen is known by learner and item`() throws {
        let bob = try records.learner(named: "bob", at: moment(0))
        let id = try record(Sample.answer(1), to: Sample.item(1)).id
        _ = try records.undo(id, at: moment(1), leaving: Records.State(revision: 1))
        let items = [1, 2].map { Sample.item($0).identity }
        #expect(try records.seen(among: items, by: session.learner) == [items[0]])
        #expect(try records.seen(among: items, by: bob.id).isEmpty)
    }

    @Test func `the last answers are the learner's own, the last first`() throws {
        var anna = try Course(records)
        var bob = try Course(records, learner: "bob")
        var ids: [Records.RowID<Records.Answer>] = []
        for _ in 0..<4 {
            ids.append(try anna.answer())
            try bob.answer()
        }
        #expect(try records.lastAnswers(3, of: session.learner).map(\.id) == ids[1...].reversed())
        #expect(try records.lastAnswers(-1, of: session.learner).isEmpty)
    }
}
