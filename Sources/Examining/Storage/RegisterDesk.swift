import Synchronization

/// Those who wait to enter something in the register. What many wish for at once is written in one piece, so that a
/// common start does not queue for the disk one by one.
final class RegisterDesk: Sendable {
    private let waiting = Mutex<[RegisterWish]>([])
    /// Held by who writes.
    private let turn = Mutex(())

    /// Waits for the turn to write, and writes what all who wait wish for, or finds it written by who was before.
    ///
    /// - Parameters:
    ///   - wishes: What is to be entered.
    ///   - write: Writes wishes, and tells each what came of it.
    /// - Throws: `ExamError` where one of the wishes was not entered.
    func enter(_ wishes: [RegisterWish], by write: ([RegisterWish]) -> Void) throws(ExamError) {
        waiting.withLock { $0 += wishes }
        turn.withLock { _ in
            guard !wishes.allSatisfy(\.isAnswered) else { return }
            write(
                waiting.withLock { waiting in
                    defer { waiting = [] }
                    return waiting
                })
        }
        for wish in wishes { try wish.check() }
    }
}

/// Something to be entered in the register, and what came of it.
final class RegisterWish: Sendable {
    let entry: RegisterEntry
    private let outcome = Mutex(Outcome.none)

    private enum Outcome {
        case none, entered
        case refused(ExamError)
    }

    init(_ entry: RegisterEntry) { self.entry = entry }

    var isAnswered: Bool { outcome.withLock { if case .none = $0 { false } else { true } } }

    /// Says what came of it: nil where it is entered.
    func answer(_ error: ExamError?) { outcome.withLock { $0 = error.map(Outcome.refused) ?? .entered } }

    /// - Throws: `ExamError` where it was not entered.
    func check() throws(ExamError) {
        switch outcome.withLock(\.self) {
        case .entered: return
        case .refused(let error): throw error
        case .none: throw ExamError(.defect, "nobody entered it in the register")
        }
    }
}
