import FoundationEssentials
import Glibc
package import Signatures

/// A log of entries in a file to which lines are only ever added. One process has it at a time.
///
/// An entry is on the disk when `append` returns: it is written whole and synchronised, or taken back and the caller
/// told.
package final class LogFile<Body: Codable & Sendable> {
    package let path: String
    private let descriptor: Int32
    private var chain: Chain<Body>
    /// The bytes of whole lines.
    private var length: Int64
    /// The entries that the file held when it was opened.
    package let entries: [Body]
    /// Whether the file has its signed end.
    package private(set) var isClosed: Bool
    /// The hash of the first entry, which names the log whatever its file is called; nil before there is one.
    package private(set) var firstHash: String?
    /// The bytes of a last line without an end, which a power cut left and nobody was told of; they are taken away.
    package let tornBytes: Int

    /// Opens a log, or begins a new one.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - creating: Whether the log is to be a new one.
    ///   - hash: The end of the log that this one goes on from.
    ///   - waiting: Whether to wait for another process that has it.
    /// - Throws: `LogError` where another process has it, where it cannot be opened, and where its entries are not as
    ///   they were written.
    package init(
        _ path: String, creating: Bool, after hash: String = zeroHash, waiting: Bool = false
    ) throws(LogError) {
        self.path = path
        let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | (creating ? O_CREAT | O_EXCL : 0)
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw .system(path) }
        var isKept = false
        defer { if !isKept { close(descriptor) } }
        while flock(descriptor, LOCK_EX | (waiting ? 0 : LOCK_NB)) != 0 {
            guard errno == EINTR else { throw errno == EWOULDBLOCK ? .inUse : .system(path) }
        }
        guard let bytes = contents(of: descriptor) else { throw .system(path) }
        let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let verification = Verification<Body>(whole == 0 ? [UInt8(ascii: "\n")] : Array(bytes[..<whole]), after: hash)
        guard whole == 0 || verification.isIntact else { throw .damaged(verification.problems) }
        tornBytes = bytes.count - whole
        if tornBytes > 0, ftruncate(descriptor, off_t(whole)) != 0 { throw .system(path) }
        if creating { syncFolder(of: path) }
        self.descriptor = descriptor
        length = Int64(whole)
        entries = whole == 0 ? [] : verification.entries
        isClosed = verification.head != nil
        firstHash = verification.hashes.first
        chain = whole == 0 ? Chain(after: hash) : verification.chain
        isKept = true
    }

    deinit { close(descriptor) }

    /// How many entries there are.
    package var count: Int { chain.count }

    /// The hash of the last entry; before the first, what the log goes on from.
    package var hash: String { chain.hash }

    /// Adds entries that belong together; they are on the disk when this returns.
    ///
    /// - Throws: `LogError.full` or another: then the file is as it was before.
    package func append(_ bodies: Body...) throws(LogError) { try append(bodies) }

    /// Adds entries that belong together; they are on the disk when this returns.
    ///
    /// - Throws: `LogError.full` or another: then the file is as it was before.
    package func append(_ bodies: [Body]) throws(LogError) {
        var next = chain
        var lines: [String] = []
        var first = firstHash
        for body in bodies {
            do { lines.append(try next.seal(body)) } catch {
                throw .unwritable("the entry cannot be encoded: \(error)")
            }
            first = first ?? next.hash
        }
        try write(lines)
        chain = next
        firstHash = first
    }

    /// Ends the log with its signed head.
    ///
    /// - Throws: `LogError`, and the log stays open.
    package func finish(with key: SigningKey) throws(LogError) {
        let line: String
        do { line = try chain.head(signedBy: key) } catch { throw .unwritable("the end cannot be signed: \(error)") }
        try write([line])
        isClosed = true
    }

    private func write(_ lines: [String]) throws(LogError) {
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { written += count } else if count < 0, errno != EINTR { try takeBack() }
        }
        if fsync(descriptor) != 0 { try takeBack() }
        length += Int64(bytes.count)
    }

    private func takeBack() throws(LogError) -> Never {
        let error = LogError.system(path)
        _ = ftruncate(descriptor, off_t(length))
        throw error
    }
}

/// Why a log cannot be used.
package enum LogError: Error, Sendable {
    /// Another process has it.
    case inUse
    case missing(String)
    case exists(String)
    /// The disk is full, or a limit is reached.
    case full(String)
    case unwritable(String)
    /// It is not as it was written.
    case damaged([String])

    /// What the system says of a path just now.
    static func system(_ path: String) -> LogError {
        let number = errno
        let reason = "\(path): \(String(cString: strerror(number)))"
        return switch number {
        case ENOENT: .missing(reason)
        case EEXIST: .exists(reason)
        case ENOSPC, EDQUOT, EFBIG: .full(reason)
        default: .unwritable(reason)
        }
    }
}

/// The bytes of a log file.
///
/// - Throws: `LogError` where it cannot be read.
package func logBytes(at path: String) throws(LogError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path) }
    defer { close(descriptor) }
    guard let bytes = contents(of: descriptor) else { throw .system(path) }
    return bytes
}

private func contents(of descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
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
