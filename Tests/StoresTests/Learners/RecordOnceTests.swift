import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@Suite struct `An answer from elsewhere` {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: StoreKind.allCases) func `is kept once, and what follows is worked out anew`(_ kind: StoreKind)
        throws
    {
        let (records, session) = try kind.begin(in: folder)
        let answer = Sample.answer(1)
        let id = try #require(try records.recordOnce(answer, to: Sample.item(1), in: session))
        #expect(try records.recordOnce(answer, to: Sample.item(1), in: session) == nil)
        #expect(try records.allAnswers(session.learner).map(\.id) == [id])
        #expect(try records.state(of: session.learner, in: Sample.pack).isCurrent == false)
        // Another item at that moment, or that item at another, is another answer; and so is another learner's.
        #expect(try records.recordOnce(answer, to: Sample.item(2), in: session) != nil)
        var later = answer
        later.at = answer.at.adding(milliseconds: 1)
        #expect(try records.recordOnce(later, to: Sample.item(1), in: session) != nil)
        let bob = try records.learner(named: "bob", at: moment(0))
        let his = try records.startSession(of: bob.id, pack: Sample.pack, goal: 1, at: moment(0))
        #expect(try records.recordOnce(answer, to: Sample.item(1), in: his) != nil)
        #expect(try records.allAnswers(session.learner).count == 3 && records.allAnswers(bob.id).count == 1)
    }

    @Test(arguments: StoreKind.allCases) func `comes twice at once, and is kept once`(_ kind: StoreKind) async throws {
        let (records, session) = try kind.begin(in: folder)
        let kept = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try (0..<10).count { number in
                        try records.recordOnce(Sample.answer(number), to: Sample.item(number), in: session) != nil
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(try kept == 10 && records.allAnswers(session.learner).count == 10)
    }
}
