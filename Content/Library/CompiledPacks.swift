import FoundationEssentials
import Glibc

/// Packs in the form in which they are run: read in a fraction of the time that YAML takes, and named by what their
/// files hold, so that a stale one is never taken.
package struct CompiledPacks: Sendable {
    /// Folders to look in, the first of which is written to if it can be.
    private let folders: [String]
    /// Tells builds of the program apart: another build may read the same files otherwise.
    private let build: String

    package init(folders: [String], build: String) {
        self.folders = folders
        self.build = build
    }

    func read(_ fingerprint: String) -> Pack? {
        for folder in folders {
            guard let data = try? Data(contentsOf: URL(filePath: path(of: fingerprint, in: folder))) else { continue }
            if let pack = try? JSONDecoder().decode(Pack.self, from: data) { return pack }
        }
        return nil
    }

    /// Keeps a pack. A folder that cannot be written is no reason to stop: the next start is slower, and that is all.
    func write(_ pack: Pack, fingerprint: String) {
        guard let data = try? JSONEncoder().encode(pack) else { return }
        for folder in folders {
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let target = path(of: fingerprint, in: folder)
            if (try? data.write(to: URL(filePath: target), options: .atomic)) != nil { return }
        }
    }

    private func path(of fingerprint: String, in folder: String) -> String {
        "\(folder)/\(fingerprint)-\(build).json"
    }
}
