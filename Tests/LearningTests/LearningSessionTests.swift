import BundledPacks
import Content
import Learning
import Machine
import Quiz
import Scoring
import Stores
import Testing

@Suite struct `A session of learning` {
    @Test func `asks as many items as were wished for, and is over`() throws {
        let session = try Course().begun(count: 3, kinds: [.claim, .term])
        #expect(session.goal == 3 && session.atHand?.item.id == session.open?.id)
        for number in 0..<3 {
            #expect(session.outcomes.count == number)
            try session.answerRightly()
        }
        #expect(session.isOver && session.atHand == nil)
        #expect(session.outcomes.map(\.isRight) == [true, true, true])
        session.next()
        #expect(session.isOver)
    }

    @Test func `says that there is nothing to ask`() throws {
        let course = try Course()
        var request = PracticeRequest()
        request.kinds = [.claim]
        request.skills = [.cap]
        let session = LearningSession(
            in: course.pack, for: request, seed: 1, journal: Journal(forgetting: course.pack, time: course.time),
            time: course.time)
        #expect(throws: LearningError.nothingToAsk) { try session.begin() }
        #expect(session.isOver && session.hint() == nil && session.skip() == nil)
        #expect(try session.undo() == nil)
        #expect(try session.answer("99601") == nil)
        #expect(try session.retry("99601") == nil)
    }

    @Test func `waits after an answer until the next item is asked for`() throws {
        let session = try Course().begun()
        let first = try #require(session.open)
        let entry = try #require(try session.answer("99601 x1, 99602 x7"))
        #expect(entry.outcome.item.id == first.id && entry.outcome.feedback?.isRight == false)
        #expect(entry.notKept == nil)
        #expect(session.isReviewing && session.atHand?.item.id == first.id)
        #expect(try session.answer("99601") == nil && session.skip() == nil && session.outcomes.count == 1)
        session.next()
        let second = try #require(session.open)
        #expect(second.id != first.id)
        session.next()
        #expect(session.open?.id == second.id, "an open item is not passed over")
    }

    @Test func `an answer that cannot be read closes nothing`() throws {
        let course = try Course()
        let session = try course.begun()
        let error = #expect(throws: UnreadableAnswer.self) { try session.answer("9960l x1") }
        #expect(error?.position != nil)
        #expect(session.open != nil && session.outcomes.isEmpty)
        #expect(try course.kept().isEmpty)
    }

    @Test func `a second try is judged and not counted`() throws {
        let course = try Course()
        let session = try course.begun()
        let key = try #require(session.open).key
        _ = try session.answer("none")
        #expect(try session.retry(key)?.isRight == true)
        #expect(try session.retry("99602")?.isRight == false)
        #expect(throws: UnreadableAnswer.self) { try session.retry("???") }
        #expect(session.outcomes.count == 1)
        #expect(try course.kept().map(\.answer.text) == ["none"])
    }

    @Test func `says why it asks`() throws {
        let session = try Course().begun()
        #expect(session.atHand?.reason?.hasSuffix(".") == true)
        _ = try session.answer("none")
        #expect(session.atHand?.reason?.hasSuffix(".") == true)
    }

