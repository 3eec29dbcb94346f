import Interchange
import Team

/// The files of a pack as a form sends them, by their paths within the pack: in an archive or as a folder, which hold them
/// as they are, or one folder that does.
struct SentPack {
    let files: [(path: String, bytes: [UInt8])]

    /// - Throws: `TeamError` where nothing was sent, or no pack, or more than is taken in.
    init(_ form: FormFields) throws(TeamError) {
        let folder = form.files("folder")
        guard let archive = form.files("file").first else {
            guard !folder.isEmpty else { throw TeamError(.invalid, "choose an archive or a folder") }
            try self.init(folder: folder)
            return
        }
        guard folder.isEmpty else { throw TeamError(.invalid, "choose an archive or a folder, and not both") }
        try self.init(archive: archive.bytes)
    }

    private init(archive bytes: [UInt8]) throws(TeamError) {
        guard ZipReader.isArchive(bytes) else {
            throw TeamError(.invalid, "this is no ZIP archive", mend: "pack the folder into one")
        }
        do {
            var archive = try ZipReader(bytes)
            let folder = try Self.folder(of: archive.names, in: "archive")
            files = try archive.names.filter { Self.isOfPack($0, in: folder) }.map { name in
                (String(name.dropFirst(folder.count)), try archive.content(of: name) ?? [])
            }
        } catch let error as TeamError {
            throw error
        } catch let error as ImportProblem {
            throw TeamError(.invalid, error.message, mend: error.mend)
        } catch {
            throw TeamError(.defect, "\(error)")
        }
    }

    private init(folder uploaded: [UploadedFile]) throws(TeamError) {
        let folder = try Self.folder(of: uploaded.map(\.path), in: "folder")
        var files: [String: [UInt8]] = [:]
        for file in uploaded where Self.isOfPack(file.path, in: folder) {
            guard files.updateValue(file.bytes, forKey: String(file.path.dropFirst(folder.count))) == nil else {
                throw TeamError(.invalid, "\(file.path) was sent twice")
            }
        }
        self.files = files.map { ($0.key, $0.value) }
    }

    /// Where the pack lies: in the highest folder that has a `pack.yaml`.
    private static func folder(of names: [String], in what: String) throws(TeamError) -> String {
        let first = names.filter { $0 == "pack.yaml" || $0.hasSuffix("/pack.yaml") }.min(by: isHigher)
        guard let first else {
            throw TeamError(.invalid, "the \(what) has no pack.yaml", mend: "every pack begins with one")
        }
        return String(first.dropLast("pack.yaml".count))
    }

    private static func isOfPack(_ name: String, in folder: String) -> Bool {
        name.hasPrefix(folder) && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
    }

    private static func isHigher(_ left: String, than right: String) -> Bool {
        (left.count { $0 == "/" }, left) < (right.count { $0 == "/" }, right)
    }
}

extension [Team.PackFile] {
    /// An archive of them.
    var archive: [UInt8] {
        var archive = ZipArchive()
        for file in self { archive.add(file.path, [UInt8](file.text.utf8)) }
        return archive.finish()
    }
}
