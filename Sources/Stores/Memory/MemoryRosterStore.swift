package import Examining
package import Quiz
import Synchronization

/// A roster that is gone when the program ends, for trying out what keeps it.
package final class MemoryRosterStore: RosterStore {
    private let roster = Mutex(Roster())

    package init() {}

    package func read() -> Roster { roster.withLock(\.self) }

    package func update<Result: Sendable>(
        _ change: (inout Roster) throws(ExamError) -> Result
    ) throws(ExamError) -> Result {
        try roster.withLock { roster throws(ExamError) in
            // What is changed is a copy, so that a change that fails leaves nothing behind.
            var changed = roster
            let result = try change(&changed)
            roster = changed
            return result
        }
    }
}
