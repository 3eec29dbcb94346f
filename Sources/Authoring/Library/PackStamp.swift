import Content
import Glibc
import Machine

/// When and how large the files of a pack's folder are: another value as soon as one of them is saved.
package struct PackStamp: Equatable, Sendable {
    private var files: [String: [Int]] = [:]

    /// The files as they are now.
    package init(of folder: String) {
        for name in names(inFolder: folder) {
            let path = "\(folder)/\(name)"
            note(path)
            for inner in fileKind(at: path) == S_IFDIR ? names(inFolder: path) : [] { note("\(path)/\(inner)") }
        }
    }

    private mutating func note(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
        files[path] = [
            Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        ]
    }
}
