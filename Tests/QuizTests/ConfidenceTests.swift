import BundledPacks
import Content
import Quiz
import Scoring
import Testing

@Suite struct `How sure a learner is` {
    @Test(arguments: [
        ("99601 x1, 99602 x2 sure", "99601 x1, 99602 x2", Confidence.sure), ("none, unsure", "none", .unsure),
        ("150 - Not sure", "150", .unsure), ("2, 99601 x1 very sure!", "2, 99601 x1", .sure),
        ("midpoint rule guess", "midpoint rule", .unsure), ("yes sure.", "yes", .sure),
        ("no 2 guessing", "no 2", .unsure), ("99601 sure", "99601", .sure),
    ])
    func `stands behind the answer`(typed: String, answer: String, confidence: Confidence) {
        let parted = Confidence.parting(typed)
        #expect(parted.answer == answer && parted.confidence == confidence)
    }

    @Test(arguments: ["", "sure", "unsure", "not sure", "99601", "measure", "99601 pressure", "- sure", "sure 99601"])
    func `need not be said`(typed: String) {
        let parted = Confidence.parting(typed)
        #expect(parted.answer == typed && parted.confidence == nil)
    }

    private func outcome(_ answer: String) throws -> TrainingSession.Outcome {
        let situation = Situation(
            try #require(try visitPack().scenario("iv-antibiotics")), under: try bundledPayer("cpt-midpoint"))
        var session = TrainingSession(goal: 1)
        session.ask(try #require(situation.item(.claim)))
        return try #require(try session.answer(answer))
    }

    @Test func `changes no verdict, and is kept with the answer`() throws {
        for (answer, confidence) in [("99601", nil), ("99601 sure", .sure), ("99601, unsure", .unsure)]
            as [(String, Confidence?)]
        {
            let outcome = try outcome(answer)
            #expect(outcome.isRight && outcome.confidence == confidence && outcome.answer == answer)
            #expect(!outcome.isMistaken)
        }
        #expect(try outcome("99601 x1, 99602 x1 sure").isMistaken)
        #expect(try !outcome("99601 x1, 99602 x1 unsure").isMistaken)
        #expect(throws: UnreadableAnswer.self) { try outcome("9960l sure") }
    }

    @Test func `tells of beliefs what the answer alone tells`() throws {
        func model(_ answer: String) throws -> LearnerModel {
            var progress = LearnerProgress(model: LearnerModel(in: try bundledBeliefs()))
            progress.note(try outcome(answer), at: Moment(milliseconds: 0), on: 1)
            return progress.model
        }
        let plain = try model("99601 x1, 99602 x1")
        #expect(try model("99601 x1, 99602 x1 sure") == plain)
        #expect(try model("99601 sure") != plain)
    }

    @Test func `and wrong makes a term due the same day`() throws {
        let term = try #require(try visitPack().termItems.first)
        func due(_ answer: String) throws -> Int? {
            var session = TrainingSession(goal: 1)
            session.ask(term)
            var progress = LearnerProgress(model: LearnerModel(in: try bundledBeliefs()))
            progress.note(try #require(try session.answer(answer)), at: Moment(milliseconds: 0), on: 100)
            return progress.reviews[term.id.description]?.schedule.due
        }
        #expect(try due("an umbrella sure") == 100)
        let wrong = try #require(try due("an umbrella"))
        #expect(wrong > 100)
        let right = try due(term.key)
        #expect(try due("\(term.key) sure") == right)
    }

    @Test func `is held against what was right`() throws {
        var calibration = Calibration()
        #expect(calibration.words == nil)
        calibration.note(nil, isRight: true)
        #expect(calibration.words == nil)
        for isRight in [true, true, false] { calibration.note(.sure, isRight: isRight) }
        #expect(calibration.words == "sure of 3, 2 right")
        calibration.note(.unsure, isRight: false)
        #expect(calibration.words == "sure of 3, 2 right; unsure of 1, 0 right")
    }
}
