package import Content
package import Machine
package import Quiz
import Scoring

/// One learner's way through the course of a pack, kept as it goes: the lesson at hand, and what was done of the others.
///
/// Any face can drive it, as a ``LearningSession``. Items of practice are kept as every answer is, so they count for the
/// same skills, beliefs and history.
package final class CourseSession {
    /// The course of the pack.
    package let course: Course
    /// How far the learner has come in it.
    package private(set) var progress: CourseProgress
    /// The lesson at hand; nil before one was begun.
    package private(set) var lesson: LessonSession?
    let journal: Journal
    private let payers: Payers
    let time: any TimeSource
    private let seed: UInt64
    /// How the lesson at hand was begun; nil before one was.
    private(set) var start: LessonStart?
    /// What was done in it since.
    package private(set) var steps: [LessonStep] = []
    /// Hints that were shown of the open item.
    private(set) var hints = 0
    /// Items of practice that were answered or skipped.
    package private(set) var answered = 0
    /// When the open item was asked, in milliseconds of uptime.
    private(set) var shown: Int64 = 0

    /// A course of which no lesson is at hand.
    ///
    /// - Parameters:
    ///   - pack: What is learned.
    ///   - seed: Settles which items are practised.
    ///   - journal: Of the learner, in the same pack.
    ///   - time: Tells when things happen.
    /// - Throws: `RecordsError` where what was done before cannot be read.
    package init(in pack: Pack, seed: UInt64, journal: Journal, time: any TimeSource) throws(RecordsError) {
        course = Course(of: pack)
        payers = journal.progress.model.beliefs.space.payers
        self.seed = seed
        self.journal = journal
        self.time = time
        progress = CourseProgress(try journal.lessonEvents())
    }

    /// The pack whose course it is.
    package var pack: Pack { course.pack }

    /// The lesson to go on with; nil when all are done.
    package var next: Lesson? { progress.next(in: course) }

    // MARK: Going on

    /// Takes a lesson up where it was left, or from its beginning.
    ///
    /// - Parameters:
    ///   - lesson: One of the course.
    ///   - isAgain: Whether it is taken from the beginning though it was left under way.
    /// - Returns: Why it could not be kept that the lesson was begun; nil where it is.
    package func begin(_ lesson: Lesson, again isAgain: Bool = false) -> RecordsError? {
        let passed = isAgain ? nil : progress[lesson.id].stages
        // Done over, a lesson practises other items.
        let seed = self.seed &+ UInt64(truncatingIfNeeded: progress[lesson.id].ends)
        begin(
            lesson,
            LessonStart(passed: passed ?? 0, met: journal.progress.model.cures.mapValues(\.met), seed: seed))
        return passed == nil ? keep(LessonEvent(.begun, of: lesson.id)) : nil
    }

    private func begin(_ lesson: Lesson, _ start: LessonStart) {
        self.lesson = LessonSession(
            lesson, of: course, under: payers, passed: start.passed, met: start.met, seed: start.seed)
        self.start = start
        steps = []
        settle()
    }

    /// Goes on with a lesson as it was left elsewhere; what was done in it is kept already.
    ///
    /// - Parameters:
    ///   - lesson: One of the course.
    ///   - start: How it was begun.
    ///   - steps: What was done since.
    ///   - hints: How many hints of the open item were shown.
    ///   - answered: How many items of practice were answered or skipped.
    ///   - moment: When the open item was asked.
    func resume(
        _ lesson: Lesson, _ start: LessonStart, _ steps: [LessonStep], hints: Int, answered: Int, since moment: Moment
    ) {
        begin(lesson, start)
        for step in steps { self.lesson?.take(step) }
        self.steps = steps
        self.hints = hints
        self.answered = answered
        shown = time.uptime - max(0, time.now.milliseconds(since: moment))
    }

    /// Passes what is only read, or leaves undone what is asked.
    package func goOn() -> RecordsError? {
        defer { settle() }
        steps.append(.goOn)
        return lesson?.goOn().flatMap(keep)
    }

    /// Goes to the lesson's practice at once.
    ///
    /// - Returns: Whether there is one ahead, and why that could not be kept.
    package func goToPractice() -> (isThere: Bool, notKept: RecordsError?) {
        guard let event = lesson?.goToPractice() else { return (false, nil) }
        steps.append(.goToPractice)
        settle()
        return (true, keep(event))
    }

    private func settle() {
        hints = 0
        shown = time.uptime
    }

    // MARK: Answering

    /// Judges an answer to a value of an example that fades; nil where none is asked for.
    ///
    /// - Throws: `UnreadableAnswer`; the question then stays open.
    package func work(_ answer: String) throws(UnreadableAnswer) -> (
        reply: LessonSession.WorkedReply, notKept: RecordsError?
    )? {
        guard let reply = try lesson?.work(answer) else { return nil }
        steps.append(.work(answer))
        settle()
        return (reply, reply.event.flatMap(keep))
    }

    /// Judges and keeps an answer to the open item of the practice.
    ///
    /// - Parameter answer: What was typed; nil to skip the item.
    /// - Returns: What came of it, and why it could not be kept; nil where no item is open.
    /// - Throws: `UnreadableAnswer`; the item then stays open, and nothing is kept.
    package func practise(_ answer: String?) throws(UnreadableAnswer) -> (
        reply: LessonSession.PracticeReply, notKept: RecordsError?
    )? {
        guard let reply = try lesson?.practise(answer, hints: hints) else { return nil }
        steps.append(.practise(answer, hints: hints))
        var notKept: RecordsError?
        do {
            try journal.note(reply.outcome, position: answered, took: time.uptime - shown)
        } catch {
            notKept = error
        }
        answered += 1
        settle()
        return (reply, reply.event.flatMap(keep) ?? notKept)
    }

    /// The hints to the open item of the practice that were shown.
    package var hintsShown: [String] {
        guard case .practice(_, let item) = lesson?.screen else { return [] }
        return Array(item.hints.prefix(hints))
    }

    /// The next hint for the open item of the practice; nil when there is none left.
    package func hint() -> String? {
        guard case .practice(_, let item) = lesson?.screen, hints < item.hints.count else { return nil }
        hints += 1
        return item.hints[hints - 1]
    }

    // MARK: Keeping

    private func keep(_ event: LessonEvent) -> RecordsError? {
        progress.note(event)
        do {
            try journal.note(event)
            return nil
        } catch {
            return error
        }
    }

    /// Ends the session and lets go of what it was kept in.
    ///
    /// - Throws: `RecordsError` where that could not be kept.
    package func end() throws(RecordsError) { try journal.end() }
}
