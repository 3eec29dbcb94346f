import Content
import Learning
import Machine
import Quiz
import Scoring
import Stores
import Testing

@Suite struct `What is handed to a store` {
    private func answer(_ change: (inout Records.Answer) -> Void) -> Records.Answer {
        var answer = Records.Answer(
            position: 0, at: morning, responseMilliseconds: 0, text: "", verdict: .correct, fraction: 1,
            skills: ["part"],
            findings: ["missing-code"], beliefs: [["a", "b"]])
        change(&answer)
        return answer
    }

    @Test func `an answer is sound`() throws { try answer { _ in }.check() }

    @Test(arguments: [-1, .min]) func `no number of an answer is less than none`(_ number: Int) {
        for change: WritableKeyPath<Records.Answer, Int> in [\.position, \.hints, \.responseMilliseconds] {
            let error = #expect(throws: RecordsError.self) { try answer { $0[keyPath: change] = number }.check() }
            #expect(error?.kind == .defect && error?.message.contains("keeping an answer") == true)
        }
    }

    @Test(arguments: [-0.001, 1.001, .nan, .infinity]) func `a fraction is from 0 to 1`(_ fraction: Double) {
        #expect(throws: RecordsError.self) { try answer { $0.fraction = fraction }.check() }
    }

    @Test(arguments: ["", " ", "a b", "a+b", "+"]) func `an id has no space and no plus`(_ id: String) {
        #expect(throws: RecordsError.self) { try answer { $0.skills = ["part", id] }.check() }
        #expect(throws: RecordsError.self) { try answer { $0.findings = [id] }.check() }
        #expect(throws: RecordsError.self) { try answer { $0.beliefs = [["a", id]] }.check() }
    }

    @Test func `an explanation names a misconception`() {
        #expect(throws: RecordsError.self) { try answer { $0.beliefs = [["a"], []] }.check() }
    }

    @Test(arguments: [(1, 2), (-1, 0), (0, 1)])
    func `no more is missed than was answered`(answers: Int, missed: Int) {
        let row = Records.Mastery(successes: 1, failures: 1, answers: answers, missed: missed, updated: morning)
        #expect(throws: RecordsError.self) { try Records.State(mastery: ["part": row]).check(.answer) }
    }

    @Test func `text has no null in it`() {
        #expect("a\0b\0".withoutNull == "a\u{FFFD}b\u{FFFD}")
        #expect("99601 × 1".withoutNull == "99601 × 1")
    }

    @Test func `rows are put over those of the same name`() {
        let once = Records.Cure(met: 1, withstood: 0, wait: 0)
        var state = Records.State(revision: 3, beliefs: ["a": 1, "b": 2], cures: ["a": once])
        state.put(Records.State(revision: 9, beliefs: ["b": 3, "c": 4], cures: ["b": once]))
        #expect(state == Records.State(revision: 3, beliefs: ["a": 1, "b": 3, "c": 4], cures: ["a": once, "b": once]))
    }
}

@Suite struct `What follows from answers` {
    /// A learner who answered all kinds of items, some wrongly, some with hints, one skipped.
    private func trained() throws -> (course: Course, session: LearningSession) {
        let course = try Course()
        let session = try course.session(count: 12, kinds: [])
        try session.begin()
        for number in 0..<12 {
            guard let item = session.open else { break }
            if number % 3 == 1 { _ = session.hint() }
            if number == 4 { _ = session.skip() } else { _ = try? session.answer(number % 4 == 2 ? "none" : item.key) }
            session.next()
            course.time.pass(milliseconds: day / 2)
        }
        return (course, session)
    }

    @Test func `comes back from what is kept of it`() throws {
        let (course, session) = try trained()
        let zone = course.time.zone
        let state = session.progress.state(revision: 7, in: zone)
        #expect(state.revision == 7 && !state.memory.isEmpty && !state.mastery.isEmpty && !state.beliefs.isEmpty)
        let again = LearnerProgress(state, of: course.pack, in: zone)
        #expect(again.model == session.progress.model && again.reviews == session.progress.reviews)
    }

    @Test func `of one answer is only what it changed`() throws {
        let (course, session) = try trained()
        let (before, zone) = (session.progress, course.time.zone)
        #expect(before.changes(since: before, revision: 2, in: zone).mastery.isEmpty)
        var after = before
        let term = try #require(course.pack.termItems.first)
        let outcome = TrainingSession.Outcome(
            item: term, answer: term.key, feedback: try term.judge(term.key), hints: 0)
        after.note(outcome, at: course.time.now, on: course.time.today.ordinal)
        let changes = after.changes(since: before, revision: 2, in: zone)
        #expect(Set(changes.memory.keys) == [term.id.description])
        let skills = term.skills.map(\.rawValue)
        #expect(Set(changes.mastery.keys) == Set(skills + skills.map { "care:\($0)" }))
        #expect(changes.beliefs.isEmpty && changes.revision == 2)
    }

    @Test func `is the same when all answers are judged anew`() throws {
        let (course, session) = try trained()
        let ada = try #require(try course.store.knownLearner(named: "Ada"))
        let replay = ProgressReplay(of: course.pack, in: course.time.zone)
        let rebuilt = try course.store.rebuild(ada.id, in: "lesson", by: replay)["lesson"]
        let progress = LearnerProgress(try #require(rebuilt), of: course.pack, in: course.time.zone)
        #expect(progress.model == session.progress.model && progress.reviews == session.progress.reviews)
    }

    @Test func `an item that the pack no longer makes counts for its skills and its review`() throws {
        let course = try Course()
        let ada = try course.store.learner(named: "Ada", at: morning)
        let session = try course.store.startSession(of: ada.id, pack: "lesson", goal: 2, at: morning)
        for identity in ["lesson/claim/gone/cpt-midpoint@00000000", "lesson/term/gone@00000000"] {
            let item = Records.Item(
                identity: identity, kind: "claim", pack: "lesson", heading: "", question: "", stem: "", key: "")
            let answer = Records.Answer(
                position: 0, at: morning, responseMilliseconds: 1, text: "99601", verdict: .correct, fraction: 1,
                skills: ["part", "no-skill-of-ours"])
            // A state that does not follow makes it be worked out anew.
            _ = try course.store.record(answer, to: item, in: session, changing: Records.State(revision: 5))
        }
        let progress = try course.session().progress
        #expect(progress.model.mastery(of: .part).answers == 2)
        #expect(progress.reviews.keys.map(\.self) == ["lesson/term/gone@00000000"])
        #expect(progress.model.beliefs == LearnerModel(in: BeliefSpace(of: course.pack)).beliefs)
    }

    @Test func `a skill that is no more is passed over`() throws {
        let course = try Course()
        let row = Records.Mastery(successes: 1, failures: 0, answers: 1, missed: 0, updated: morning)
        let state = Records.State(mastery: ["part": row, "juggling": row])
        #expect(LearnerProgress(state, of: course.pack, in: FixedZone.utc).model.mastery.keys.map(\.self) == [.part])
    }
}
