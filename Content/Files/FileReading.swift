package import Glibc

/// Why a file could not be read.
package struct ReadFailure: Error {
    package static let copy = "a pack holds its own files: copy it"
    package static let split = "split it into a folder of files"

    package let message: String
    package var mend: String?

    package static func tooLarge(_ limit: Int) -> ReadFailure {
        ReadFailure(message: "the file has more than \(limit / 1_000) kB", mend: split)
    }

    fileprivate static var system: ReadFailure {
        ReadFailure(message: "cannot read the file: \(String(cString: strerror(errno)))")
    }
}

/// Reads a regular file of at most so many bytes. Only a path that a user named may end in a symbolic link.
package func readWhole(_ path: String, limit: Int, followingLinks: Bool = false) -> Result<[UInt8], ReadFailure> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else {
        let isLink = errno == ELOOP && !followingLinks
        return .failure(isLink ? .init(message: "the file is a symbolic link", mend: ReadFailure.copy) : .system)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        return .failure(.init(message: "this is not a regular file"))
    }
    guard status.st_size <= limit else { return .failure(.tooLarge(limit)) }
    return readRest(of: descriptor, expecting: Int(status.st_size), limit: limit)
}

/// Reads to the end, which may come sooner or later than expected while someone else writes.
private func readRest(of descriptor: Int32, expecting size: Int, limit: Int) -> Result<[UInt8], ReadFailure> {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
        let room = max(size + 1 - bytes.count, 4_096)
        var count = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            count = read(descriptor, buffer.baseAddress, room)
            filled = max(count, 0)
        }
        if count < 0 { return .failure(.system) }
        if count == 0 { return .success(bytes) }
        bytes = bytes.isEmpty ? chunk : bytes + chunk
    }
    return .failure(.tooLarge(limit))
}

/// The names in a folder in order, those that begin with a dot left out; none where it cannot be opened.
package func names(inFolder folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
}

/// What is at a path, links not followed: `S_IFREG`, `S_IFDIR`, `S_IFLNK` and so on; 0 for nothing.
package func fileKind(at path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
}
