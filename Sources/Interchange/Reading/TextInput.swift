/// The most bytes of a file that is taken in.
package let importByteLimit = 16_000_000

/// The bytes of a file that were found to be text in UTF-8, with line ends of one kind.
struct TextInput {
    let bytes: [UInt8]

    /// - Throws: `ImportProblem` where the file is too large, is no UTF-8, or has bytes that no text has.
    init(_ file: [UInt8]) throws(ImportProblem) {
        guard file.count <= importByteLimit else { throw .tooLarge }
        if isUTF16(file) { throw .isUTF16 }
        let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...]
        if let position = text.firstIndex(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }) {
            let (line, column) = Self.position(of: position - text.startIndex, in: Array(text))
            throw ImportProblem(
                "a byte that no text has stands here: \(text[position])", line: line, column: column,
                mend: "save it as plain text in UTF-8")
        }
        guard String(validating: text, as: UTF8.self) != nil else {
            let (line, column) = Self.position(of: Self.firstInvalid(in: text) - text.startIndex, in: Array(text))
            throw ImportProblem("this is no UTF-8", line: line, column: column, mend: "save the file as UTF-8")
        }
        bytes = text.contains(0x0D) ? Self.withPlainLineEnds(text) : Array(text)
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        return (line, before[start...].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
    }

    private static func withPlainLineEnds(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var last: UInt8 = 0
        for byte in text {
            if byte == 0x0D { plain.append(0x0A) } else if byte != 0x0A || last != 0x0D { plain.append(byte) }
            last = byte
        }
        return plain
    }

    private static func firstInvalid(in text: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8()
        var bytes = text.makeIterator()
        var position = text.startIndex
        while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar): position += UTF8.width(scalar)
            case .emptyInput, .error: return min(position, text.endIndex)
            }
        }
    }
}

/// Whether a file is text in UTF-16, by its mark, or by the noughts in the first signs of a document.
func isUTF16(_ file: [UInt8]) -> Bool {
    let beginnings: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0, 0x3F, 0], [0, 0x3C, 0, 0x3F]]
    return beginnings.contains { file.starts(with: $0) }
}

extension ImportProblem {
    static var isUTF16: ImportProblem { ImportProblem("the file is written in UTF-16", mend: "save it as UTF-8") }

    /// The file is larger than any that is taken in.
    package static var tooLarge: ImportProblem {
        ImportProblem("the file has more than \(importByteLimit / 1_000_000) MB", mend: "cut it into several")
    }
}

extension Array where Element == UInt8 {
    /// The text of bytes that are known to be UTF-8.
    func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
