import Markup

/// A table of cells as spreadsheets write and read it: RFC 4180, with cells that a spreadsheet would run as a formula
/// made harmless by an apostrophe, which is taken off again in reading.
struct CSVText {
    private(set) var rows: [Row] = []

    struct Row: Sendable, Equatable {
        var cells: [String]
        /// On which it begins, counted from 1.
        var line: Int
    }

    static let cellLimit = 64

    /// - Throws: `ImportProblem` where quotes are not closed, or a row has more cells than any table here.
    init(_ file: [UInt8]) throws(ImportProblem) {
        let bytes = try TextInput(file).bytes
        var reader = Reader(bytes: bytes, separator: Self.separator(of: bytes))
        if let told = Self.toldSeparator(of: bytes) {
            reader = Reader(bytes: bytes, separator: told.sign, position: told.end, line: 2)
        }
        while let row = try reader.next() {
            if row.cells != [""] { rows.append(row) }
        }
    }

    /// Excel takes a first line `sep=;` for the sign that parts cells, and so do those who write for it.
    private static func toldSeparator(of bytes: [UInt8]) -> (sign: UInt8, end: Int)? {
        let line = bytes.prefix { $0 != 0x0A }
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
            return nil
        }
        return (line[4], min(6, bytes.count))
    }

    /// Spreadsheets of countries with a decimal comma part cells with semicolons.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let head = bytes.prefix { $0 != 0x0A }
        let counts = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].map { sign in (sign, head.count { $0 == sign }) }
        return counts.max { $0.1 < $1.1 }?.0 ?? UInt8(ascii: ",")
    }
}

extension CSVText {
    private struct Reader {
        let bytes: [UInt8]
        let separator: UInt8
        var position = 0
        var line = 1

        mutating func next() throws(ImportProblem) -> Row? {
            guard position < bytes.count else { return nil }
            var row = Row(cells: [], line: line)
            while true {
                row.cells.append(try readCell().withoutDefusal)
                guard row.cells.count <= CSVText.cellLimit else {
                    throw ImportProblem(
                        "the row has more than \(CSVText.cellLimit) cells", line: row.line,
                        mend: "is this the right file?")
                }
                guard position < bytes.count, bytes[position] == separator else { break }
                position += 1
            }
            if position < bytes.count {
                position += 1
                line += 1
            }
            return row
        }

        private mutating func readCell() throws(ImportProblem) -> String {
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return readPlain() }
            let start = line
            var cell: [UInt8] = []
            position += 1
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                if byte == UInt8(ascii: "\"") {
                    guard position < bytes.count, bytes[position] == byte else { return try endCell(cell) }
                    position += 1
                }
                if byte == 0x0A { line += 1 }
                cell.append(byte)
            }
            throw ImportProblem("a quote is never closed", line: start, mend: "write \"\" for a quote within a cell")
        }

        private mutating func endCell(_ cell: [UInt8]) throws(ImportProblem) -> String {
            guard position == bytes.count || bytes[position] == separator || bytes[position] == 0x0A else {
                throw ImportProblem(
                    "text follows the end of a quoted cell", line: line, mend: "write \"\" for a quote within a cell")
            }
            return String(decoding: cell, as: UTF8.self)
        }

        private mutating func readPlain() -> String {
            let start = position
            while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A { position += 1 }
            return bytes.text(start..<position)
        }
    }
}
