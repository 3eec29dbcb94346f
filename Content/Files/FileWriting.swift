package import Glibc

/// Why a file could not be written.
package struct WriteFailure: Error {
    /// Whether the file could not even be begun.
    package let isAtStart: Bool
    /// In the system's words.
    package let reason: String

    fileprivate init(isAtStart: Bool = false) {
        self.isAtStart = isAtStart
        reason = String(cString: strerror(errno))
    }
}

/// Writes a file whole or not at all: under another name first, which then takes the file's place once it is on the
/// disk.
package func writeWhole(_ content: [UInt8], to path: String, mode: mode_t = 0o644) throws(WriteFailure) {
    let scratch = "\(path).\(getpid()).new"
    let file = open(scratch, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw WriteFailure(isAtStart: true) }
    var bytes = content[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count > 0 { bytes = bytes.dropFirst(count) }
        if count < 0, errno != EINTR { break }
    }
    let isWritten = bytes.isEmpty && fsync(file) == 0
    let failure = WriteFailure()
    close(file)
    guard isWritten else {
        unlink(scratch)
        throw failure
    }
    guard rename(scratch, path) == 0 else {
        let failure = WriteFailure()
        unlink(scratch)
        throw failure
    }
}
