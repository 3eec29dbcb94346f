import Content
import Glibc

/// Writes a text file whole or not at all: under another name first, which then takes the file's place. A private one is
/// for its owner's eyes only.
///
/// - Throws: `Failure` with status 73 where it cannot be made, 74 where it cannot be written.
package func write(_ text: String, to path: String, isPrivate: Bool = false) throws(Failure) {
    try write(Array(text.utf8), to: path, isPrivate: isPrivate)
}

/// Writes a file of bytes whole or not at all, in the same way.
///
/// - Throws: `Failure` with status 73 where it cannot be made, 74 where it cannot be written.
package func write(_ content: [UInt8], to path: String, isPrivate: Bool = false) throws(Failure) {
    do {
        try writeWhole(content, to: path, mode: isPrivate ? 0o600 : 0o644)
    } catch {
        throw error.isAtStart
            ? Failure(.cannotMake, "cannot make \(path): \(error.reason)")
            : Failure(.cannotWrite, "cannot write \(path): \(error.reason)")
    }
}

/// The text of a file.
///
/// - Throws: `Failure` with status 66 where it cannot be read.
package func textFile(_ path: String) throws(Failure) -> String {
    guard let file = fopen(path, "r") else {
        throw Failure(.notFound, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}
