import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@Suite struct StateTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: StoreKind.allCases) func `before the first answer nothing follows`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        let anna = try records.learner(named: "anna", at: moment(0))
        #expect(try records.state(of: anna.id, in: "any") == Records.State())
    }

    @Test(arguments: StoreKind.allCases) func `the state that is kept is the one that was worked out`(_ kind: StoreKind)
        throws
    {
        let records = try kind.open(in: folder)
        var course = try Course(records)
        for _ in 0..<50 { try course.answer() }
        let state = try records.state(of: course.learner.id, in: Sample.pack)
        #expect(state == course.tally.states[Sample.pack])
        #expect(state.revision == 50)
        #expect(!state.memory.isEmpty && !state.mastery.isEmpty)
        #expect(Set(state.beliefs.keys) == ["", "always-rounds-up", "counts-travel+always-rounds-up"])
    }

    @Test(arguments: StoreKind.allCases) func `learners and packs do not mix`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        var anna = try Course(records)
        var bob = try Course(records, learner: "bob")
        for _ in 0..<6 { try anna.answer() }
        for _ in 0..<3 { try bob.answer() }
        #expect(try records.state(of: anna.learner.id, in: Sample.pack) == anna.tally.states[Sample.pack])
        #expect(try records.state(of: bob.learner.id, in: Sample.pack) == bob.tally.states[Sample.pack])
        #expect(try records.state(of: anna.learner.id, in: "other") == Records.State())
    }

    @Test(arguments: StoreKind.allCases) func `a weight may be as low as it gets`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        let anna = try Course(records)
        let state = Records.State(beliefs: ["": -.infinity, "ignores-add-on": -1e300])
        _ = try records.record(Sample.answer(0), to: Sample.item(0), in: anna.session, changing: state)
        #expect(try records.state(of: anna.learner.id, in: Sample.pack).beliefs == state.beliefs)
    }

    @Test(arguments: StoreKind.allCases)
    func `a state that does not follow from all answers is not kept, and known as such`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        var one = try Course(records)
        var other = try Course(records)
        let first = try one.answer()
        let second = try other.answer()
        let third = try one.answer()
        let state = try records.state(of: one.learner.id, in: Sample.pack)
        #expect(try records.allAnswers(one.learner.id).map(\.id) == [first, second, third])
        #expect(!state.isCurrent)
        #expect(state.revision == 3)
        let rebuilt = try records.rebuild(one.learner.id, by: Tally())
        #expect(try records.state(of: one.learner.id, in: Sample.pack) == rebuilt[Sample.pack])
        #expect(rebuilt[Sample.pack]?.isCurrent == true)
        #expect(rebuilt[Sample.pack]?.rows == (try records.replayed(one.learner.id))[Sample.pack]?.rows)
    }

    @Test(arguments: StoreKind.allCases) func `a receipt says whether the state was kept`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        let anna = try Course(records)
        func answer(_ number: Int, from revision: Int) throws -> Int? {
            try records.record(
                Sample.answer(number), to: Sample.item(number), in: anna.session,
                changing: Records.State(revision: revision)
            ).revision
        }
        #expect(try answer(0, from: 0) == 1)
        #expect(try answer(1, from: 1) == 2)
        #expect(try answer(2, from: 1) == nil)
        #expect(try answer(3, from: 3) == nil)
        let rebuilt = try records.rebuild(anna.learner.id, by: Tally())[Sample.pack]
        #expect(rebuilt?.revision == 5)
        #expect(try answer(4, from: 5) == 6)
    }
}
