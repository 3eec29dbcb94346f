import Content
import Learning
import Machine
import Quiz
import Scoring
import Stores
import Testing

@Suite struct `What a session keeps` {
    @Test func `is each answer, with when, how long, and what was said of it`() throws {
        let course = try Course()
        let session = try course.begun()
        let item = try #require(session.open)
        _ = session.hint()
        course.time.pass(milliseconds: 12_345)
        let entry = try #require(try session.answer("99601 x1, 99602 x7"))
        let kept = try #require(try course.kept().first)
        #expect(kept.item == item.id.description && kept.pack == "lesson" && kept.undone == nil)
        #expect(kept.answer.at == course.time.now && kept.answer.responseMilliseconds == 12_345)
        #expect(kept.answer.position == 0 && kept.answer.hints == 1 && kept.answer.text == "99601 x1, 99602 x7")
        #expect(kept.answer.verdict.rawValue == entry.outcome.feedback?.verdict.rawValue)
        #expect(kept.answer.fraction == entry.outcome.feedback?.fraction)
        #expect(kept.answer.findings == entry.outcome.feedback?.edits.map(\.rawValue))
        #expect(kept.answer.skills == item.skills.map(\.rawValue).sorted())
    }

    @Test func `a clock that is set back makes no time go backwards`() throws {
        let course = try Course()
        let session = try course.begun()
        course.time.pass(milliseconds: 2_000)
        course.time.set(morning.adding(milliseconds: -day))
        _ = session.skip()
        let kept = try #require(try course.kept().first)
        #expect(kept.answer.verdict == .skipped && kept.answer.text.isEmpty)
        #expect(kept.answer.responseMilliseconds == 2_000 && kept.answer.at < morning)
    }

    @Test func `begins with the first answer, so that who only looks in leaves nothing`() throws {
        let course = try Course()
        let session = try course.begun()
        try session.end()
        #expect(try course.store.learnerNames() == ["Ada"])
        #expect(try course.kept().isEmpty)
    }

    @Test func `is there in the next session, and no visit comes twice while others are fresh`() throws {
        let course = try Course()
        var headings: Set<String> = []
        for number in 0..<3 {
            let session = try course.begun()
            #expect(session.answersToday == number)
            headings.insert(try #require(session.open).heading)
            try session.answerRightly()
            try session.end()
        }
        #expect(headings.count == 3)
        let session = try course.begun()
        #expect(session.beginning.model.mastery(of: .firstCode).answers > 0)
        course.time.pass(milliseconds: day)
        #expect(session.answersToday == 0)
    }

    @Test func `is each learner's own`() throws {
        let course = try Course()
        for (learner, answers) in [("Ada", 1), ("Grace", 2)] {
            let session = try course.begun(of: learner)
            for _ in 0..<answers { try session.answerRightly() }
        }
        #expect(try course.kept(of: "Ada").count == 1)
        #expect(try course.kept(of: "Grace").count == 2)
        #expect(try course.begun(of: "Grace").answersToday == 2)
    }

    @Test func `leads to the same progress when it is opened again`() throws {
        let course = try Course()
        let session = try course.begun(kinds: [.claim, .term])
        _ = try session.answer("none")
        session.next()
        while session.open != nil { try session.answerRightly() }
        let again = try course.session()
        #expect(again.progress.model == session.progress.model)
        #expect(again.progress.reviews == session.progress.reviews)
        #expect(!again.progress.reviews.isEmpty)
    }

    @Test func `of two sessions at once is all that either learned`() throws {
        let course = try Course()
        let one = try course.begun()
        let other = try course.begun()
        try one.answerRightly()
        try other.answerRightly()
        try one.answerRightly()
        _ = try other.undo()
        #expect(try course.kept().map { $0.undone == nil } == [true, false, true])
        let anna = try #require(try course.store.knownLearner(named: "Ada"))
        let state = try course.store.currentState(of: anna.id, in: course.pack, zone: FixedZone.utc)
        #expect(LearnerProgress(state, of: course.pack, in: FixedZone.utc).model == other.progress.model)
        #expect(other.progress.model.mastery(of: .firstCode).answers == 2)
    }

    // MARK: - Where it cannot be kept

    @Test func `nothing follows from what could not be kept, and it is told why`() throws {
        let store = RefusingStore()
        let course = try Course(store: store)
        let session = try course.begun()
        try session.answerRightly()
        let before = session.progress
        store.fill()
        let entry = try #require(try session.answer("none"))
        #expect(entry.notKept == RefusingStore.full && entry.outcome.feedback != nil)
        #expect(session.progress.model == before.model)
        #expect(throws: RefusingStore.full) { try session.flag("full") }
        #expect(throws: RefusingStore.full) { try session.progressReport() }
        #expect(throws: RefusingStore.full) { try session.end() }
        #expect(session.answersToday == 0)
        session.next()
        #expect(session.open != nil, "the session goes on")
        #expect(try course.kept().count == 1)
    }

    @Test func `an answer that was not kept can be taken back all the same`() throws {
        let store = RefusingStore()
        let session = try Course(store: store).begun()
        store.fill()
        _ = try session.answer("none")
        #expect(try session.undo()?.notKept == nil)
        #expect(session.open != nil && session.outcomes.isEmpty)
    }

    @Test func `an undo that could not be kept is told`() throws {
        let store = RefusingStore()
        let session = try Course(store: store).begun()
        _ = try session.answer("none")
        store.fill()
        #expect(try session.undo()?.notKept == RefusingStore.full)
    }

    @Test func `a name that is none is refused`() throws {
        let course = try Course()
        let error = #expect(throws: RecordsError.self) { try course.session(of: " ") }
        #expect(error?.kind == .name)
    }
}

@Suite struct `A journal` {
    @Test func `forgets nothing that was seen, skipped or taken back`() throws {
        let course = try Course()
        let journal = try Journal(of: "Ada", in: course.pack, goal: 3, store: course.store, time: course.time)
        let items = course.pack.termItems
        let identities = items.map(\.id.description)
        #expect(journal.seen(among: identities).isEmpty)
        let skipped = TrainingSession.Outcome(item: items[0], answer: nil, feedback: nil, hints: 0)
        try journal.note(skipped, position: 0, took: 10)
        try journal.undo()
        #expect(journal.seen(among: identities) == [identities[0]])
        #expect(journal.pace.answers == 0 && journal.progress.reviews.isEmpty)
    }