    @Test func `hints cost a part, and are counted with the answer`() throws {
        let session = try Course().begun()
        let item = try #require(session.open)
        for hint in item.hints { #expect(session.hint() == hint) }
        #expect(session.hint() == nil)
        let entry = try session.answer(item.key)
        #expect(entry?.outcome.hints == item.hints.count)
        #expect(session.hint() == nil)
    }

    @Test func `the same seed asks the same`() throws {
        func asked(_ seed: UInt64) throws -> [ItemID] {
            let session = try Course().session(seed: seed)
            try session.begin()
            while session.open != nil { try session.answerRightly() }
            return session.outcomes.map(\.item.id)
        }
        #expect(try asked(4) == asked(4))
        #expect(Set(try (UInt64(1)...6).map { "\(try asked($0))" }).count > 1)
    }

    // MARK: - Taking back

    @Test func `an undo opens the last item again, and the one that was open comes later`() throws {
        let course = try Course()
        let session = try course.begun()
        let first = try #require(session.open)
        _ = session.hint()
        _ = try session.answer("99601, 99602 x5")
        session.next()
        let second = try #require(session.open)
        #expect(try session.undo()?.outcome.answer == "99601, 99602 x5")
        #expect(session.open?.id == first.id)
        let again = try session.answer(first.key)
        #expect(again?.outcome.hints == first.hints.count)
        session.next()
        #expect(session.open?.id == second.id)
        #expect(try course.kept().map(\.undone) == [course.time.now, nil])
    }

    @Test(arguments: [(0, true), (20_000, true), (20_001, false), (3_600_000, false)] as [(Int64, Bool)])
    func `an undo is for a slip that is seen at once`(milliseconds: Int64, isTaken: Bool) throws {
        let course = try Course()
        let session = try course.begun()
        let item = try #require(session.open)
        _ = try session.answer("99601, 99602 x5")
        course.time.pass(milliseconds: milliseconds)
        if isTaken {
            #expect(try session.undo() != nil)
            let again = try session.answer(item.key)
            #expect(again?.outcome.hints == item.hints.count, "who has seen the key is not right at once")
            #expect(session.report.summary.withHints == 1)
        } else {
            #expect(throws: LearningError.tooLateToUndo) { try session.undo() }
            #expect(session.outcomes.count == 1 && session.progress.model.hasEvidence)
        }
    }

    @Test func `an undo while an answer is looked at opens it again`() throws {
        let session = try Course().begun(count: 1)
        let item = try #require(session.open)
        _ = try session.answer("none")
        #expect(try session.undo()?.outcome.item.id == item.id)
        #expect(session.open?.id == item.id && session.outcomes.isEmpty)
        #expect(try session.undo() == nil)
        try session.answerRightly()
        #expect(session.isOver)
    }

    @Test func `a skip can be taken back, and what it taught goes with it`() throws {
        let session = try Course().begun()
        let before = session.progress
        let entry = try #require(session.skip())
        #expect(entry.outcome.isSkipped && entry.outcome.answer == nil)
        #expect(session.progress.model != before.model)
        #expect(try session.undo()?.outcome.isSkipped == true)
        #expect(session.progress.model == before.model)
    }

    // MARK: - Beliefs

    @Test func `holds something else against a belief each time that it is met`() throws {
        let session = try Course().begun(count: 9)
        var words: [String] = []
        while let item = session.open {
            let entry = try session.answer(item.heading == "half-an-hour-more" ? "99601 x1, 99602 x1" : item.key)
            if let refutation = entry?.refutation {
                #expect(refutation.belief.id == "always-rounds-up" && refutation.times == words.count + 1)
                #expect(refutation.contrast != nil)
                words.append(refutation.words)
            }
            session.next()
        }
        #expect(words.count >= 2 && Set(words).count == words.count, "\(words)")
        #expect(words.first?.contains("under started-hour your answer is right") == true)
    }

    @Test func `holds nothing against a slip, nor where it is not kept`() throws {
        let slip = try Course().begun(count: 1)
        #expect(try slip.answer("99601 x7, 99602 x5")?.refutation == nil)
        let store = RefusingStore()
        let session = try Course(store: store).begun()
        store.fill()
        #expect(try session.answer("99601 x1, 99602 x1")?.refutation == nil)
    }

    // MARK: - Help

    @Test func `tells the policy of the item, and others by name`() throws {
        let session = try Course().begun()
        #expect(try session.policy(nil).policy.id == "cpt-midpoint")
        let other = try session.policy("Started-Hour")
        #expect(other.policy.id == "started-hour" && other.key == nil)
        #expect(throws: LearningError.unknownPolicy("cpt")) { try session.policy("cpt") }
    }

    @Test func `after an answer tells the key under another policy`() throws {
        let session = try Course().begun()
        while let item = session.open, item.heading != "half-an-hour-more" {
            _ = session.skip()
            session.next()
        }
        _ = try session.answer("none")
        #expect(try session.policy(nil).key == nil)
        #expect(try session.policy("started-hour").key?.claim.description == "99601 x1, 99602 x1")
        #expect(try session.policy("cpt-midpoint").key?.claim.description == "99601 x1")
    }

    @Test(arguments: [
        (ItemKind.audit, "unit-cap", 1), (.audit, "151", 1), (.audit, "99602", 1), (.audit, "midpoint rule", 0),
        (.audit, "nothing of the kind", 0), (.claim, "99602", 0), (.claim, "151", 0),
    ])
    func `a rule that is looked up counts as a hint where it is what is asked`(
        kind: ItemKind, words: String, hints: Int
    ) throws {
        let session = try Course().begun(kinds: [kind])
        let key = try #require(session.open).key
        #expect(session.lookUp(words).isCounted == (hints > 0))
        #expect(try session.answer(key)?.outcome.hints == hints)
        #expect(!session.lookUp(words).isCounted, "the key is shown already")
    }

    @Test func `how the payer counts, too`() throws {
        let session = try Course().begun(kinds: [.audit])
        let key = try #require(session.open).key
        #expect(try session.policy(nil).isCounted)
        #expect(try session.policy("started-hour").isCounted)
        _ = session.hint()
        #expect(try session.answer(key)?.outcome.hints == 3)
        #expect(try !session.policy(nil).isCounted)
        session.next()
        let next = try #require(session.open).key
        #expect(try session.answer(next)?.outcome.hints == 0)
    }

    @Test func `what one was sure of and wrong comes back once another item stood between`() throws {
        let course = try Course()
        let session = try course.begun(count: 4, kinds: [.term])
        let first = try #require(session.open)
        _ = try session.answer("an umbrella, sure")
        session.next()
        let second = try #require(session.open)
        #expect(second.id != first.id)
        try session.answerRightly()
        #expect(session.open?.id == first.id)
        #expect(
            session.atHand?.reason == "You were sure of an answer of this sort that was wrong. So it comes back soon.")
        _ = try session.answer("\(first.key) sure")
        #expect(session.report.summary.calibration.words == "sure of 2, 1 right")
        #expect(try session.progressReport().calibration.words == "sure of 2, 1 right")
        #expect(try course.kept().map(\.answer.text) == ["an umbrella, sure", second.key, "\(first.key) sure"])
    }

