package import Content
package import Machine
import Quiz
import Scoring

/// A lesson as its learner stands in it, so that it can be gone on with wherever they ask next.
package struct LessonMark: Sendable, Equatable {
    private let kept: Kept

    /// A step: `on`, `practice`, or an answer to a question or an item.
    private struct Step: Codable, Sendable, Equatable {
        let what: String
        var answer: String?
        var hints: Int?
    }

    private struct Kept: Codable, Sendable, Equatable {
        let thread: JournalThread
        let lesson: String
        let passed: Int
        let met: [String: Int]
        let seed: UInt64
        let steps: [Step]
        let hints: Int
        let answered: Int
        let since: Int64
    }

    /// The lesson at hand of a course; nil where none is.
    package init?(_ session: CourseSession) {
        guard let lesson = session.lesson?.lesson, let start = session.start else { return nil }
        let past = session.time.uptime - session.shown
        kept = Kept(
            thread: session.journal.thread, lesson: lesson.id.text, passed: start.passed,
            met: Dictionary(uniqueKeysWithValues: start.met.map { ($0.key.text, $0.value) }), seed: start.seed,
            steps: session.steps.map(Self.kept), hints: session.hints, answered: session.answered,
            since: session.time.now.adding(milliseconds: -past).milliseconds)
    }

    /// Reads what `text` wrote; nil where it is none.
    package init?(_ text: String) {
        guard let kept: Kept = MarkText.read(text) else { return nil }
        self.kept = kept
    }

    /// In the form in which it is kept.
    package var text: String { MarkText.written(kept) }

    /// The course with its lesson at hand, gone on with.
    ///
    /// - Parameters:
    ///   - pack: What is learned.
    ///   - seed: Settles what lessons that are begun later practise.
    ///   - journal: Of the learner, in the same pack.
    ///   - time: Tells when things happen.
    /// - Returns: The course; nil where the pack has the lesson no more.
    /// - Throws: `RecordsError` where what was done before cannot be read.
    package func session(
        in pack: Pack, seed: UInt64, journal: sending Journal, time: any TimeSource
    ) throws(RecordsError) -> sending CourseSession? {
        guard let lesson = pack.lesson(ID(kept.lesson)) else { return nil }
        journal.resume(kept.thread)
        let session = try CourseSession(in: pack, seed: seed, journal: journal, time: time)
        let start = LessonStart(
            passed: kept.passed, met: Dictionary(uniqueKeysWithValues: kept.met.map { (ID($0.key), $0.value) }),
            seed: kept.seed)
        session.resume(
            lesson, start, kept.steps.compactMap(Self.step), hints: kept.hints, answered: kept.answered,
            since: Moment(milliseconds: kept.since))
        return session
    }

    private static func kept(_ step: LessonStep) -> Step {
        switch step {
        case .goOn: Step(what: "on")
        case .goToPractice: Step(what: "practice")
        case .work(let answer): Step(what: "work", answer: answer)
        case .practise(let answer, let hints): Step(what: "item", answer: answer, hints: hints)
        }
    }

    private static func step(_ step: Step) -> LessonStep? {
        switch step.what {
        case "on": .goOn
        case "practice": .goToPractice
        case "work": step.answer.map { .work($0) }
        case "item": .practise(step.answer, hints: step.hints ?? 0)
        default: nil
        }
    }
}
