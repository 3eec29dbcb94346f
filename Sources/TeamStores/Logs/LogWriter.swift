import Audit
import Dispatch
import Synchronization

/// Writes what callers add to logs. Whatever waits while one transaction is under way is written together by the next, so
/// that many callers share one wait for the disk. Wishes for one log go the same way, and never meet in one transaction.
final class LogWriter: Sendable {
    private let lanes: [Lane]

    /// How many wishes one transaction takes at most.
    static let most = 256

    /// - Parameters:
    ///   - count: How many transactions are under way at once.
    ///   - write: Writes wishes for different logs in one transaction, and answers each.
    init(lanes count: Int, _ write: @escaping @Sendable ([LogWish]) -> Void) {
        lanes = (0..<count).map { Lane("preceptor logs \($0)", write) }
    }

    /// Writes a wish, and blocks until it is known what came of it.
    ///
    /// - Throws: `LogError` where the lines were not kept.
    func write(_ wish: LogWish) throws(LogError) {
        let sum = wish.log.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        lanes[Int(sum) % lanes.count].add(wish)
        try wish.wait()
    }
}

/// Wishes that are written one transaction after the other, on a thread of their own.
private final class Lane: Sendable {
    private struct Waiting {
        var wishes: [LogWish] = []
        var isBusy = false
    }

    private let waiting = Mutex(Waiting())
    private let queue: DispatchQueue
    private let write: @Sendable ([LogWish]) -> Void

    init(_ name: String, _ write: @escaping @Sendable ([LogWish]) -> Void) {
        queue = DispatchQueue(label: name)
        self.write = write
    }

    func add(_ wish: LogWish) {
        let isFirst = waiting.withLock { waiting in
            waiting.wishes.append(wish)
            defer { waiting.isBusy = true }
            return !waiting.isBusy
        }
        if isFirst { queue.async { self.drain() } }
    }

    private func drain() {
        while let wishes = next() { write(wishes) }
    }

    /// The wishes that come next, of each log one; nil where nobody waits.
    private func next() -> [LogWish]? {
        waiting.withLock { waiting in
            guard !waiting.wishes.isEmpty else {
                waiting.isBusy = false
                return nil
            }
            var (taken, left): ([LogWish], [LogWish]) = ([], [])
            var logs: Set<String> = []
            for wish in waiting.wishes {
                if taken.count < LogWriter.most, logs.insert(wish.log).inserted {
                    taken.append(wish)
                } else {
                    left.append(wish)
                }
            }
            waiting.wishes = left
            return taken
        }
    }
}
