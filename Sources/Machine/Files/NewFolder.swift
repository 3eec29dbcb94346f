import Glibc

/// Makes a folder unless it is there.
///
/// - Throws: `FileError` where it cannot be made.
package func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    throw .system(.cannotMake, "the folder \(path)")
}

/// Makes a folder that only its owner can read, and the ones above it, unless they are there.
///
/// - Throws: `FileError` where it cannot be made.
package func makePrivateFolder(_ path: String) throws(FileError) {
    for (position, character) in path.enumerated() where character == "/" && position > 0 {
        makePrivate(String(path.prefix(position)))
    }
    guard makePrivate(path) else { throw .system(.cannotMake, "the folder \(path)") }
}

/// Makes a folder, and puts on the disk that it is there.
///
/// - Returns: Whether it is there now.
@discardableResult
private func makePrivate(_ path: String) -> Bool {
    guard mkdir(path, 0o700) == 0 else { return errno == EEXIST }
    syncFolder(of: path)
    return true
}

/// A folder that appears with all of its files or not at all: it is filled under another name first.
package struct NewFolder {
    /// Where it is to appear.
    package let path: String
    private let scratch: String

    /// Begins a folder.
    ///
    /// - Throws: `FileError` where something is there already, or the folder cannot be made.
    package init(_ path: String) throws(FileError) {
        let path = path.lastIndex { $0 != "/" }.map { String(path[...$0]) } ?? path
        self.path = path
        scratch = scratchName(for: path)
        guard NewFolder.isFree(path) else {
            throw FileError(.taken, path, "is there already and not an empty folder; name another")
        }
        guard mkdir(scratch, 0o755) == 0 else {
            throw .system(.cannotMake, "the folder \(path)")
        }
    }

    /// Where it is filled until it is complete.
    package var draft: String { scratch }

    /// Adds a file of text, with the folder that it lies in.
    package func add(_ text: String, as name: String) throws(FileError) { try add(Array(text.utf8), as: name) }

    /// Adds a file of bytes, with the folder that it lies in.
    package func add(_ content: [UInt8], as name: String) throws(FileError) {
        if let slash = name.lastIndex(of: "/") { try makeFolder("\(scratch)/\(name[..<slash])") }
        try writeFile(content, to: "\(scratch)/\(name)")
    }

    /// Puts the folder in its place.
    package func finish() throws(FileError) {
        guard rename(scratch, path) == 0 else {
            throw .system(.cannotMake, "the folder \(path)")
        }
    }

    /// Takes away what was made of a folder that is not to be.
    package func abandon() { NewFolder.remove(scratch) }

    private static func isFree(_ path: String) -> Bool { access(path, F_OK) != 0 || entries(of: path)?.isEmpty == true }

    private static func remove(_ path: String) {
        if unlink(path) == 0 { return }
        for name in entries(of: path) ?? [] { remove("\(path)/\(name)") }
        rmdir(path)
    }

    /// All that is in a folder, hidden or not; nil where it cannot be opened.
    private static func entries(of path: String) -> [String]? {
        guard let stream = opendir(path) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
