import Glibc

/// A folder for one test, which goes when the value does.
package final class TemporaryFolder: Sendable {
    /// Where it is, without a slash at the end.
    package let path: String

    /// Makes an empty folder.
    package init() throws {
        var template = Array("/tmp/preceptor-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw DriveFailure.system("no temporary folder") }
        path = String(cString: made)
    }

    deinit {
        _ = try? run("/bin/rm", ["-rf", path])
    }

    /// The path of something in it.
    package func path(of name: String) -> String {
        "\(path)/\(name)"
    }

    /// Writes a file and gives its path.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        try writeFile(path(of: name), text)
        return path(of: name)
    }

    /// The text of a file; nil if there is no such file.
    package func read(_ name: String) throws -> String? {
        try readFile(path(of: name))
    }
}

/// The text of a file; nil if there is no such file.
package func readFile(_ path: String) throws -> String? {
    guard let file = fopen(path, "re") else {
        guard errno == ENOENT else { throw DriveFailure.system(path) }
        return nil
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
        let count = fread(&piece, 1, piece.count, file)
        guard count > 0 else { break }
        bytes += piece[..<count]
    }
    guard ferror(file) == 0 else { throw DriveFailure.system(path) }
    return String(decoding: bytes, as: UTF8.self)
}

/// Writes a file anew.
package func writeFile(_ path: String, _ text: String) throws {
    guard let file = fopen(path, "we") else { throw DriveFailure.system(path) }
    let bytes = Array(text.utf8)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    guard fclose(file) == 0, isWritten else { throw DriveFailure.system(path) }
}
