import Audit
import Examining
import Stores
import Synchronization

/// Logs in memory for which there may be no more room.
final class FullStore: LogStore {
    private let logs = MemoryLogStore()
    private let full = Mutex(false)

    var isFull: Bool {
        get { full.withLock(\.self) }
        set { full.withLock { $0 = newValue } }
    }

    var location: String { logs.location }
    func location(of log: ExamLog) -> String { logs.location(of: log) }
    func attempts() -> [String] { logs.attempts() }
    func read(_ log: ExamLog) -> [UInt8]? { logs.read(log) }
    func marks() -> [String: LogMark] { logs.marks() }

    func append(_ lines: [String], to log: ExamLog, after end: LogEnd) throws(LogError) {
        if isFull { throw .full("the disk") }
        try logs.append(lines, to: log, after: end)
    }

    func remove(_ log: ExamLog) { logs.remove(log) }

    func seal(_ log: ExamLog, with line: String, after end: LogEnd) throws(LogError) {
        if isFull { throw .full("the disk") }
        try logs.seal(log, with: line, after: end)
    }
}
