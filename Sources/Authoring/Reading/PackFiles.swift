import Content
import Glibc
import Machine
import Signatures

/// The files of a pack's folder, read once. Nothing outside the folder is ever opened.
struct PackFiles {
    /// The sections that a pack may have, each a file `NAME.yaml` or a folder `NAME` of such files. A pack.yaml is
    /// always a file.
    static let sections = Shape.File.allCases.map(\.rawValue)
    private static let fileLimit = 500
    private static let byteLimit = 4_000_000
    /// The longest path of a file that was sent.
    private static let nameLimit = 200

    private let folder: String
    /// Paths within the pack, sorted, with their bytes.
    private(set) var files: [(path: String, bytes: [UInt8])] = []
    private var size = 0

    init(folder: String, log: ProblemLog) {
        self.folder = folder
        for name in list(folder, as: "pack.yaml", log: log) { take(name, log: log) }
        files.sort { $0.path < $1.path }
    }

    /// Files that were sent, by their paths within the pack, held to what is asked of those in a folder. What a folder
    /// may have beside its pack is left out.
    init(sent: [(path: String, bytes: [UInt8])], log: ProblemLog) {
        folder = ""
        for (path, bytes) in sent.sorted(by: { $0.path < $1.path }) where isOfPack(path, log: log) {
            if hasRoom(for: path, log: log) { keep(path, bytes) }
        }
    }

    private func isOfPack(_ path: String, log: ProblemLog) -> Bool {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard steps.count <= 2, let name = steps.last else { return false }
        if steps.count == 2 {
            let section = steps[0]
            guard Self.sections.contains(section), section != "pack" else {
                if Self.sections.contains(where: { isSlip(section, of: $0) }) { reject(path, section, log) }
                return false
            }
        }
        guard let stem = name.withoutSuffix(".yaml") else {
            if let stem = name.withoutSuffix(".yml") {
                log.error("\(path) is not read", at: FilePosition(path), mend: "name it \(stem).yaml")
            }
            return false
        }
        guard steps.count == 2 || Self.sections.contains(stem) else {
            reject(path, stem, log)
            return false
        }
        guard path == printable(path), path.utf8.count <= Self.nameLimit else {
            log.error(
                "\(path.prefix(60)) is no name for a file", at: FilePosition(String(path.prefix(60))),
                mend: "give it at most \(Self.nameLimit) letters that can be seen")
            return false
        }
        return true
    }

    private mutating func keep(_ path: String, _ bytes: [UInt8]) {
        files.append((path, bytes))
        size += bytes.count
    }

    /// Files that are in no folder, by their paths within the pack. None at all is for what is not part of a pack.
    init(_ files: [(path: String, bytes: [UInt8])] = []) {
        folder = ""
        self.files = files.sorted { $0.path < $1.path }
        size = files.reduce(0) { $0 + $1.bytes.count }
    }

    private mutating func take(_ name: String, log: ProblemLog) {
        if let stem = name.withoutSuffix(".yaml") {
            guard Self.sections.contains(stem) else { return reject(name, stem, log) }
            read(name, log: log)
        } else if let stem = name.withoutSuffix(".yml") {
            log.error("\(name) is not read", at: FilePosition(name), mend: "name it \(stem).yaml")
        } else if Self.sections.contains(name), name != "pack" {
            switch fileKind(at: "\(folder)/\(name)") {
            case S_IFDIR: readAll(in: name, log: log)
            case S_IFLNK: log.error("\(name) is a symbolic link", at: FilePosition(name), mend: copyMend)
            default: log.error("\(name) is not a folder", at: FilePosition(name), mend: "name it \(name).yaml")
            }
        } else if Self.sections.contains(where: { isSlip(name, of: $0) }), fileKind(at: "\(folder)/\(name)") == S_IFDIR
        {
            reject(name, name, log)
        }
    }

    private func reject(_ name: String, _ stem: String, _ log: ProblemLog) {
        log.error(
            "\(name) is no part of a pack", at: FilePosition(name),
            mend: suggestion(for: stem, among: Self.sections) ?? "known are \(Self.sections.joined(separator: ", "))")
    }

    private mutating func readAll(in section: String, log: ProblemLog) {
        for name in list("\(folder)/\(section)", as: section, log: log) {
            let path = "\(section)/\(name)"
            if name.withoutSuffix(".yaml") != nil {
                read(path, log: log)
            } else if let stem = name.withoutSuffix(".yml") {
                log.error("\(path) is not read", at: FilePosition(path), mend: "name it \(stem).yaml")
            }
        }
    }