    @Test func `takes back no more than was answered`() throws {
        let course = try Course()
        let journal = try Journal(of: "Ada", in: course.pack, goal: 3, store: course.store, time: course.time)
        try journal.undo()
        #expect(try course.kept().isEmpty)
    }

    @Test func `knows when reviews are due where the learner is`() throws {
        let course = try Course(zone: FixedZone(minutesAhead: 90))
        let journal = try Journal(of: "Ada", in: course.pack, goal: 3, store: course.store, time: course.time)
        let term = try #require(course.pack.termItems.first)
        let feedback = try term.judge(term.key)
        try journal.note(
            TrainingSession.Outcome(item: term, answer: term.key, feedback: feedback, hints: 0), position: 0, took: 10)
        let review = try #require(journal.reviews.first)
        let schedule = try #require(journal.progress.reviews[term.id.description]).schedule
        let zone = course.time.zone
        #expect(review.item == term.id.description)
        #expect(review.due == zone.start(ofDay: schedule.due))
        #expect(review.lastSeen == zone.start(ofDay: course.time.today.ordinal))
        #expect(review.due > course.time.now)
    }

    @Test func `tells the earlier pace of this pack and this learner alone`() throws {
        let course = try Course()
        let ada = try course.store.learner(named: "Ada", at: morning)
        let bob = try course.store.learner(named: "Bob", at: morning)
        let item = Records.Item(try #require(course.pack.termItems.first))
        for (learner, pack, seconds) in [(ada, "lesson", 60), (ada, "other", 1), (bob, "lesson", 1)] {
            let session = try course.store.startSession(of: learner.id, pack: pack, goal: 1, at: morning)
            let answer = Records.Answer(
                position: 0, at: morning, responseMilliseconds: seconds * 1_000, text: "", verdict: .incorrect,
                fraction: 0, skills: [])
            _ = try course.store.record(answer, to: item, in: session, changing: Records.State())
        }
        let journal = try Journal(of: "Ada", in: course.pack, goal: 3, store: course.store, time: course.time)
        #expect(journal.earlierPace.anHour == 60 && journal.earlierPace.answers == 1)
        #expect(Journal(forgetting: course.pack, time: course.time).earlierPace == Pace())
    }

    @Test func `closes the store at its end`() throws {
        let folderless = RefusingStore()
        let course = try Course(store: folderless)
        let journal = try Journal(of: "Ada", in: course.pack, goal: 3, store: folderless, time: course.time)
        try journal.end()
        folderless.fill()
        #expect(throws: RefusingStore.full) { try journal.end() }
        try Journal(forgetting: course.pack, time: course.time).end()
    }
}
