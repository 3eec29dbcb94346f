import Content
import Machine

/// The text of one file of a pack, checked before any parser sees it.
///
/// Packs are untrusted: a file may be huge, hold aliases that multiply, or carry characters that would do things to
/// a terminal. How deep its values are nested is seen only when they are parsed.
struct SourceText {
    /// Bytes. Parsing takes time in proportion to the size and, at worst, to the nesting.
    static let byteLimit = 256_000
    /// An alias stands for a value of any size, and the parser compares whole values; so few can do no harm. None is
    /// read, but text may hold words that begin with a star.
    static let starLimit = 6

    let file: String
    /// Without a byte order mark, and with each line ended by a line feed alone.
    let text: String

    /// Nil, with the problem logged, where the bytes are not text that a pack may hold.
    init?(_ bytes: [UInt8], file: String, log: ProblemLog) {
        guard bytes.count <= Self.byteLimit else {
            log.error(.tooLarge(file, Self.byteLimit), at: FilePosition(file))
            return nil
        }
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        let lines = Self.withLineFeeds(bytes)
        guard let text = String(validating: lines, as: UTF8.self) else {
            let position = Self.position(ofInvalid: lines, in: file)
            log.error("the file is not UTF-8 text", at: position, mend: "save it as UTF-8")
            return nil
        }
        self.file = file
        self.text = text
        if let (scalar, position) = Self.unprintable(in: text, file: file) {
            log.error("the character \(scalar.name) does not belong in a pack", at: position, mend: "delete it")
            return nil
        }
        if let line = Self.lineOfTooManyStars(lines) {
            log.error(
                "more than \(Self.starLimit) words begin with *, as YAML's aliases do",
                at: FilePosition(file, line: line),
                mend: "write the values out, and take the stars off")
            return nil
        }
    }

    private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "\r")) else { return Array(bytes) }
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count)
        var last: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\r") {
                lines.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || last != UInt8(ascii: "\r") {
                lines.append(byte)
            }
            last = byte
        }
        return lines
    }

    private static func position(ofInvalid bytes: [UInt8], in file: String) -> FilePosition {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
            // What is left of a broken sequence becomes U+FFFD, so the first that was not there before is the position.
            let repaired = String(decoding: line, as: UTF8.self).unicodeScalars
            let column = repaired.firstIndex { $0 == "\u{FFFD}" }.map {
                repaired.distance(from: repaired.startIndex, to: $0)
            }
            return FilePosition(file, line: number + 1, column: (column ?? 0) + 1)
        }
        return FilePosition(file)
    }

    private static func unprintable(in text: String, file: String) -> (Unicode.Scalar, FilePosition)? {
        guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) else { return nil }
        var line = 1
        var column = 0
        for scalar in text.unicodeScalars {
            column += 1
            if scalar == "\n" {
                line += 1
                column = 0
            } else if scalar.isUnprintable, scalar != "\t" {
                return (scalar, FilePosition(file, line: line, column: column))
            }
        }
        return nil
    }

    /// The line of the word that is one too many; nil where there are few.
    private static func lineOfTooManyStars(_ bytes: [UInt8]) -> Int? {
        var line = 1
        var stars = 0
        var last = UInt8(ascii: "\n")
        var isStar = false
        for byte in bytes {
            if isStar, !byte.isBlank { stars += 1 }
            if stars > starLimit { return line }
            isStar = byte == UInt8(ascii: "*") && last.opensValue
            if byte == UInt8(ascii: "\n") { line += 1 }
            last = byte
        }
        return nil
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A }
    /// Whether a value, and so an alias, may begin after this byte.
    fileprivate var opensValue: Bool { isBlank || [0x5B, 0x7B, 0x2C, 0x3A].contains(self) }
}
