internal import GRDB

/// What happened, kept in one SQLite file: who learns, what was asked, what was answered, and the state that follows.
///
/// Answers are only ever added. The state that is kept beside them (memory, mastery, beliefs) is worked out by the
/// caller, written with the answer in one transaction, and can be rebuilt from the answers at any time. There is no
/// clock here and no chance: every moment is handed in, and what came first is decided by row numbers, so a clock
/// that is set back does no harm.
///
/// Several processes may have the same file open. A call returns once what it wrote will survive a power cut.
package final class Records: Sendable {
    /// Where the file is; nil where the records are in memory.
    package let path: String?
    let queue: DatabaseQueue

    init(path: String?, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// Records that live as long as this value: the same schema and the same code, without a file.
    package static func inMemory() throws(RecordsError) -> Records {
        do {
            let queue = try DatabaseQueue()
            try Schema.migrator.migrate(queue)
            return Records(path: nil, queue: queue)
        } catch {
            throw RecordsError(error, path: nil, doing: .opening)
        }
    }

    /// Writes back what is in the journal beside the file and lets go of the file. No call may follow.
    package func close() throws(RecordsError) {
        do {
            try queue.close()
        } catch {
            throw failure(error, .closing)
        }
    }

    /// The door through which every write goes: one transaction, durable when it returns, undone when it throws.
    func write<Result>(_ operation: Operation, _ body: (Database) throws -> Result) throws(RecordsError) -> Result {
        do {
            return try queue.write(body)
        } catch {
            throw failure(error, operation)
        }
    }

    /// Reads at one moment: what others write meanwhile is not seen.
    func read<Result>(_ operation: Operation, _ body: (Database) throws -> Result) throws(RecordsError) -> Result {
        do {
            return try queue.read(body)
        } catch {
            throw failure(error, operation)
        }
    }

    private func failure(_ error: any Error, _ operation: Operation) -> RecordsError {
        error as? RecordsError ?? RecordsError(error, path: path, doing: operation)
    }
}
