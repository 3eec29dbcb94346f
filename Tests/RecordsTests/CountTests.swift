import Records
import Testing
import records_probe

@Suite struct CountTests {
    let records: Records
    let session: Records.Session

    init() throws {
        records = try Records.inMemory()
        let anna = try records.learner(named: "anna", at: moment(0))
        session = try records.startSession(of: anna.id, pack: "p", goal: 20, at: moment(0))
    }

    @discardableResult
    private func answer(
        at: Int64, _ verdict: Records.Verdict, skills: [String] = [], in session: Records.Session? = nil
    ) throws -> Records.RowID<Records.Answer> {
        let answer = Records.Answer(
            place: 0, at: moment(at), responseMilliseconds: 1, text: "", verdict: verdict, fraction: 0, skills: skills)
        return try records.record(
            answer, to: Sample.item(0), in: session ?? self.session, changing: Records.State()
        ).id
    }

    @Test func `a moment belongs to the day that it begins`() throws {
        let days = [10, 20, 30, 30, 45].map { moment($0) }
        for at: Int64 in [9, 10, 19, 20, 29, 30, 44, 45] { try answer(at: at, .correct) }
        #expect(try records.counts(of: session.learner, by: days).map(\.correct) == [2, 2, 0, 2])
    }

    @Test(arguments: 0..<3) func `days of any number are counted`(_ number: Int) throws {
        try answer(at: 5, .partial)
        let days = (0..<number).map { moment(Int64($0) * 10) }
        #expect(try records.counts(of: session.learner, by: days).count == max(number - 1, 0))
        #expect(try records.counts(of: session.learner, by: days).first?.partial == (number > 1 ? 1 : nil))
    }

    @Test func `what was undone does not count`() throws {
        let id = try answer(at: 5, .correct, skills: ["part"])
        _ = try records.undo(id, at: moment(6), leaving: Records.State())
        #expect(try records.counts(of: session.learner, by: [moment(0), moment(10)]) == [Records.Counts()])
        #expect(try records.countsBySkill(of: session.learner, by: [moment(0), moment(10)]).isEmpty)
    }

    @Test func `skills are counted by day`() throws {
        try answer(at: 1, .correct, skills: ["part", "cap"])
        try answer(at: 2, .incorrect, skills: ["part"])
        try answer(at: 11, .skipped, skills: ["cap"])
        let counts = try records.countsBySkill(of: session.learner, by: [moment(0), moment(10), moment(20)])
        #expect(
            counts == [
                "part": [Records.Counts(correct: 1, incorrect: 1), Records.Counts()],
                "cap": [Records.Counts(correct: 1), Records.Counts(skipped: 1)],
            ])
        #expect(counts["cap"]?[1].answered == 0)
    }

    @Test func `packs and learners are counted apart`() throws {
        let other = try records.startSession(of: session.learner, pack: "q", goal: 20, at: moment(0))
        let bob = try records.learner(named: "bob", at: moment(0))
        try answer(at: 1, .correct)
        try answer(at: 2, .partial, in: other)
        let days = [moment(0), moment(10)]
        #expect(try records.counts(of: session.learner, by: days) == [Records.Counts(correct: 1, partial: 1)])
        #expect(try records.counts(of: session.learner, in: "q", by: days) == [Records.Counts(partial: 1)])
        #expect(try records.counts(of: bob.id, by: days) == [Records.Counts()])
    }
}
