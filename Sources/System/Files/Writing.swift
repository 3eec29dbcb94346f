import Glibc

/// Writes a file whole or not at all: under another name first, which takes the file's place once it is on the disk.
///
/// - Parameters:
///   - content: Its bytes.
///   - path: The file.
///   - isPrivate: Whether it is for its owner's eyes only.
/// - Throws: `FileError` where it cannot be made or written; then what was there before is there still.
package func writeFile(_ content: [UInt8], to path: String, isPrivate: Bool = false) throws(FileError) {
    let scratch = "\(path).\(getpid()).new"
    let file = open(scratch, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o644)
    guard file >= 0 else { throw .system(.cannotMake, path) }
    var bytes = content[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count > 0 { bytes = bytes.dropFirst(count) }
        if count < 0, errno != EINTR { break }
    }
    let isWritten = bytes.isEmpty && fsync(file) == 0
    let failure = FileError.system(.cannotWrite, path)
    close(file)
    guard isWritten else {
        unlink(scratch)
        throw failure
    }
    guard rename(scratch, path) == 0 else {
        let failure = FileError.system(.cannotWrite, path)
        unlink(scratch)
        throw failure
    }
}

/// Writes a text file whole or not at all.
///
/// - Throws: `FileError` where it cannot be made or written; then what was there before is there still.
package func writeFile(_ text: String, to path: String, isPrivate: Bool = false) throws(FileError) {
    try writeFile(Array(text.utf8), to: path, isPrivate: isPrivate)
}
