import Glibc
import Interchange
import Machine

/// A file of a pack that is written anew, and can be put back as it was.
struct PackEdit {
    private let path: String
    private let folder: String
    private let before: [UInt8]?
    private let hadFolder: Bool

    /// - Throws: `FileError` where something stands in the way.
    init(of file: String, in pack: String) throws(FileError) {
        path = "\(pack)/\(file)"
        folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        hadFolder = access(folder, F_OK) == 0
        before = access(path, F_OK) == 0 ? try readFile(path, limit: importByteLimit) : nil
    }

    func write(_ text: String) throws(FileError) {
        guard hadFolder || mkdir(folder, 0o755) == 0 else {
            throw FileError(.cannotMake, folder, String(cString: strerror(errno)))
        }
        do {
            try writeFile(text, to: path)
        } catch {
            if !hadFolder { rmdir(folder) }
            throw error
        }
    }

    func undo() throws(FileError) {
        if let before {
            try writeFile(before, to: path)
        } else {
            unlink(path)
            if !hadFolder { rmdir(folder) }
        }
    }
}
