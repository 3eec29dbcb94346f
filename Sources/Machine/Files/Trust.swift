package import Glibc

/// Whether nobody can have changed what is at a path but this user or root: one of the two owns it, and nobody else may
/// write it. Links are not followed.
package func isTrusted(_ path: String, _ kind: mode_t) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == kind else { return false }
    return status.isTrusted
}

/// Whether a folder belongs to this user alone, who then alone writes it.
package func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return false }
    return status.st_uid == geteuid() && status.isTrusted
}

/// Whether a file belongs to this user, and nobody else may read or write it. Links are not followed.
package func isForOwnerAlone(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return status.st_uid == geteuid() && status.st_mode & 0o077 == 0
}

/// Takes away a folder's files of one kind that were written before a moment.
///
/// - Parameters:
///   - folder: Only files right in it.
///   - ending: How their names end.
///   - second: The moment, in seconds since 1970.
package func clearFiles(in folder: String, ending: String, writtenBefore second: Int) {
    for name in names(inFolder: folder) where name.hasSuffix(ending) {
        var status = stat()
        let path = "\(folder)/\(name)"
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mtim.tv_sec < second else {
            continue
        }
        unlink(path)
    }
}

extension stat {
    fileprivate var isTrusted: Bool {
        (st_uid == geteuid() || st_uid == 0) && st_mode & (S_IWGRP | S_IWOTH) == 0
    }
}
