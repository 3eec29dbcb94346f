import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@Suite struct UndoTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: StoreKind.allCases) func `an undone answer stays, marked with the time`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        var course = try Course(records)
        let ids = try (0..<3).map { _ in try course.answer() }
        _ = try records.undo(ids[2], at: moment(77), leaving: Records.State(revision: 3))
        let answers = try records.allAnswers(course.learner.id)
        #expect(answers.map(\.id) == ids)
        #expect(answers.map(\.undone) == [nil, nil, moment(77)])
        #expect(answers.last?.answer == Sample.answer(2))
    }

    @Test(arguments: StoreKind.allCases) func `the state left is exactly the one handed over`(_ kind: StoreKind) throws
    {
        let records = try kind.open(in: folder)
        var course = try Course(records)
        for _ in 0..<3 { try course.answer() }
        var before = try #require(course.tally.states[Sample.pack])
        let slip = try course.answer()
        before.revision = 4
        let revision = try records.undo(slip, at: moment(77), leaving: before)
        before.revision = 5
        #expect(revision == 5)
        #expect(try records.state(of: course.learner.id, in: Sample.pack) == before)
        #expect(before.rows == (try records.replayed(course.learner.id))[Sample.pack]?.rows)
    }

    @Test(arguments: StoreKind.allCases) func `an answer is undone once`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        var course = try Course(records)
        let id = try course.answer()
        _ = try records.undo(id, at: moment(1), leaving: Records.State(revision: 1))
        let error = #expect(throws: RecordsError.self) {
            try records.undo(id, at: moment(2), leaving: Records.State(revision: 2))
        }
        #expect(error?.kind == .defect)
        #expect(try records.allAnswers(course.learner.id).map(\.undone) == [moment(1)])
        #expect(throws: RecordsError.self) {
            try records.undo(Records.RowID(99), at: moment(2), leaving: Records.State(revision: 2))
        }
    }

    @Test(arguments: StoreKind.allCases) func `an undo from an outdated state is kept, and the state known as outdated`(
        _ kind: StoreKind
    ) throws {
        let records = try kind.open(in: folder)
        var course = try Course(records)
        let id = try course.answer()
        try course.answer()
        #expect(try records.undo(id, at: moment(1), leaving: Records.State(revision: 1)) == nil)
        #expect(try !records.state(of: course.learner.id, in: Sample.pack).isCurrent)
        #expect(try records.allAnswers(course.learner.id).first?.undone == moment(1))
    }
}
