import Dispatch
import Synchronization

/// Something that is done on another thread, begun before it is asked for.
final class Ahead<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    /// Begins.
    init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global(qos: .userInitiated).async {
            let outcome = Result(catching: work)
            self.result.withLock { $0 = outcome }
            self.isDone.signal()
        }
    }

    /// What came of it, waited for.
    ///
    /// - Throws: What the work threw.
    func value() throws -> Value {
        isDone.wait()
        defer { isDone.signal() }
        guard let outcome = result.withLock({ $0 }) else { throw CancellationError() }
        return try outcome.get()
    }
}
