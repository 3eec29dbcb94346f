import Content
import Glibc
package import Machine
import Scoring

/// Packs in the form in which they are run, read in a fraction of the time that YAML takes.
///
/// A compiled pack holds the very text it was made of, and is taken only while that is what the pack's files still
/// say. So a stale one is never used, and none can pass for another. A digest of the rest is checked each time: what
/// has changed on the disk is made anew. Only what this user or root alone can have written is read at all.
package struct CompiledPacks: Sendable {
    /// Folders that are only read, such as the one that was installed with the program.
    private let shipped: [String]
    /// The user's own folder, which is read and written; nil where there is none.
    private let own: String?
    /// Tells builds of the program apart: another build may read the same files otherwise.
    private let build: String
    private let time: any TimeSource
    /// Bytes: the files of a pack, and at most as much again.
    private static let byteLimit = 10_000_000
    /// What was made longer ago is cleared whenever something is kept. Seconds: 30 days.
    private static let age = 30 * 24 * 3_600

    package init(shipped: [String] = [], own: String?, build: String, time: any TimeSource) {
        self.shipped = shipped
        self.own = own
        self.build = build
        self.time = time
    }

    func read(_ files: PackFiles) -> Pack? {
        for folder in shipped + [own].compactMap(\.self) {
            let path = path(of: files, in: folder)
            guard isTrusted(folder, S_IFDIR), isTrusted(path, S_IFREG),
                let bytes = try? readFile(path, limit: Self.byteLimit, followingLinks: false)
            else { continue }
            if let pack = CompiledPack.pack(in: bytes, madeOf: files, by: build) { return pack }
        }
        return nil
    }

    /// Keeps a pack in the user's folder, which is made for that user alone; a folder of somebody else, as under `sudo`,
    /// is left alone. A folder that cannot be written is no reason to stop: the next start is slower, and that is all.
    func write(_ pack: Pack, of files: PackFiles) {
        guard let own else { return }
        try? makePrivateFolder(own)
        guard isOwnFolder(own) else { return }
        let old = time_t(time.now.milliseconds / 1_000) - Self.age
        clearFiles(in: own, ending: ".pack", writtenBefore: old)
        clearFiles(in: own, ending: ".new", writtenBefore: old)
        let bytes = CompiledPack.bytes(of: pack, madeOf: files, by: build)
        try? writeFile(bytes, to: path(of: files, in: own), isPrivate: true)
    }

    /// One file for each name of a pack's folder, so that old ones do not pile up.
    private func path(of files: PackFiles, in folder: String) -> String { "\(folder)/\(files.name).pack" }
}
