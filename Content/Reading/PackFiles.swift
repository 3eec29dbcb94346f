import Glibc
import Scoring
import Yams

/// The files of a pack's folder, read once. Nothing outside the folder is ever opened.
struct PackFiles {
    /// The sections that a pack may have, each a file `NAME.yaml` or a folder `NAME` of such files.
    static let sections = [
        "pack", "codes", "policies", "scenarios", "terms", "circumstances", "misconceptions", "templates",
    ]
    private static let fileLimit = 500

    private let folder: String
    /// Paths within the pack, sorted, with their bytes.
    private(set) var files: [(path: String, bytes: [UInt8])] = []

    init(folder: String, log: ProblemLog) {
        self.folder = folder
        for name in Self.names(in: folder) { take(name, log: log) }
        files.sort { $0.path < $1.path }
    }

    /// No files: for reading what is not part of a pack.
    init() { folder = "" }

    private mutating func take(_ name: String, log: ProblemLog) {
        guard !name.hasPrefix(".") else { return }
        if name.isYAML {
            guard Self.sections.contains(name.withoutExtension) else {
                log.error(
                    "\(name) is no file of a pack", at: Place(name),
                    mend: suggestion(for: name.withoutExtension, among: Self.sections)
                        ?? "known are \(Self.sections.map { $0 + ".yaml" }.joined(separator: ", "))")
                return
            }
            read(name, log: log)
        } else if Self.sections.contains(name), Self.kind(of: folder + "/" + name) == S_IFDIR {
            for inner in Self.names(in: folder + "/" + name) where inner.isYAML { read("\(name)/\(inner)", log: log) }
        } else if Self.kind(of: folder + "/" + name) == S_IFLNK {
            log.error("\(name) is a symbolic link", at: Place(name), mend: "a pack holds its own files: copy it")
        }
    }

    private mutating func read(_ path: String, log: ProblemLog) {
        guard files.count < Self.fileLimit else {
            return log.error("the pack has more than \(Self.fileLimit) files", at: Place(path))
        }
        switch readWhole(folder + "/" + path, limit: SourceText.byteLimit) {
        case .success(let bytes): files.append((path, bytes))
        case .failure(let failure): log.error(failure.message, at: Place(path), mend: failure.mend)
        }
    }

    /// A number that changes whenever a file of the pack does (FNV-1a, 64 bits), as hexadecimal digits.
    var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for (path, bytes) in files {
            path.utf8.forEach(mix)
            mix(0)
            bytes.forEach(mix)
            mix(0)
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The files of a section as mappings, each problem of a file logged.
    func section(_ name: String, log: ProblemLog) -> Section {
        let own = files.filter {
            $0.path == name + ".yaml" || $0.path == name + ".yml" || $0.path.hasPrefix(name + "/")
        }
        return Section(
            name: name,
            files: own.compactMap { path, bytes in
                parseYAML(bytes, file: path, log: log)?.fields(of: "a \(name) file, a mapping")
            })
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func kind(of path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }
}

/// One section of a pack: the mappings of all its files.
struct Section {
    let name: String
    var files: [Fields]

    /// The elements of a list over all files.
    mutating func elements(_ key: String) -> [Value] {
        files.indices.flatMap { files[$0].optional(key)?.elements ?? [] }
    }

    /// The entries of a mapping over all files.
    mutating func entries(_ key: String) -> [(key: Value, value: Value)] {
        files.indices.flatMap { files[$0].optional(key)?.entries(of: "a mapping") ?? [] }
    }

    func finish() { files.forEach { $0.finish() } }
}

/// Why a file could not be read.
struct ReadFailure: Error {
    let message: String
    let mend: String?
}

/// Reads a regular file of at most so many bytes, never through a symbolic link.
func readWhole(_ path: String, limit: Int, followingLinks: Bool = false) -> Result<[UInt8], ReadFailure> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else {
        if errno == ELOOP {
            return .failure(.init(message: "the file is a symbolic link", mend: "a pack holds its own files: copy it"))
        }
        return .failure(.init(message: "cannot read the file: \(String(cString: strerror(errno)))", mend: nil))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        return .failure(.init(message: "this is not a regular file", mend: nil))
    }
    guard status.st_size <= limit else {
        return .failure(
            .init(message: "the file has more than \(limit / 1000) kB", mend: "split it into a folder of files"))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = Glibc.read(descriptor, &chunk, chunk.count)
        if count == 0 { return .success(bytes) }
        if count < 0 {
            return .failure(.init(message: "cannot read the file: \(String(cString: strerror(errno)))", mend: nil))
        }
        bytes += chunk[..<count]
        if bytes.count > limit {
            return .failure(.init(message: "the file has more than \(limit / 1000) kB", mend: nil))
        }
    }
}

/// Parses one file, or logs where and why it is not YAML.
func parseYAML(_ bytes: [UInt8], file: String, log: ProblemLog) -> Value? {
    guard let source = SourceText(bytes, file: file, log: log) else { return nil }
    do {
        guard let node = try Parser(yaml: source.text, encoding: .utf8).singleRoot() else {
            log.error("the file is empty", at: Place(file))
            return nil
        }
        return Value(node: node, file: file, log: log)
    } catch let error as YamlError {
        log.add(error, in: file)
    } catch {
        log.error("the file is not YAML: \(error)", at: Place(file))
    }
    return nil
}

extension ProblemLog {
    fileprivate func add(_ failure: YamlError, in file: String) {
        switch failure {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            error("this is not YAML: \(problem)", at: Place(file, line: mark.line, column: mark.column))
        case .duplicatedKeysInMapping(let keys, let context):
            error(
                "\(keys.joined(separator: ", ")) stands twice in the same mapping",
                at: Place(file, line: context.mark.line, column: context.mark.column), mend: "keep one of them")
        default:
            error("the file is not YAML", at: Place(file))
        }
    }
}

extension String {
    fileprivate var isYAML: Bool { hasSuffix(".yaml") || hasSuffix(".yml") }
    fileprivate var withoutExtension: String { String(prefix { $0 != "." }) }
}
