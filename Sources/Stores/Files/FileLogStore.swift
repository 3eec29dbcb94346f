package import Audit
package import Examining
import Glibc
package import Machine
import Scoring
import Synchronization

/// Logs in files: for each attempt one with what happened, `attempts/NAME.log`, beside it one with what was added
/// later, `NAME.addenda`, and `register.log`; the certificates that were issued are in the issuer's folder.
package final class FileLogStore: LogStore {
    private let folder: String
    private let issuerFolder: String
    private let time: any TimeSource
    /// The logs that are held open, by their paths.
    private let held = Mutex<[String: LogFile]>([:])

    /// - Parameters:
    ///   - folder: Of exams; it is made, with what is above it, when something is first kept.
    ///   - issuerFolder: Of whoever issues certificates.
    ///   - time: Of the machine's own clock, which is the one that the files' times are written by.
    package init(folder: String, issuerFolder: String, time: any TimeSource) {
        self.folder = folder
        self.issuerFolder = issuerFolder
        self.time = time
    }

    package var location: String { "\(folder)/attempts" }

    package func location(of log: ExamLog) -> String {
        switch log {
        case .attempt(let name): "\(location)/\(name).log"
        case .addenda(let name): "\(location)/\(name).addenda"
        case .register: "\(folder)/register.log"
        case .issued: "\(issuerFolder)/issued.log"
        }
    }

    package func attempts() throws(LogError) -> [String] {
        let names: [String]
        do { names = try listing(of: location) } catch { throw .unreadable(error.message) }
        return names.filter { $0.hasSuffix(".log") }.map { String($0.dropLast(".log".count)) }
    }

    package func marks() throws(LogError) -> [String: LogMark] {
        let now = time.now.milliseconds / 1_000
        var marks: [String: LogMark] = [:]
        for name in try attempts() {
            guard let log = FileState(of: location(of: .attempt(name))), log.isSettled(at: now) else { continue }
            let addenda = FileState(of: location(of: .addenda(name)))
            guard addenda?.isSettled(at: now) ?? true else { continue }
            marks[name] = LogMark(log.figures + (addenda?.figures ?? []))
        }
        return marks
    }

    package func read(_ log: ExamLog) throws(LogError) -> [UInt8]? { try logBytes(at: location(of: log)) }

    package func append(_ lines: [String], to log: ExamLog, after end: LogEnd) throws(LogError) {
        try withFile(of: log, isBegun: end.count > 0) { file throws(LogError) in
            try file.append(lines, after: end)
        }
    }

    package func seal(_ log: ExamLog, with line: String, after end: LogEnd) throws(LogError) {
        try withFile(of: log, isBegun: true) { file throws(LogError) in try file.seal(with: line, after: end) }
    }

    package func remove(_ log: ExamLog) throws(LogError) {
        let path = location(of: log)
        held.withLock { $0[path] = nil }
        guard unlink(path) == 0 || errno == ENOENT else { throw .unwritable(systemReason(path)) }
    }

    /// Keeps all other windows and processes from a log for as long as this store is there, so that an attempt is sat
    /// in one window at a time.
    ///
    /// - Throws: `LogError.inUse` where another has it, or why it cannot be opened.
    package func hold(_ log: ExamLog) throws(LogError) {
        let path = location(of: log)
        try held.withLock { held throws(LogError) in
            if held[path] == nil { held[path] = try LogFile(path, isBegun: true) }
        }
    }

    private func withFile(
        of log: ExamLog, isBegun: Bool, _ body: (LogFile) throws(LogError) -> Void
    ) throws(LogError) {
        let path = location(of: log)
        try held.withLock { held throws(LogError) in
            if let file = held[path] { return try body(file) }
            if !isBegun { try makeFolder(for: log) }
            try body(LogFile(path, isBegun: isBegun))
        }
    }

    private func makeFolder(for log: ExamLog) throws(LogError) {
        let path = log == .issued ? issuerFolder : location
        do { try makePrivateFolder(path) } catch { throw .unwritable(error.message) }
    }
}

/// What the system knows of a file, of which something is otherwise once the file is changed. When that was, only who may
/// set the system's clock can choose.
private struct FileState {
    let figures: [Int]
    private let changed: time_t

    /// Nil where there is no such file.
    init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        changed = status.st_ctim.tv_sec
        figures = [
            Int(status.st_dev), Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
            status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
        ]
    }

    /// Whether it was changed long enough ago that another change is at another time.
    ///
    /// - Parameter now: By the clock that the files' times are written by; seconds since 1970.
    /// - Returns: Whether it was.
    func isSettled(at now: Int64) -> Bool { now - Int64(changed) >= 2 }
}

/// The log of an attempt in a file, wherever it is, with what was added beside it.
///
/// - Parameter path: The file.
/// - Returns: The log, sound or not.
/// - Throws: `ExamError` where it cannot be read.
package func attemptLog(at path: String) throws(ExamError) -> AttemptLog {
    let stem = path.hasSuffix(".log") ? String(path.dropLast(".log".count)) : path
    let bytes: [UInt8]
    let addenda: [UInt8]?
    do {
        bytes = try logBytes(at: path) ?? []
        addenda = try logBytes(at: stem + ".addenda")
    } catch {
        throw ExamError(error)
    }
    let name = stem.split(separator: "/").last.map(String.init) ?? stem
    return AttemptLog(name: name, location: path, log: ChainedLog(bytes), addenda: addenda)
}
