import Audit
import Dispatch
import Synchronization

/// That lines are to be added to a log where it ends as told, and what came of it.
final class LogWish: Sendable {
    let log: String
    let lines: [String]
    let end: LogEnd
    let next: LogEnd
    private let done = DispatchSemaphore(value: 0)
    private let outcome = Mutex<Outcome>(.failed(.changed))

    /// What came of a wish.
    enum Outcome: Sendable, Equatable {
        case kept
        case failed(LogError)
    }

    init(_ lines: [String], to log: String, after end: LogEnd, reaching next: LogEnd) {
        self.log = log
        self.lines = lines
        self.end = end
        self.next = next
    }

    /// Says what came of it, once.
    func answer(_ outcome: Outcome) {
        self.outcome.withLock { $0 = outcome }
        done.signal()
    }

    /// Blocks until it is known what came of it.
    ///
    /// - Throws: `LogError` where the lines were not kept.
    func wait() throws(LogError) {
        done.wait()
        if case .failed(let error) = outcome.withLock(\.self) { throw error }
    }
}

/// Where a log ends, as the database has it.
struct KeptEnd: Equatable {
    let end: LogEnd
    let signedEnd: String?
}

extension LogWish {
    /// What came of it where the log was found to end so, and nothing was added.
    func outcome(finding kept: KeptEnd?) -> Outcome {
        guard let kept else { return .failed(.changed) }
        if kept.signedEnd != nil { return .failed(.sealed) }
        // The same lines were kept already: the answer to that got lost.
        return kept.end == next ? .kept : .failed(.changed)
    }
}
