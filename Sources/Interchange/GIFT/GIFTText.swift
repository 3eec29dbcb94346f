/// The bytes of a GIFT file, in which a backslash takes its meaning from the sign behind it.
struct GIFTText {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    subscript(position: Int) -> UInt8 { bytes[position] }

    /// Puts spaces in the place of a comment, so that everything else stays where it is.
    mutating func blank(_ range: Range<Int>) {
        for position in range where bytes[position] != 0x0A { bytes[position] = 0x20 }
    }

    func starts(with text: String, at position: Int, in range: Range<Int>) -> Bool {
        bytes[position..<range.upperBound].starts(with: text.utf8)
    }

    /// The first byte that fits and is not escaped; the end where there is none.
    func next(in range: Range<Int>, where fits: (UInt8) -> Bool) -> Int {
        var cursor = range.lowerBound
        while cursor < range.upperBound, !fits(bytes[cursor]) { cursor += bytes[cursor] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(cursor, range.upperBound)
    }

    func contains(_ sign: Unicode.Scalar, in range: Range<Int>) -> Bool {
        next(in: range) { $0 == UInt8(ascii: sign) } < range.upperBound
    }

    /// What stands between signs that are not escaped.
    func split(_ range: Range<Int>, at sign: Unicode.Scalar, atMost count: Int = .max) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var begin = range.lowerBound
        while parts.count < count - 1 {
            let end = next(in: begin..<range.upperBound) { $0 == UInt8(ascii: sign) }
            guard end < range.upperBound else { break }
            parts.append(begin..<end)
            begin = end + 1
        }
        return parts + [begin..<range.upperBound]
    }

    /// The last position of several signs that are not escaped; nil where there is none.
    func last(_ signs: String, in range: Range<Int>) -> Int? {
        var found: Int?
        var cursor = range.lowerBound
        while cursor < range.upperBound {
            if starts(with: signs, at: cursor, in: range) { found = cursor }
            cursor += bytes[cursor] == UInt8(ascii: "\\") ? 2 : 1
        }
        return found
    }

    /// A range without the white space at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first(where: { !isSpace(bytes[$0]) }) else {
            return range.lowerBound..<range.lowerBound
        }
        let last = range.last { !isSpace(bytes[$0]) } ?? first
        return first..<last + 1
    }

    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

    /// What stands in the file, with nothing taken from it.
    func raw(_ range: Range<Int>) -> String { plainLine(bytes.text(range)) }

    /// The words that the signs mean.
    func unescaped(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        var cursor = range.lowerBound
        while cursor < range.upperBound {
            var byte = bytes[cursor]
            if byte == UInt8(ascii: "\\"), cursor + 1 < range.upperBound {
                cursor += 1
                byte = bytes[cursor]
                if byte == UInt8(ascii: "n") { byte = 0x0A }
                // A backslash before any other letter is one.
                if byte != 0x0A, !"~=#{}:\\".utf8.contains(byte) { text.append(UInt8(ascii: "\\")) }
            }
            text.append(byte)
            cursor += 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}
