import Glibc

/// Reads a file that somebody named; one that is too large is refused before it is read.
///
/// - Throws: `Failure` with status 66 where it is not there, 65 where it is too large.
package func readFile(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Failure(.notFound, "\(path): \(String(cString: strerror(errno)))") }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw Failure(.notFound, "\(path): this is no regular file")
    }
    guard status.st_size <= limit else {
        throw Failure(.unreadable, "\(path): the file has more than \(limit / 1_000_000) MB; cut it into several")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    while bytes.count <= limit {
        var count = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, filled in
            count = read(file, buffer.baseAddress, buffer.count)
            filled = max(count, 0)
        }
        guard count >= 0 else { throw Failure(.notFound, "\(path): \(String(cString: strerror(errno)))") }
        if count == 0 { return bytes }
        bytes += chunk
    }
    throw Failure(.unreadable, "\(path): the file grows while it is read")
}
