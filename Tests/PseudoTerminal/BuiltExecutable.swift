import Glibc

/// The path of an executable that was built together with the tests.
package func builtExecutable(_ name: String) throws -> String {
    guard let own = realpath("/proc/self/exe", nil) else { throw DriveFailure.system("/proc/self/exe") }
    defer { free(own) }
    let folder = String(cString: own).split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let path = "\(folder)/\(name)"
    guard access(path, X_OK) == 0 else { throw DriveFailure.system(path) }
    return path
}
