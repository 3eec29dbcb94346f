package import Learning
import Machine
package import Quiz
import Synchronization

/// Something that a learner does in a session.
package enum TrainingStep: Sendable, Equatable {
    /// Answers the open item.
    case answer(String)
    /// Asks for the next hint.
    case hint
    /// Leaves the open item unanswered.
    case skip
    /// Goes on to the next item.
    case next
    /// Takes the last answer back.
    case undo
    /// Says something about the item to the educator.
    case flag(String)
}

/// What a session shows.
package struct TrainingView: Sendable {
    /// The item that is open or being looked at; nil where the session is over.
    package let item: Item?
    /// Why it was chosen; nil where nothing is said of it.
    package let reason: String?
    /// Which item of the session it is, from 1.
    package let number: Int
    /// How many the session is meant to have.
    package let goal: Int
    /// The hints that were shown.
    package let hints: [String]
    /// What became of the item, once it was answered or skipped.
    package let entry: LearningSession.Entry?
    /// What was typed and is no answer, with where it parts from one.
    package let unread: UnreadAnswer?
    /// Something else to say; nil for nothing.
    package let remark: String?
    /// How many items were wholly right.
    package let right: Int
    /// How many items were answered or skipped.
    package let done: Int

    /// What was typed and cannot be read.
    package struct UnreadAnswer: Sendable {
        /// As it was typed.
        package let text: String
        /// What was expected, and where.
        package let error: UnreadableAnswer
    }
}

/// One learner's session in one pack, of which one thing is done at a time, on whichever node it is asked for.
final class Room: Sendable {
    fileprivate struct State {
        let desk: SessionDesk
        var bookmark: Bookmarking
        /// As this node knows it; nil before it was asked for.
        var session: LearningSession?
        var unread: TrainingView.UnreadAnswer?
        var remark: String?
    }

    private let state: Mutex<State>

    init(_ desk: SessionDesk, _ bookmark: Bookmarking) { state = Mutex(State(desk: desk, bookmark: bookmark)) }

    func view() throws(TeamError) -> TrainingView {
        try state.withLock { state throws(TeamError) in TrainingView(state, try state.followed()) }
    }

    func take(_ step: TrainingStep, about item: String) throws(TeamError) -> TrainingView {
        try state.withLock { state throws(TeamError) in
            let session = try state.followed()
            state.unread = nil
            state.remark = nil
            if session.atHand?.item.id.description == item || step == .next { try state.take(step, in: session) }
            return TrainingView(state, session)
        }
    }

    func end() throws(TeamError) {
        try state.withLock { state throws(TeamError) in
            // Where the end cannot be kept, the session ended without a word.
            try? state.followed().end()
            state.session = nil
            try state.bookmark.remove()
        }
    }
}

extension Room.State {
    /// The session, as whichever node was asked last has left it; one is begun where there is none.
    mutating func followed() throws(TeamError) -> LearningSession {
        for _ in 0..<3 {
            switch try bookmark.news() {
            case .none: if let session { return session }
            case .moved(let text):
                if let resumed = try desk.resume(text) {
                    session = resumed
                    return resumed
                }
                // The pack makes one of its items no more: what was answered is kept, and another session begins.
                try bookmark.remove()
            case .gone: break
            }
            let begun = try desk.begin()
            if try bookmark.put(SessionMark(begun).text) {
                session = begun
                return begun
            }
        }
        throw SessionDesk.unreadable
    }

    mutating func take(_ step: TrainingStep, in session: LearningSession) throws(TeamError) {
        if case .flag(let note) = step { return flag(note, in: session) }
        guard try bookmark.take(at: desk.time.now) else {
            remark = "This is being done already. Load the page again."
            return
        }
        switch step {
        case .answer(let text): answer(text, in: session)
        case .hint: if session.hint() == nil { remark = "There is no other hint." }
        case .skip: closed(session.skip())
        case .next: session.next()
        case .undo: undo(in: session)
        case .flag: break
        }
        // Where that fails, the next look goes on from what is kept.
        _ = try bookmark.put(SessionMark(session).text)
    }

    private mutating func answer(_ text: String, in session: LearningSession) {
        guard text.isTyped else {
            remark = String.typeFirst
            return
        }
        do { closed(try session.answer(text)) } catch { unread = TrainingView.UnreadAnswer(text: text, error: error) }
    }

    private mutating func closed(_ entry: LearningSession.Entry?) {
        if entry?.notKept != nil { remark = "This answer could not be kept, and counts for nothing later." }
    }

    private mutating func undo(in session: LearningSession) {
        do {
            guard try session.undo() != nil else { return }
            remark = "Taken back. A new answer counts as one after every hint."
        } catch {
            remark = "It is too late to take that back: the key has been seen."
        }
    }

    private mutating func flag(_ note: String, in session: LearningSession) {
        let isKept = (try? session.flag(String(note.prefix(1_000)))) == true
        remark = isKept ? "The educator will read what you said." : "That could not be kept."
    }
}

extension TrainingView {
    fileprivate init(_ state: Room.State, _ session: LearningSession) {
        let asked = session.atHand
        item = asked?.item
        reason = asked?.reason
        done = session.outcomes.count
        entry = session.review
        number = entry == nil ? session.outcomes.count + 1 : session.outcomes.count
        goal = session.goal
        hints = session.hintsShown
        unread = state.unread
        remark = state.remark
        right = session.outcomes.filter(\.isRight).count
    }
}
