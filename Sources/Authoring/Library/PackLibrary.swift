package import Content
import Glibc
import Machine

/// The packs at hand: the bundled ones by their ids, and any folder by its path.
package struct PackLibrary: Sendable {
    /// The folder of bundled packs, one folder each.
    package let bundled: String
    /// Where compiled packs are looked for and kept.
    package let compiled: CompiledPacks

    package init(bundled: String, compiled: CompiledPacks) {
        self.bundled = bundled
        self.compiled = compiled
    }

    /// The ids of the bundled packs, in order.
    package var ids: [String] {
        names(inFolder: bundled).filter { isPack("\(bundled)/\($0)") }
    }

    /// The folder of a pack that is named by id or by path.
    ///
    /// - Throws: `PackError.unknown` with the nearest ids.
    package func folder(of name: String) throws(PackError) -> String {
        if !name.contains("/"), ids.contains(name) { return bundled + "/" + name }
        guard isPack(name) else {
            throw .unknown(name: name, near: nearMisses(to: name, among: ids), isFolder: isFolder(name))
        }
        return name
    }

    /// What a pack's files are named by: a number of 64 bits that changes whenever one of them does, and a SHA-256 for
    /// which nobody can make others, both in hexadecimal digits.
    ///
    /// - Throws: `PackError` where there is no such pack.
    package func fingerprints(of name: String) throws(PackError) -> (revision: String, sha256: String) {
        let files = PackFiles(folder: try folder(of: name), log: ProblemLog())
        return (files.fingerprint, files.sha256)
    }

    /// Loads a pack, from its compiled form where that is up to date.
    ///
    /// - Throws: `PackError` where there is no such pack, or it has errors.
    package func load(_ name: String) throws(PackError) -> Pack {
        let folder = try folder(of: name)
        let log = ProblemLog()
        let files = PackFiles(folder: folder, log: log)
        if !log.hasErrors, let pack = compiled.read(files) { return pack }
        guard let pack = PackReader(files: files, log: log).read(), !log.hasErrors else {
            throw .broken(name: name, problems: log.sorted)
        }
        compiled.write(pack, of: files)
        return pack
    }

    private func isPack(_ folder: String) -> Bool { isFolder(folder) && access(folder + "/pack.yaml", R_OK) == 0 }

    private func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

/// Why there is no pack to work with.
package enum PackError: Error, Sendable {
    /// Neither a bundled id nor a folder with a pack in it.
    case unknown(name: String, near: [String], isFolder: Bool)
    case broken(name: String, problems: [Problem])
    /// The bundled packs are nowhere to be found.
    case noBundle(tried: [String])
}

extension PackError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknown(let name, let near, let isFolder):
            let name = name.shown(limit: 200)
            if isFolder { return "the folder \(name) has no pack.yaml, so it is no pack" }
            return "no pack \(name); \(suggestion(of: near) ?? "preceptor pack list shows them")"
        case .broken(let name, let problems):
            return "the pack \(name.shown(limit: 200)) has errors:\n"
                + problems.map { "  \($0)" }.joined(separator: "\n")
        case .noBundle(let tried):
            return "the bundled packs are in none of these places:\n" + tried.map { "  \($0)" }.joined(separator: "\n")
                + "\nset PRECEPTOR_PACKS to the folder that holds them"
        }
    }
}
