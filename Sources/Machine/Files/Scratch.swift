import Glibc

/// The name under which a file or folder is filled before it takes its place: drawn by chance, so that what a program
/// left that was killed stands in nobody's way, be its number as a process the same.
func scratchName(for path: String) -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return "\(path).\(String(repeating: "0", count: scratchDigits - digits.count))\(digits).new"
}

private let scratchDigits = 16

/// Takes away what programs left beside a file that were killed while they wrote it: nobody writes for an hour.
///
/// - Parameters:
///   - path: The file.
///   - isPrivate: Whether it is one of this program's own, beside which nobody else has files; then what is named by the
///     number of a process goes, too, as it was once.
func clearScratch(of path: String, isPrivate: Bool) {
    let (folder, name) = (folder(of: path), path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...])
    for other in names(inFolder: folder) where other.hasPrefix("\(name).") && other.hasSuffix(".new") {
        let token = other.dropFirst(name.utf8.count + 1).dropLast(4)
        guard token.allSatisfy(\.isHexDigit), token.count == scratchDigits || isPrivate && token.allSatisfy(\.isNumber)
        else { continue }
        var status = stat()
        let leftover = "\(folder)/\(other)"
        guard lstat(leftover, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_mtim.tv_sec < time(nil) - 3_600
        else { continue }
        unlink(leftover)
    }
}

/// The folder that a path lies in.
func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Puts on the disk which files a folder has: a new file, and one that took another's place, is there after a power cut
/// only then.
package func syncFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}

/// Waits until nobody else has an open file or folder locked, and locks it until it is closed.
///
/// - Returns: Whether it is locked; else the system says why not.
package func lockAlone(_ descriptor: Int32) -> Bool {
    while flock(descriptor, LOCK_EX) != 0 { if errno != EINTR { return false } }
    return true
}
