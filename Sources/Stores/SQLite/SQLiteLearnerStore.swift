import GRDB
package import Learning

/// What learners did, kept in one SQLite file.
///
/// Several processes may have the same file open. A call returns once what it wrote will survive a power cut. What each
/// call does is said where ``LearnerStore`` asks for it.
package final class SQLiteLearnerStore: LearnerStore {
    /// Where the file is.
    package let path: String
    let queue: DatabaseQueue

    /// Opens the records in a file, which is made, with its folder, where there is none.
    ///
    /// - Parameters:
    ///   - path: Of the file.
    ///   - patience: How many seconds every call waits while another process holds the file.
    /// - Throws: ``RecordsError`` where the file cannot be made or used, or is not ours.
    package init(path: String, patience: Double = 5) throws(RecordsError) {
        self.path = path
        queue = try Self.open(path, patience: patience)
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
    func write<Result>(_ operation: Records.Operation, _ body: (Database) throws -> Result) throws(RecordsError)
        -> Result
    {
        do {
            return try queue.write(body)
        } catch {
            throw failure(error, operation)
        }
    }

    /// Reads at one moment: what others write meanwhile is not seen.
    func read<Result>(_ operation: Records.Operation, _ body: (Database) throws -> Result) throws(RecordsError)
        -> Result
    {
        do {
            return try queue.read(body)
        } catch {
            throw failure(error, operation)
        }
    }

    private func failure(_ error: any Error, _ operation: Records.Operation) -> RecordsError {
        error as? RecordsError ?? RecordsError(error, path: path, doing: operation)
    }
}
