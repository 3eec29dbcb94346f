import Glibc

/// Writes a file whole or not at all: under another name first, which takes the file's place once it is on the disk.
/// A link stays, and the file that it leads to is written; a device or a pipe takes the bytes as they come. A private
/// file takes the place of whatever is there.
///
/// - Parameters:
///   - content: Its bytes.
///   - path: The file.
///   - isPrivate: Whether it is for its owner's eyes only.
/// - Throws: `FileError` where it cannot be made or written; then what was there before is there still.
package func writeFile(_ content: [UInt8], to path: String, isPrivate: Bool = false) throws(FileError) {
    if !isPrivate, try writeThrough(content, to: path) { return }
    let path = isPrivate ? path : target(of: path)
    let scratch = scratchName(for: path)
    let file = open(scratch, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o644)
    guard file >= 0 else { throw .system(.cannotMake, path) }
    let isWritten = writeAll(content, to: file) && fsync(file) == 0
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
    syncFolder(of: path)
    clearScratch(of: path, isPrivate: isPrivate)
}

/// Writes to what is there and is no file: to put a file in its place would take a device away from everybody.
///
/// - Returns: Whether something of the kind is there.
private func writeThrough(_ content: [UInt8], to path: String) throws(FileError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return false }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(.taken, path, "is a folder; name a file") }
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(.cannotMake, path) }
    defer { close(file) }
    guard writeAll(content, to: file) else { throw .system(.cannotWrite, path) }
    return true
}

/// Writes all bytes, however many calls it takes; false, with the system's reason, where it cannot.
private func writeAll(_ content: [UInt8], to file: Int32) -> Bool {
    var bytes = content[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count > 0 { bytes = bytes.dropFirst(count) }
        if count < 0, errno != EINTR { return false }
    }
    return true
}

/// The file that a link leads to; the path itself where it is none, or leads nowhere.
private func target(of path: String) -> String {
    guard fileKind(at: path) == S_IFLNK, let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
}

/// Writes a text file whole or not at all.
///
/// - Throws: `FileError` where it cannot be made or written; then what was there before is there still.
package func writeFile(_ text: String, to path: String, isPrivate: Bool = false) throws(FileError) {
    try writeFile(Array(text.utf8), to: path, isPrivate: isPrivate)
}
