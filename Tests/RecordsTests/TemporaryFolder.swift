import Foundation
import Records

/// A folder of a test's own, removed when the test ends.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var template = Array((NSTemporaryDirectory() + "/records-XXXXXX").utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
        // Another user's process has to reach what is inside.
        chmod(path, 0o755)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of the records in it; nothing is there yet.
    var records: String { path + "/home/records.sqlite" }

    func file(_ name: String) -> String { path + "/" + name }
}

/// The bytes of a file. Only for files that no connection of this process has open: reading one would drop its locks.
func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

func copy(_ source: String, to target: String) throws {
    try FileManager.default.copyItem(atPath: source, toPath: target)
}

func permissions(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
}
