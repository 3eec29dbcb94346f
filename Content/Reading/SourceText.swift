/// The text of one file of a pack, checked before any parser sees it.
///
/// Packs are untrusted: a file may be huge, nested without end, full of aliases that multiply, or carry characters
/// that would do things to a terminal.
struct SourceText {
    static let byteLimit = 1_000_000
    static let depthLimit = 50
    static let indentLimit = 200
    static let aliasLimit = 20

    let file: String
    let text: String

    /// Nil, with the problem logged, where the bytes are not text that a pack may hold.
    init?(_ bytes: [UInt8], file: String, log: ProblemLog) {
        guard bytes.count <= Self.byteLimit else {
            log.error(
                "the file has more than \(Self.byteLimit / 1000) kB", at: Place(file),
                mend: "split it into a folder of files")
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            log.error(
                "the file is not UTF-8 text", at: Self.place(ofInvalid: bytes, in: file), mend: "save it as UTF-8")
            return nil
        }
        self.file = file
        self.text = text
        let problem = Self.forbiddenCharacter(in: text, file: file) ?? Self.excess(in: bytes, file: file)
        if let problem {
            log.error(problem.message, at: problem.place, mend: problem.mend)
            return nil
        }
    }

    private static func place(ofInvalid bytes: [UInt8], in file: String) -> Place {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        return Place(file, line: bad + 1)
    }

    private static func forbiddenCharacter(in text: String, file: String) -> Problem? {
        var line = 1
        var column = 0
        for scalar in text.unicodeScalars {
            column += 1
            if scalar == "\n" {
                line += 1
                column = 0
            } else if scalar.isUnprintable, scalar != "\t", scalar != "\r" {
                let name = "U+" + String(scalar.value, radix: 16, uppercase: true)
                return Problem(
                    severity: .error, place: Place(file, line: line, column: column),
                    message: "the character \(name) does not belong in a pack", mend: "delete it")
            }
        }
        return nil
    }

    /// Nesting and aliases are counted on the bytes, more strictly than YAML itself would, because the parser
    /// recurses and a short file can stand for a tree without end.
    private static func excess(in bytes: [UInt8], file: String) -> Problem? {
        var depth = 0
        var aliases = 0
        var line = 1
        var lead = 0
        var isLead = true
        var last = UInt8(ascii: "\n")
        for (offset, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                lead = 0
                isLead = true
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: "*") where last.opensNode && offset + 1 < bytes.count && bytes[offset + 1].isWord:
                aliases += 1
            default: break
            }
            isLead = isLead && byte.isLead
            if isLead { lead += 1 }
            if depth > depthLimit || lead > indentLimit {
                return Problem(
                    severity: .error, place: Place(file, line: line), message: "values are nested too deeply",
                    mend: "no part of a pack needs more than \(depthLimit) levels")
            }
            if aliases > aliasLimit {
                return Problem(
                    severity: .error, place: Place(file, line: line),
                    message: "the file has more than \(aliasLimit) YAML aliases",
                    mend: "write the values out, or put quotes round text that starts with *")
            }
            last = byte
        }
        return nil
    }
}

extension UInt8 {
    /// Whether an alias may begin after this byte.
    fileprivate var opensNode: Bool {
        [0x20, 0x09, 0x0A, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":")].contains(self)
    }

    /// Whether the byte may come before a line's first value: each such column can open a level.
    fileprivate var isLead: Bool {
        [0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(self)
    }

    fileprivate var isWord: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self & 0xDF) || self == UInt8(ascii: "_")
    }
}

extension Unicode.Scalar {
    /// Controls, and the marks that turn the direction of text round: neither has a place on a learner's screen.
    var isUnprintable: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
        default: false
        }
    }
}
