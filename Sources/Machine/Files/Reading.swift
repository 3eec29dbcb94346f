package import Glibc

/// Reads a regular file of at most so many bytes; one that is too large is refused before it is read.
///
/// - Parameters:
///   - path: The file.
///   - limit: The most bytes that it may have.
///   - followingLinks: Whether the path may end in a symbolic link, as one may that a person named.
/// - Returns: Its bytes.
/// - Throws: `FileError` where it is not there, is a link that is not followed, or is too large.
package func readFile(_ path: String, limit: Int, followingLinks: Bool = true) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else {
        if errno == ELOOP, !followingLinks { throw FileError(.link, path, "the file is a symbolic link") }
        throw .unread(path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw FileError(.missing, path, "this is not a regular file")
    }
    guard status.st_size <= limit else { throw .tooLarge(path, limit) }
    return try readRest(of: descriptor, at: path, expecting: Int(status.st_size), limit: limit)
}

/// Reads all of standard input, of at most so many bytes.
///
/// - Throws: `FileError` where it cannot be read or is too large.
package func readInput(limit: Int) throws(FileError) -> [UInt8] {
    try readRest(of: 0, at: "standard input", expecting: 0, limit: limit)
}

/// Reads to the end, which may come sooner or later than expected while someone else writes.
private func readRest(
    of descriptor: Int32, at path: String, expecting size: Int, limit: Int
) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
        let room = max(size + 1 - bytes.count, 4_096)
        var count = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            count = read(descriptor, buffer.baseAddress, room)
            filled = max(count, 0)
        }
        if count < 0, errno == EINTR { continue }
        if count < 0 { throw .unread(path) }
        if count == 0 { return bytes }
        bytes = bytes.isEmpty ? chunk : bytes + chunk
    }
    throw descriptor == 0 ? .tooLarge(path, limit) : FileError(.tooLarge, path, "the file grows while it is read")
}

extension FileError {
    /// A file that the system does not let be read.
    fileprivate static func unread(_ path: String) -> FileError {
        FileError(.missing, path, "cannot read the file: \(String(cString: strerror(errno)))")
    }

    /// A folder whose names the system does not tell.
    fileprivate static func unlisted(_ path: String) -> FileError {
        FileError(.missing, path, "cannot read the folder: \(String(cString: strerror(errno)))")
    }

    /// A file with more bytes than a reader takes.
    package static func tooLarge(_ path: String, _ limit: Int) -> FileError {
        let most = limit < 1_000_000 ? "\(limit / 1_000) kB" : "\(limit / 1_000_000) MB"
        return FileError(.tooLarge, path, "the file has more than \(most)", mend: "cut it into several")
    }
}

/// The text of a file, whose broken characters are replaced.
///
/// - Throws: `FileError` where it cannot be read.
package func readText(_ path: String, limit: Int = 100_000_000) throws(FileError) -> String {
    String(decoding: try readFile(path, limit: limit), as: UTF8.self)
}

/// The names in a folder in order, those that begin with a dot left out; none where it cannot be opened.
package func names(inFolder folder: String) -> [String] { (try? listing(of: folder)) ?? [] }

/// The names in a folder in order, those that begin with a dot left out; none where there is no such folder.
///
/// - Throws: `FileError` where it is there and cannot be read, or is no folder.
package func listing(of folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else {
        if errno == ENOENT { return [] }
        throw .unlisted(folder)
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if !name.hasPrefix(".") { names.append(name) }
        errno = 0
    }
    guard errno == 0 else { throw .unlisted(folder) }
    return names.sorted()
}

/// Whether anything is at a path, links not followed.
///
/// - Throws: `FileError` where the system does not let it be known: what is hidden is not what was never there.
package func isThere(_ path: String) throws(FileError) -> Bool {
    var status = stat()
    if lstat(path, &status) == 0 { return true }
    guard errno == ENOENT else { throw .unread(path) }
    return false
}

/// What is at a path, links not followed: `S_IFREG`, `S_IFDIR`, `S_IFLNK` and so on; 0 for nothing.
package func fileKind(at path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
}
