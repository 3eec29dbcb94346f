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
        guard let size = size(of: descriptor) else { throw .unreadable(systemReason(path)) }
        try readEnd(before: size)
        if length < size, ftruncate(descriptor, off_t(length)) != 0 { throw .system(path) }
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

    /// Reads where the log ends: no more of it than its last two lines, however long it is.
    private func readEnd(before size: Int) throws(LogError) {
        var (start, tail) = (size, [UInt8]())
        repeat {
            let piece = max(0, start - Self.pieceLength)..<start
            guard let bytes = bytes(in: piece, of: descriptor) else { throw .unreadable(systemReason(path)) }
            (start, tail) = (piece.lowerBound, bytes + tail)
        } while start > 0 && tail.count(where: { $0 == lineFeed }) < 3
        guard let last = tail.lastIndex(of: lineFeed) else { return }
        length = start + last + 1
        var lines = tail[..<last].split(separator: lineFeed, omittingEmptySubsequences: false)
        if let line = lines.last, isSignedEnd(line) { signedEnd = lines.popLast().map(Array.init) }
        end = lines.last.flatMap { LogEnd(ofLine: $0) }
        if end == nil { throw .damaged(["its last line was edited: it is no entry"]) }
    }

    private static let pieceLength = 64 * 1024

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

private let lineFeed = UInt8(ascii: "\n")

private func size(of descriptor: Int32) -> Int? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : nil
}

/// All that is there now, even where it has grown since its size was asked for; nil where it cannot be read.
private func contents(of descriptor: Int32) -> [UInt8]? {
    guard let size = size(of: descriptor), var all = bytes(in: 0..<size, of: descriptor) else { return nil }
    while true {
        guard let more = bytes(in: all.count..<all.count + 4_096, of: descriptor) else { return nil }
        if more.isEmpty { return all }
        all += more
    }
}

/// The bytes of a file in a range, as far as there are any; nil where they cannot be read.
private func bytes(in range: Range<Int>, of descriptor: Int32) -> [UInt8]? {
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
        while filled < range.count {
            let place = buffer.baseAddress.map { $0 + filled }
            let count = pread(descriptor, place, range.count - filled, off_t(range.lowerBound + filled))
            if count == 0 { return }
            if count > 0 {
                filled += count
            } else if errno != EINTR {
                isRead = false
                return
            }
        }
    }
    return isRead ? bytes : nil
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
