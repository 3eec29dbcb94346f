import Authoring
import Glibc
import Machine
import Scoring
import Terminal

/// The beginnings of a pack: files with names in double braces, to be filled in.
struct Skeleton {
    /// What is billed, and how it becomes units.
    enum Family: String, CaseIterable {
        case timedVisit = "timed-visit"
        case range, blocks
        case byVisits = "by-visits"
        case firstOrLater = "first-or-later"
        case bundled
        case baseAndTime = "base-and-time"
        case pool, hierarchy
        case perDiem = "per-diem"
        case drug

        /// Codes to begin with, in the order of the skeleton.
        var codes: [String] {
            switch self {
            case .timedVisit: ["99601", "99602"]
            case .range: ["99421", "99422", "99423"]
            case .blocks: ["97110"]
            case .byVisits: ["90962", "90961", "90960"]
            case .firstOrLater: ["G0068", "G0088"]
            case .bundled: ["99291", "99292", "31500"]
            case .baseAndTime: ["01402", "99140"]
            case .pool: ["97112", "97110", "97140", "97116"]
            case .hierarchy:
                [
                    "96413", "96415", "96417", "96409", "96411", "96365", "96366", "96367", "96368", "96374", "96375",
                    "96376", "96360", "96361",
                ]
            case .perDiem: ["S9494", "S9500", "S9502", "S9338"]
            case .drug: ["J1745"]
            }
        }
    }

    let family: Family
    var id = ""
    var title = ""
    var codes: [String]

    init(_ family: Family) {
        self.family = family
        codes = family.codes
    }

    /// An id made of a folder's name.
    static func id(fromFolder path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let words = name.lowercased().utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
        return words.isEmpty ? "my-pack" : words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }

    /// The pack's files, and the schemas that their first lines name.
    ///
    /// - Parameter packs: The folder of bundled packs, which holds the skeletons.
    /// - Returns: The files by their names within the folder.
    /// - Throws: `Failure` where the id, the title or a code cannot be taken, or the skeleton is not there; `FileError`
    ///   where it cannot be read.
    func files(in packs: String) throws -> [(name: String, text: String)] {
        let values = try values
        let folder = "\(packs)/skeletons/\(family.rawValue)"
        var files: [(name: String, text: String)] = []
        for shape in Shape.files {
            // Not every family needs every file.
            guard access("\(folder)/\(shape.name).yaml", F_OK) == 0 else { continue }
            var text = try readText("\(folder)/\(shape.name).yaml")
            for (name, value) in values { text = text.replacing("{{\(name)}}", with: value) }
            files.append(("\(shape.name).yaml", text))
        }
        guard !files.isEmpty else { throw Failure(.notFound, "the skeleton \(folder) is not there") }
        return files
            + PackSchemaCommand.kinds.map { ("schemas/\($0.name).json", JSONSchema.document(of: $0).indented + "\n") }
    }

    private var values: [(name: String, value: String)] {
        get throws(Failure) {
            let letters = { (byte: UInt8) in (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
            let words = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            guard id.utf8.count <= 64, words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(letters) }) else {
                throw Failure(.usage, "the id \(id.prefix(64)) is not lower-case words joined by hyphens")
            }
            guard !title.isEmpty, title.unicodeScalars.count <= 80, !title.contains(where: \.isNewline) else {
                throw Failure(.usage, "a title has 1 to 80 characters on one line")
            }
            let read = codes.compactMap { Code($0) }
            guard read.count == codes.count, Set(read).count == family.codes.count, read.count == family.codes.count
            else {
                throw Failure(
                    .usage,
                    "\(family.rawValue) takes \(family.codes.count) codes, such as \(family.codes.joined(separator: " "))"
                )
            }
            let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return [("id", id), ("title", "\"\(quoted)\"")]
                + read.enumerated().flatMap { position, code in
                    let isHCPCS = code.description.first?.isLetter == true
                    return [
                        ("code\(position + 1)", code.description), ("system\(position + 1)", isHCPCS ? "HCPCS" : "CPT"),
                    ]
                }
        }
    }
}
