import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@Suite struct SessionTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: StoreKind.allCases) func `a session begins as it was meant`(_ kind: StoreKind) throws {
        let store = try kind.open(in: folder)
        let anna = try store.learner(named: "anna", at: moment(0))
        let first = try store.startSession(of: anna.id, pack: "p", goal: 20, at: moment(10))
        let second = try store.startSession(of: anna.id, pack: "p", goal: 0, at: moment(5))
        #expect(first.learner == anna.id && first.pack == "p" && first.goal == 20)
        #expect(first.started == moment(10) && first.ended == nil)
        #expect(second.id > first.id)
    }

    @Test(arguments: StoreKind.allCases) func `a session may be ended twice, and answered in after`(
        _ kind: StoreKind
    ) throws {
        let store = try kind.open(in: folder)
        var course = try Course(store)
        try store.endSession(course.session.id, at: moment(30))
        try store.endSession(course.session.id, at: moment(99))
        let id = try course.answer()
        #expect(try store.lastAnswers(1, of: course.learner.id).map(\.id) == [id])
    }

    @Test(arguments: StoreKind.allCases) func `a session of nobody or of fewer items than none is refused`(
        _ kind: StoreKind
    ) throws {
        let store = try kind.open(in: folder)
        let anna = try store.learner(named: "anna", at: moment(0))
        for (learner, goal) in [(Records.Learner.ID(77), 1), (anna.id, -1)] {
            let error = #expect(throws: RecordsError.self) {
                try store.startSession(of: learner, pack: "p", goal: goal, at: moment(0))
            }
            #expect(error?.kind == .defect)
        }
    }
}
