import Examining
import Learning
import Machine
import Quiz
import SampleExams
import Scoring
import Stores
import Terminal
import Testing
import Training

@Suite struct `A mock exam` {
    private let room: SampleExams
    private let store = MemoryLearnerStore()

    init() throws { room = try SampleExams() }

    /// Agrees, types lines, and goes through what came of it.
    private func sit(_ lines: [String]) throws -> (exam: String, review: String, attempt: OpenAttempt, Journal) {
        let source = ScriptedSource((["agree"] + lines).map(LineEvent.line), isInteractive: true)
        let first = try room.takeUp("ada")
        let journal = try Journal(of: "ada", in: room.pack, goal: 5, store: store, time: room.time)
        var closed: OpenAttempt?
        let exam = try shown { console in
            let sitting = ExamSitting(first, console: console, source: source, zone: FixedZone.utc, isMock: true) { _ in
                nil
            }
            try sitting.run()
            closed = sitting.attempt
        }
        let attempt = try #require(closed)
        let review = try shown { console in try MockReview(of: attempt, into: journal).run(on: console) }
        return (exam, review, attempt, journal)
    }

    @Test func `is silent until it is handed in, and then goes through every item`() throws {
        let items = try room.takeUp("ada").items
        let (exam, review, attempt, _) = try sit([items[0].key, "next", items[2].key, "quit"])
        #expect(attempt.state.phase == .submitted, "whoever quits hands it in")
        #expect(!exam.contains("Right.") && !exam.contains("the time runs on") && exam.contains("(a mock exam)"))
        for (place, item) in items.enumerated() {
            #expect(review.contains("\n \(place + 1)/5   "))
            #expect(review.contains(item.keyInWords), "\(item.id)")
        }
        #expect(review.ranges(of: "  Right.  ").count == 2 && review.ranges(of: "  Not answered. ").count == 3)
        #expect(review.ranges(of: "  Your answer   ").count == 2)
    }

    @Test func `counts for what is known of the learner, as training does`() throws {
        let items = try room.takeUp("ada").items
        let (_, _, _, journal) = try sit([items[0].key, "quit"])
        for skill in items[0].skills { #expect(journal.progress.model.mastery(of: skill).answers > 0) }
        let again = try Journal(of: "ada", in: room.pack, goal: 5, store: store, time: room.time)
        #expect(again.progress.model == journal.progress.model, "what is kept leads to the same")
        #expect(again.seen(among: items.map(\.id.description)).count == items.count)
    }
}
