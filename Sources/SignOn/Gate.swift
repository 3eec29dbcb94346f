import Synchronization
package import Team

/// Lets only a few at once do what others may make slow, so that nobody else is held up by it.
package final class Gate: Sendable {
    private let busy = Mutex(0)
    private let most: Int

    /// - Parameter most: How many may pass at once.
    package init(most: Int = 8) { self.most = most }

    /// Does something while there is room.
    ///
    /// - Throws: `TeamError` of kind `tooMany` where there is none, and what the body throws.
    package func passing<Result>(_ body: () throws(TeamError) -> Result) throws(TeamError) -> Result {
        let isFree = busy.withLock { busy in
            guard busy < most else { return false }
            busy += 1
            return true
        }
        guard isFree else {
            throw TeamError(.tooMany(seconds: 2), "many people come in right now", mend: "try again in a moment")
        }
        defer { busy.withLock { $0 -= 1 } }
        return try body()
    }
}
