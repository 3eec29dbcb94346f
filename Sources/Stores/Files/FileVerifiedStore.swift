package import Examining
import Glibc
import Machine

/// What was verified, in files of a folder `verified` beside the attempts.
package struct FileVerifiedStore: VerifiedStore {
    package let fewest = 32
    private let folder: String
    /// What ten thousand long attempts come to is a tenth of it.
    private static let byteLimit = 1_000_000_000

    /// - Parameter folder: Of exams.
    package init(folder: String) { self.folder = "\(folder)/verified" }

    package func read(_ name: String) -> [UInt8]? {
        try? readFile("\(folder)/\(name)", limit: Self.byteLimit, followingLinks: false)
    }

    package func keep(_ bytes: [UInt8], as name: String) {
        do {
            try makePrivateFolder(folder)
            try writeFile(bytes, to: "\(folder)/\(name)", isPrivate: true)
        } catch {
            // Where nothing can be kept, all is verified anew: slower, and no less sure.
            return
        }
    }

    package func removeAll() throws(ExamError) {
        for name in names(inFolder: folder) where unlink("\(folder)/\(name)") != 0 && errno != ENOENT {
            throw ExamError(.cannotKeep, "cannot take away \(systemReason("\(folder)/\(name)"))")
        }
    }
}