    @Test func `a visit that comes back is another one of the same skills`() throws {
        let pack = try visitPack()
        var request = PracticeRequest()
        request.count = 3
        request.kinds = [.claim]
        let time = SetTime(morning)
        let session = LearningSession(
            in: pack, for: request, seed: 4, journal: Journal(forgetting: pack, time: time), time: time)
        try session.begin()
        let first = try #require(session.open)
        _ = try session.answer("99601 x9 sure")
        session.next()
        try session.answerRightly()
        let third = try #require(session.open)
        #expect(third.id != first.id && third.skills.isSuperset(of: first.skills))
        #expect(session.atHand?.reason?.hasPrefix("You were sure") == true)
    }

    @Test func `no policy matters to a term`() throws {
        let session = try Course().begun(kinds: [.term])
        #expect(throws: LearningError.noPolicy) { try session.policy(nil) }
        _ = session.skip()
        #expect(try session.policy("started-hour").key == nil)
    }

    @Test func `keeps a word about the item at hand`() throws {
        let course = try Course()
        let session = try course.begun()
        let item = try #require(session.open)
        #expect(try session.flag("the stop time is missing"))
        _ = try session.answer(item.key)
        #expect(try session.flag("and so is the start"))
        let flags = try course.store.flags(in: "lesson")
        #expect(flags.map(\.note) == ["the stop time is missing", "and so is the start"])
        #expect(flags.allSatisfy { $0.item == item.id.description && $0.learner == "Ada" && $0.at == course.time.now })
    }

    @Test func `where nothing is kept it goes on all the same`() throws {
        let course = try Course()
        let session = try course.begun(of: nil)
        #expect(try !session.flag("something"))
        try session.answerRightly()
        #expect(try session.undo() != nil && session.answersToday == 0)
        try session.answerRightly()
        let progress = try session.progressReport()
        #expect(progress.learner == "learner" && progress.days.isEmpty && !progress.skills.isEmpty)
        try session.end()
        #expect(try course.store.learnerNames().isEmpty)
    }
}

extension LearnerModel {
    /// Whether an answer tells of the learner.
    fileprivate var hasEvidence: Bool { !mastery.isEmpty }
}
