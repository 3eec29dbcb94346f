import Audit
import Glibc

/// A log in a file to which lines are only ever added. While it is open, no other process has it.
///
/// A line is on the disk when `append` returns: it is written whole and synchronised, or taken back and the caller told.
final class LogFile {
    private let path: String
    private let descriptor: Int32
    /// The bytes of whole lines.
    private var length = 0
    /// Where it ends; nil where nothing is in it.
    private var end: LogEnd?
    /// The signed end; nil while the log takes more.
    private var signedEnd: [UInt8]?

    /// Opens a log. What a power cut left of a last line is taken away: nobody was ever told of it.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - isBegun: Whether it was begun before; else a log is begun where there is none.
    /// - Throws: `LogError` where another process has it, it cannot be opened, or its last line was edited; `.changed`
    ///   where it was begun, and is not there.
    init(_ path: String, isBegun: Bool) throws(LogError) {
        self.path = path
        let isNew = !isBegun && access(path, F_OK) != 0
        let descriptor = open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | (isBegun ? 0 : O_CREAT), 0o600)
        guard descriptor >= 0 else { throw isBegun && errno == ENOENT ? .changed : .system(path) }
        self.descriptor = descriptor
        try lock()
        guard let bytes = contents(of: descriptor) else { throw .unreadable(systemReason(path)) }
        try read(bytes)
        if length < bytes.count, ftruncate(descriptor, off_t(length)) != 0 { throw .system(path) }
        if isNew { syncFolder(of: path) }
    }

    deinit { close(descriptor) }

    /// Adding a line takes a moment, which is waited for; who sits an attempt in another window has it for long.
    private func lock() throws(LogError) {
        for _ in 0..<50 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
            guard errno == EWOULDBLOCK || errno == EINTR else { throw .system(path) }
            usleep(5_000)
        }
        throw .inUse
    }

    private func read(_ bytes: [UInt8]) throws(LogError) {
        guard let last = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return }
        length = last + 1
        var lines = bytes[..<last].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if let line = lines.last, isSignedEnd(line) { signedEnd = lines.popLast().map(Array.init) }
        end = lines.last.flatMap { LogEnd(ofLine: $0) }
        if end == nil { throw .damaged(["line \(lines.count) was edited: it is no entry"]) }
    }

    /// Adds lines that belong together where the log ends as told. Those that are its last ones already are kept: who
    /// did not hear of it may say it twice.
    ///
    /// - Throws: `LogError`: then the file is as it was before.
    func append(_ lines: [String], after told: LogEnd) throws(LogError) {
        guard let next = lines.last.flatMap({ LogEnd(ofLine: $0.utf8) }) else {
            throw .unwritable("\(path): what is added is no entry")
        }
        if signedEnd != nil { throw .sealed }
        if end == next { return }
        guard end == told || end == nil && told.count == 0 else { throw .changed }
        try write(lines)
        end = next
    }

    /// Ends the log with its signed line, where it ends as told.
    ///
    /// - Throws: `LogError`: then the file is as it was before.
    func seal(with line: String, after told: LogEnd) throws(LogError) {
        if let signedEnd {
            guard signedEnd.elementsEqual(line.utf8) else { throw .sealed }
            return
        }
        guard end == told else { throw .changed }
        try write([line])
        signedEnd = Array(line.utf8)
    }

    private func write(_ lines: [String]) throws(LogError) {
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { written += count } else if count < 0, errno != EINTR { try takeBack() }
        }
        if fsync(descriptor) != 0 { try takeBack() }
        length += bytes.count
    }

    private func takeBack() throws(LogError) -> Never {
        let error = LogError.system(path)
        _ = ftruncate(descriptor, off_t(length))
        throw error
    }
}

/// The bytes of a log file; nil where there is none.
///
/// - Throws: `LogError` where it cannot be read.
func logBytes(at path: String) throws(LogError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
        if errno == ENOENT { return nil }
        throw .unreadable(systemReason(path))
    }
    defer { close(descriptor) }
    guard let bytes = contents(of: descriptor) else { throw .unreadable(systemReason(path)) }
    return bytes
}

private func contents(of descriptor: Int32) -> [UInt8]? {
    var status = stat()
    var bytes: [UInt8] = []
    if fstat(descriptor, &status) == 0 { bytes.reserveCapacity(Int(status.st_size)) }
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
        let count = read(descriptor, &piece, piece.count)
        if count > 0 {
            bytes += piece[..<count]
        } else if count == 0 {
            return bytes
        } else if errno != EINTR {
            return nil
        }
    }
}

/// A new file is there after a power cut only once its folder is on the disk.
private func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}

/// What the system says of a path just now.
func systemReason(_ path: String) -> String { "\(path): \(String(cString: strerror(errno)))" }

extension LogError {
    /// What keeps a path from being written, as the system says it just now.
    fileprivate static func system(_ path: String) -> LogError {
        let number = errno
        let reason = systemReason(path)
        return [ENOSPC, EDQUOT, EFBIG].contains(number) ? .full(reason) : .unwritable(reason)
    }
}
