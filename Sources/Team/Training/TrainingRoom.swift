package import Learning
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

/// One learner's session in one pack, of which one thing is done at a time.
final class Room: Sendable {
    fileprivate struct State {
        let session: LearningSession
        var hints: [String] = []
        var entry: LearningSession.Entry?
        var unread: TrainingView.UnreadAnswer?
        var remark: String?
    }

    private let state: Mutex<State>

    static let unreadable = TeamError(
        .unavailable, "your progress cannot be read just now", mend: "try again in a moment")

    init(_ session: sending LearningSession) { state = Mutex(State(session: session)) }

    func view() -> TrainingView { state.withLock { TrainingView($0) } }

    func take(_ step: TrainingStep, about item: String) -> TrainingView {
        state.withLock { state in
            state.unread = nil
            state.remark = nil
            if state.session.atHand?.item.id.description == item || step == .next { state.take(step) }
            return TrainingView(state)
        }
    }

    func end() { state.withLock { try? $0.session.end() } }

    func progress() throws(TeamError) -> ProgressReport {
        let report = state.withLock { try? $0.session.progressReport() }
        guard let report else { throw Self.unreadable }
        return report
    }
}

extension Room.State {
    fileprivate mutating func take(_ step: TrainingStep) {
        switch step {
        case .answer(let text): answer(text)
        case .hint:
            if let hint = session.hint() { hints.append(hint) } else { remark = "There is no other hint." }
        case .skip: closed(session.skip())
        case .next:
            session.next()
            (entry, hints) = (nil, [])
        case .undo: undo()
        case .flag(let note): flag(note)
        }
    }

    private mutating func answer(_ text: String) {
        guard text.utf8.count <= 4_000, !text.allSatisfy(\.isWhitespace) else {
            remark = "Type an answer first."
            return
        }
        do { closed(try session.answer(text)) } catch { unread = TrainingView.UnreadAnswer(text: text, error: error) }
    }

    private mutating func closed(_ entry: LearningSession.Entry?) {
        guard let entry else { return }
        self.entry = entry
        if entry.notKept != nil { remark = "This answer could not be kept, and counts for nothing later." }
    }

    private mutating func undo() {
        do {
            guard try session.undo() != nil else { return }
            (entry, hints) = (nil, [])
            remark = "Taken back. A new answer counts as one after every hint."
        } catch {
            remark = "It is too late to take that back: the key has been seen."
        }
    }

    private mutating func flag(_ note: String) {
        let isKept = (try? session.flag(String(note.prefix(1_000)))) == true
        remark = isKept ? "The educator will read what you said." : "That could not be kept."
    }
}

extension TrainingView {
    fileprivate init(_ state: Room.State) {
        let session = state.session
        let asked = session.atHand
        item = asked?.item
        reason = asked?.reason
        done = session.outcomes.count
        number = state.entry == nil ? session.outcomes.count + 1 : session.outcomes.count
        goal = session.goal
        hints = state.hints
        entry = state.entry
        unread = state.unread
        remark = state.remark
        right = session.outcomes.filter(\.isRight).count
    }
}
