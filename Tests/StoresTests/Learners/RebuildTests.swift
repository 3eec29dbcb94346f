import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@Suite struct RebuildTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: StoreKind.allCases) func `a rebuild leads to what the answers led to`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        var course = try Course(records)
        for _ in 0..<200 { try course.answer() }
        let rebuilt = try records.rebuild(course.learner.id, by: Tally())
        #expect(rebuilt[Sample.pack]?.rows == course.tally.states[Sample.pack]?.rows)
        #expect(rebuilt[Sample.pack]?.revision == 201)
        #expect(try records.state(of: course.learner.id, in: Sample.pack) == rebuilt[Sample.pack])
    }

    @Test(arguments: StoreKind.allCases) func `a rebuild removes what follows from nothing`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        var anna = try Course(records)
        var bob = try Course(records, learner: "bob")
        for _ in 0..<5 { try anna.answer() }
        for _ in 0..<5 { try bob.answer() }
        let nonsense = Records.State(
            revision: 5, mastery: ["cap": Sample.mastery(answers: 3)], beliefs: ["nonsense": 1])
        _ = try records.record(Sample.answer(5), to: Sample.item(5), in: anna.session, changing: nonsense)
        _ = try records.record(Sample.answer(3), to: Sample.item(3), in: bob.session, changing: nonsense)
        let tampered = try records.state(of: bob.learner.id, in: Sample.pack)
        _ = try records.rebuild(anna.learner.id, by: Tally())
        let state = try records.state(of: anna.learner.id, in: Sample.pack)
        #expect(tampered.beliefs["nonsense"] == 1 && tampered.mastery["cap"] != nil)
        #expect(state.rows == (try records.replayed(anna.learner.id))[Sample.pack]?.rows)
        #expect(state.beliefs["nonsense"] == nil && state.mastery["cap"] == nil)
        #expect(try records.state(of: bob.learner.id, in: Sample.pack) == tampered)
    }

    @Test(arguments: StoreKind.allCases) func `answers come in the order in which they were kept, without those undone`(
        _ kind: StoreKind
    ) throws {
        let records = try kind.open(in: folder)
        var course = try Course(records)
        let ids = try (0..<6).map { _ in try course.answer() }
        _ = try records.undo(ids[3], at: moment(1), leaving: Records.State(revision: 6))
        let listener = Listener()
        _ = try records.rebuild(course.learner.id, by: listener)
        #expect(listener.heard == [ids[0], ids[1], ids[2], ids[4], ids[5]])
    }

    @Test(arguments: StoreKind.allCases) func `every pack of the learner is rebuilt`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        let anna = try records.learner(named: "anna", at: moment(0))
        for pack in ["p", "q"] {
            let session = try records.startSession(of: anna.id, pack: pack, goal: 1, at: moment(0))
            _ = try records.record(
                Sample.answer(0), to: Sample.item(0), in: session, changing: Records.State(beliefs: ["x": 1]))
        }
        let rebuilt = try records.rebuild(anna.id, by: Tally())
        #expect(Set(rebuilt.keys) == ["p", "q"])
        #expect(try records.state(of: anna.id, in: "q") == rebuilt["q"])
        #expect(rebuilt["q"]?.beliefs["x"] == nil)
    }

    @Test(arguments: StoreKind.allCases) func `where every answer was undone nothing is left`(_ kind: StoreKind) throws
    {
        let records = try kind.open(in: folder)
        var course = try Course(records)
        let id = try course.answer()
        _ = try records.undo(id, at: moment(1), leaving: Records.State(revision: 0))
        let rebuilt = try records.rebuild(course.learner.id, by: Tally())
        #expect(rebuilt == [Sample.pack: Records.State(revision: 3)])
        #expect(try records.state(of: course.learner.id, in: Sample.pack) == Records.State(revision: 3))
    }
}

/// Notes which answers it was given.
private final class Listener: Records.Replay {
    private(set) var heard: [Records.Answer.ID] = []
    let states: [String: Records.State] = [:]

    func take(_ answer: Records.RecordedAnswer) { heard.append(answer.id) }
}
