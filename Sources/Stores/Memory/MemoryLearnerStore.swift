import Learning
import Synchronization

/// What learners did, kept as long as this value lives and no longer: for tests, and for trying things out.
package final class MemoryLearnerStore: LearnerStore {
    private let contents = Mutex(LearnerTables())

    /// A store in which nothing is kept yet.
    package init() {}

    /// Changes what is kept. Whoever throws does so before the first change.
    func write<Result: Sendable>(
        _ body: (inout LearnerTables) throws(RecordsError) -> Result
    ) throws(RecordsError) -> Result {
        try contents.withLock { (tables: inout sending LearnerTables) throws(RecordsError) -> Result in
            try body(&tables)
        }
    }

    /// What is kept now.
    var tables: LearnerTables { contents.withLock { $0 } }

    package func close() {}
}
