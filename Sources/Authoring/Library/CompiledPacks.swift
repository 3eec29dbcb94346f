import Content
import FoundationEssentials
import Glibc
import System

/// Packs in the form in which they are run, read in a fraction of the time that YAML takes.
///
/// A compiled pack holds the very text it was made of, and is taken only while that is what the pack's files still
/// say. So a stale one is never used, and none can pass for another.
package struct CompiledPacks: Sendable {
    /// Folders to look in, the first of which is written to if it can be.
    private let folders: [String]
    /// Tells builds of the program apart: another build may read the same files otherwise.
    private let build: String
    /// Bytes: the files of a pack, and at most as much again.
    private static let byteLimit = 10_000_000

    package init(folders: [String], build: String) {
        self.folders = folders
        self.build = build
    }

    func read(_ files: PackFiles) -> Pack? {
        let header = header(of: files)
        for folder in folders {
            let path = path(of: files, in: folder)
            guard let bytes = try? readFile(path, limit: Self.byteLimit, followingLinks: false),
                bytes.begin(with: header)
            else { continue }
            if let pack = try? PackedInput.read(Pack.self, in: bytes, from: header.count) { return pack }
        }
        return nil
    }

    /// Keeps a pack. A folder that cannot be written is no reason to stop: the next start is slower, and that is all.
    func write(_ pack: Pack, of files: PackFiles) {
        let bytes = header(of: files) + PackedOutput.bytes(of: pack)
        for folder in folders {
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            if (try? writeFile(bytes, to: path(of: files, in: folder))) != nil { return }
        }
    }

    /// What a compiled pack begins with, and no other begins with the same.
    private func header(of files: PackFiles) -> [UInt8] {
        files.source(after: "\(build) \(files.measure)\n")
    }

    /// One file for each name of a pack's folder, so that old ones do not pile up.
    private func path(of files: PackFiles, in folder: String) -> String { "\(folder)/\(files.name).pack" }
}

extension [UInt8] {
    /// Whether the first bytes are these, found out by the system's own comparison: a pack has a hundred thousand.
    fileprivate func begin(with bytes: [UInt8]) -> Bool {
        count >= bytes.count && memcmp(self, bytes, bytes.count) == 0
    }
}
