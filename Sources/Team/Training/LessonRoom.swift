import Content
import Learning
import Machine
import Quiz
import Scoring
import Synchronization

/// One learner's way through the course of one pack, of which one thing is done at a time, on whichever node it is asked
/// for.
final class LessonRoom: Sendable {
    fileprivate struct State {
        let desk: SessionDesk
        var bookmark: Bookmarking
        /// As this node knows it; nil before it was asked for.
        var session: CourseSession?
        var reply: LessonReply?
        var unread: TrainingView.UnreadAnswer?
        var remark: String?
    }

    private let state: Mutex<State>

    init(_ desk: SessionDesk, _ bookmark: Bookmarking) { state = Mutex(State(desk: desk, bookmark: bookmark)) }

    /// Nil where no lesson is at hand.
    func view() throws(TeamError) -> LessonView? {
        try state.withLock { state throws(TeamError) in
            let session = try state.followed()
            state.forget()
            return LessonView(state, session)
        }
    }

    func begin(_ id: String, again isAgain: Bool) throws(TeamError) {
        try state.withLock { state throws(TeamError) in
            let session = try state.followed()
            guard let lesson = session.pack.lesson(ID(id)) else {
                throw TeamError(.notFound, "there is no such lesson")
            }
            state.forget()
            state.told(session.begin(lesson, again: isAgain))
            try state.keep(session)
        }
    }

    func take(_ act: LessonAct, at position: Int) throws(TeamError) -> LessonView? {
        try state.withLock { state throws(TeamError) in
            let session = try state.followed()
            state.forget()
            if session.steps.count == position { try state.take(act, in: session) }
            return LessonView(state, session)
        }
    }
}

extension LessonRoom.State {
    /// The course, as whichever node was asked last has left it.
    fileprivate mutating func followed() throws(TeamError) -> CourseSession {
        switch try bookmark.news() {
        case .none: if let session { return session }
        case .moved(let text):
            if let resumed = try desk.resumeCourse(text) {
                session = resumed
                return resumed
            }
            // The pack has the lesson no more: what was done is kept, and another can be begun.
            try bookmark.remove()
        case .gone: break
        }
        let begun = try desk.course()
        session = begun
        return begun
    }

    fileprivate mutating func forget() { (reply, unread, remark) = (nil, nil, nil) }

    fileprivate mutating func take(_ act: LessonAct, in session: CourseSession) throws(TeamError) {
        guard session.lesson != nil, try bookmark.take(at: desk.time.now) else { return }
        switch act {
        case .goOn: if session.lesson?.isOnlyRead == true { told(session.goOn()) }
        case .goToPractice:
            let outcome = session.goToPractice()
            told(outcome.notKept)
            if !outcome.isThere { remark = "There is no practice ahead in this lesson." }
        case .hint: if session.hint() == nil { remark = "There is no other hint." }
        case .skip: skip(in: session)
        case .answer(let text): answer(text, in: session)
        }
        try keep(session)
    }

    fileprivate mutating func keep(_ session: CourseSession) throws(TeamError) {
        guard let mark = LessonMark(session) else { return }
        // Where somebody else was faster, the next look goes on from what is kept.
        _ = try bookmark.put(mark.text)
    }

    private mutating func skip(in session: CourseSession) {
        guard case .practice = session.lesson?.screen else { return told(session.goOn()) }
        guard let (reply, notKept) = try? session.practise(nil) else { return }
        self.reply = .practised(reply)
        told(notKept)
    }

    private mutating func answer(_ text: String, in session: CourseSession) {
        guard text.isTyped else {
            remark = String.typeFirst
            return
        }
        do {
            if let (reply, notKept) = try session.work(text) {
                self.reply = .worked(reply)
                told(notKept)
            } else if let (reply, notKept) = try session.practise(text) {
                self.reply = .practised(reply)
                told(notKept)
            }
        } catch {
            unread = TrainingView.UnreadAnswer(text: text, error: error)
        }
    }

    fileprivate mutating func told(_ error: RecordsError?) {
        if error != nil { remark = "This could not be kept, and counts for nothing later." }
    }
}

extension LessonSession {
    /// Whether there is nothing to answer.
    fileprivate var isOnlyRead: Bool {
        switch screen {
        case .page, .example: true
        case .faded, .practice, .ended: false
        }
    }
}

extension LessonView {
    fileprivate init?(_ state: LessonRoom.State, _ session: CourseSession) {
        guard let taken = session.lesson else { return nil }
        lesson = taken.lesson
        number = (session.course.lessons.firstIndex { $0.id == taken.lesson.id } ?? 0) + 1
        count = session.course.lessons.count
        passed = taken.passed
        stages = taken.stages.count
        position = session.steps.count
        screen = taken.screen
        hints = session.hintsShown
        reply = state.reply
        unread = state.unread
        remark = state.remark
        next = session.next
    }
}
