import Examining
import Synchronization

/// What was verified, until the program ends.
package final class MemoryVerifiedStore: VerifiedStore {
    private let kept = Mutex<[String: [UInt8]]>([:])

    package let fewest: Int

    package init(fewest: Int = 32) { self.fewest = fewest }

    package func read(_ name: String) -> [UInt8]? { kept.withLock { $0[name] } }
    package func keep(_ bytes: [UInt8], as name: String) { kept.withLock { $0[name] = bytes } }
    package func removeAll() { kept.withLock { $0.removeAll() } }
}