    /// The names in a folder; one that cannot be read is no folder with nothing in it.
    private mutating func list(_ folder: String, as path: String, log: ProblemLog) -> [String] {
        do { return try listing(of: folder) } catch {
            log.error(error, at: FilePosition(path))
            unread.insert(Self.section(of: path))
            return []
        }
    }

    private mutating func read(_ path: String, log: ProblemLog) {
        guard hasRoom(for: path, log: log) else { return }
        do {
            keep(path, try readFile("\(folder)/\(path)", limit: SourceText.byteLimit, followingLinks: false))
        } catch {
            log.error(error, at: FilePosition(path))
            unread.insert(Self.section(of: path))
        }
    }

    private func hasRoom(for path: String, log: ProblemLog) -> Bool {
        guard files.count < Self.fileLimit, size < Self.byteLimit else {
            log.error(
                "the pack has more than \(Self.fileLimit) files or \(Self.byteLimit / 1_000) kB",
                at: FilePosition(path),
                mend: "make two packs of it")
            return false
        }
        return true
    }

    /// The sections of which a file could not be read.
    private(set) var unread: Set<String> = []

    private static func section(of path: String) -> String { String(path.prefix { $0 != "/" && $0 != "." }) }

    /// The name of the folder.
    var name: String { folder.split(separator: "/").last.map(String.init) ?? "pack" }

    /// All that the files say, in one piece.
    var source: [UInt8] {
        var source: [UInt8] = []
        source.reserveCapacity(size + 64 * (files.count + 1))
        for (path, bytes) in files {
            source += Self.heading(path, bytes)
            source += bytes
        }
        return source
    }

    /// Drops the source from the beginning of bytes; false where they begin otherwise. It is not put together for that.
    func drop(from bytes: inout ArraySlice<UInt8>) -> Bool {
        for (path, own) in files {
            guard bytes.drop(Array(Self.heading(path, own))), bytes.drop(own) else { return false }
        }
        return true
    }

    /// The length keeps what one file ends with apart from what the next begins with.
    private static func heading(_ path: String, _ bytes: [UInt8]) -> String.UTF8View { "\(path) \(bytes.count)\n".utf8 }

    /// A number that changes whenever a file of the pack does (FNV-1a, 64 bits), as hexadecimal digits.
    var fingerprint: String {
        var hash = FNV1a()
        hash.add(source)
        let digits = String(hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The SHA-256 of a list of the files, a line each with the file's own SHA-256, two spaces and its path, as `sha256sum`
    /// writes it; in hexadecimal digits. Nobody can make another pack that has the same.
    var sha256: String {
        let lines = files.map { "\(hexadecimal(Signatures.sha256($0.bytes)))  \($0.path)\n" }
        return hexadecimal(Signatures.sha256(Array(lines.joined().utf8)))
    }

    /// The files of a section as mappings, each problem of a file logged.
    func section(_ name: String, log: ProblemLog) -> Section {
        var section = Section(name: name, isWhole: !unread.contains(name))
        guard let shape = Shape.File(rawValue: name)?.shape else { return section }
        for (path, bytes) in files where Self.section(of: path) == name {
            if let fields = parseYAML(bytes, file: path, log: log)?.fields(of: shape) {
                section.files.append(fields)
            } else {
                section.isWhole = false
            }
        }
        return section
    }
}

/// One section of a pack: the mappings of all its files.
struct Section {
    let name: String
    /// Whether every file of it could be read. What the others refer to may stand in one that could not.
    var isWhole: Bool
    var files: [Fields] = []

    /// The elements of a list over all files.
    mutating func elements(_ key: String) -> [Value] {
        files.indices.flatMap { files[$0].value(key)?.elements ?? [] }
    }

    /// The entries of a mapping over all files.
    mutating func entries(_ key: String) -> [(key: Value, value: Value)] {
        files.indices.flatMap { files[$0].value(key)?.entries(of: "a mapping") ?? [] }
    }

    func finish() {
        for file in files { file.finish() }
    }
}

extension String {
    fileprivate func withoutSuffix(_ suffix: String) -> String? {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
    }
}

extension ArraySlice<UInt8> {
    /// Drops bytes that it begins with; false where it begins otherwise. The system's own comparison finds that out: a
    /// pack has some hundred thousand.
    mutating func drop(_ bytes: [UInt8]) -> Bool {
        let isFirst =
            count >= bytes.count && withUnsafeBytes { $0.baseAddress.map { memcmp($0, bytes, bytes.count) } == 0 }
        if isFirst { removeFirst(bytes.count) }
        return isFirst || bytes.isEmpty
    }
}
