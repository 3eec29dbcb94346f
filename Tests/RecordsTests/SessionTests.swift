import Records
import Testing
import records_probe

@Suite struct SessionTests {
    let records: Records
    let anna: Records.Learner

    init() throws {
        records = try Records.inMemory()
        anna = try records.learner(named: "anna", at: moment(0))
    }

    @Test func `a session runs until it is ended, and ends once`() throws {
        let session = try records.startSession(of: anna.id, pack: "p", goal: 20, at: moment(10))
        #expect(session.ended == nil)
        try records.endSession(session.id, at: moment(30))
        try records.endSession(session.id, at: moment(99))
        let past = try #require(try records.lastSessions(1, of: anna.id).first).session
        #expect(past.id == session.id)
        #expect(past.started == moment(10))
        #expect(past.ended == moment(30))
        #expect(past.goal == 20)
        #expect(past.pack == "p")
    }

    @Test func `the last session comes first, with how its answers came out`() throws {
        var first = try Course(records)
        for _ in 0..<4 { try first.answer() }
        var second = try Course(records, from: 4)
        try second.answer()
        let undone = try second.answer()
        _ = try records.undo(undone, at: moment(0), leaving: Records.State())
        let sessions = try records.lastSessions(10, of: anna.id)
        #expect(sessions.map(\.session.id) == [second.session.id, first.session.id])
        #expect(sessions.map(\.counts.answered) == [1, 3])
        #expect(sessions.last?.counts == Records.Counts(correct: 1, partial: 1, incorrect: 1, skipped: 1))
        #expect(try records.lastSessions(1, of: anna.id).count == 1)
        #expect(try records.lastSessions(0, of: anna.id).isEmpty)
    }

    @Test func `a session of nobody is refused`() throws {
        let nobody = Records.RowID<Records.Learner>(77)
        let error = #expect(throws: RecordsError.self) {
            try records.startSession(of: nobody, pack: "p", goal: 1, at: moment(0))
        }
        #expect(error?.kind == .defect)
    }
}
