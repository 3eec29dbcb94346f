package import Scoring

/// Reads a table of CMS's as it comes, block by block, and keeps only the rows about the codes asked about: three
/// million rows take no more memory than one block.
///
/// The table is told by its first row of codes: what stands before it is notice and heading. Columns may be parted by
/// tabs, commas or, in tables of fixed width, by spaces.
package struct NCCIReader: Sendable {
    /// Which of CMS's tables it is; nil before its first row of codes.
    package private(set) var table: NCCITable?
    /// The rows about the codes asked for, in their order.
    package private(set) var rows: [NCCIRow] = []
    /// Lines so far, those of notices and headings included.
    package private(set) var lineCount = 0

    private let codes: [UInt64: Code]
    /// Tells most codes that are not asked about at a glance.
    private let filter: [Bool]
    private var separator: UInt8 = 0x09
    private var isPrimaryFirst = false

    private static let lineLimit = 4_096
    private static let headingLimit = 200

    package init(about codes: some Sequence<Code>) {
        let keyed = codes.map { (Self.key(Array($0.description.utf8)[...]), $0) }
        self.codes = Dictionary(keyed, uniquingKeysWith: { first, _ in first })
        var filter = [Bool](repeating: false, count: 1 << 16)
        for (key, _) in keyed { filter[Self.glance(key)] = true }
        self.filter = filter
    }

    /// Takes whole lines.
    ///
    /// - Throws: `ImportProblem` where a row cannot be read, or the first lines are of none of the tables.
    package mutating func take(_ block: ArraySlice<UInt8>) throws(ImportProblem) {
        var start = block.startIndex
        while start < block.endIndex {
            let end = Self.lineEnd(in: block, from: start)
            lineCount += 1
            if table != .ptp || mayMatter(block, from: start, to: end) { try takeLine(block[start..<end]) }
            start = end + 1
        }
    }

    /// - Throws: `ImportProblem` where the file was none of the tables.
    package func finish() throws(ImportProblem) {
        guard table != nil else { throw Self.unknown }
    }

    private static let unknown = ImportProblem(
        "this is no add-on code file, PTP table or MUE table of CMS's",
        mend: "give the text file, with its columns parted by tabs or commas")

    // MARK: Lines

    private static func lineEnd(in block: ArraySlice<UInt8>, from start: Int) -> Int {
        block.withUnsafeBufferPointer { bytes in
            var position = start - block.startIndex
            while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            return position + block.startIndex
        }
    }

    /// Whether the code that a line begins with may be one of those asked about.
    private func mayMatter(_ block: ArraySlice<UInt8>, from start: Int, to end: Int) -> Bool {
        let start = start < end && block[start] == UInt8(ascii: "\"") ? start + 1 : start
        guard end - start >= Code.length else { return false }
        var key: UInt64 = 0
        for position in start..<start + Code.length { key = key << 8 | UInt64(block[position]) }
        return filter[Self.glance(key)]
    }

    private mutating func takeLine(_ line: ArraySlice<UInt8>) throws(ImportProblem) {
        guard line.count <= Self.lineLimit else {
            throw problem("the line is longer than any row of these tables", "give the text file as CMS publishes it")
        }
        if table == nil { separator = Self.separator(of: line) }
        let fields = split(line)
        guard let first = fields.first, !first.isEmpty else { return }
        guard table != nil || recognise(fields) else {
            isPrimaryFirst = isPrimaryFirst || first.lowercased().contains("primary")
            guard lineCount < Self.headingLimit else { throw Self.unknown }
            return
        }
        if let row = try row(of: fields) { rows.append(row) }
    }

    private static func separator(of line: ArraySlice<UInt8>) -> UInt8 {
        [UInt8(ascii: "\t"), UInt8(ascii: ",")].first(where: line.contains) ?? UInt8(ascii: " ")
    }

    private func split(_ line: ArraySlice<UInt8>) -> [String] {
        let isFixed = separator == UInt8(ascii: " ")
        return line.split(separator: separator, omittingEmptySubsequences: isFixed).map { field in
            let isMargin = { (byte: UInt8) in byte <= 0x20 || byte == UInt8(ascii: "\"") }
            let kept = field.drop(while: isMargin)
            let end = kept.lastIndex { !isMargin($0) }.map { $0 + 1 } ?? kept.startIndex
            return String(decoding: kept[kept.startIndex..<end], as: UTF8.self)
        }
    }

    private mutating func recognise(_ fields: [String]) -> Bool {
        guard fields.count >= 3, isCode(fields[0]) else { return false }
        if isCode(fields[1]) {
            if let type = Int(fields[2]), (1...3).contains(type) {
                table = .addOn
            } else if fields.dropFirst(2).prefix(2).contains(where: { $0.utf8.count == 8 && Int($0) != nil }) {
                table = .ptp
            }
        } else if Int(fields[1]) != nil {
            table = .mue
        }
        return table != nil
    }

    // MARK: Rows

    private func row(of fields: [String]) throws(ImportProblem) -> NCCIRow? {
        switch table {
        case .addOn: try addOn(fields)
        case .ptp: try ptp(fields)
        case .mue: try mue(fields)
        case nil: nil
        }
    }

    private func addOn(_ fields: [String]) throws(ImportProblem) -> NCCIRow? {
        guard fields.count >= 3 else { throw problem("the row has fewer than 3 columns", "the file may be cut off") }
        let (code, primary) = isPrimaryFirst ? (fields[1], fields[0]) : (fields[0], fields[1])
        guard let code = known(code) else { return nil }
        guard let type = Int(fields[2]), (1...3).contains(type) else {
            throw problem("\(fields[2].prefix(20)) is no type of edit", "it is 1, 2 or 3")
        }
        // Notes, and the days on which either code was deleted, stand between.
        let isFixed = separator == UInt8(ascii: " ")
        let dates = isFixed ? Array(fields.dropFirst(3).suffix(2)) : Array(fields.dropFirst(6).prefix(2))
        let period = NCCIRow.Period(
            from: try dates.first.flatMap(julianDay), through: try dates.dropFirst().first.flatMap(julianDay))
        guard let needed = Code(primary) else { return .addOn(code, to: nil, type: type, period) }
        return .addOn(code, to: needed, type: type, period)
    }

    private func ptp(_ fields: [String]) throws(ImportProblem) -> NCCIRow? {
        guard let pays = known(fields[0]), fields.count >= 2, let denies = known(fields[1]) else { return nil }
        // The mark of edits from before 1996 may be missing where spaces part the columns.
        guard let start = fields.dropFirst(2).prefix(2).firstIndex(where: { $0.utf8.count == 8 }),
            fields.count >= start + 3,
            let modifier = Int(fields[start + 2]).flatMap(NCCIRow.Modifier.init)
        else {
            throw problem(
                "the row of \(pays) and \(denies) has no dates or no modifier indicator", "the file may be cut off")
        }
        let period = NCCIRow.Period(from: try day(fields[start]), through: try day(fields[start + 1]))
        return .ptp(pays: pays, denies: denies, modifier: modifier, period)
    }

    private func mue(_ fields: [String]) throws(ImportProblem) -> NCCIRow? {
        guard let code = known(fields[0]) else { return nil }
        guard fields.count >= 2, let most = Int(fields[1]), (0...999_999).contains(most) else {
            throw problem("the row of \(code) has no number of units", "the file may be cut off")
        }
        return .mue(code, most: most)
    }

    // MARK: Cells

    private func known(_ text: String) -> Code? {
        text.utf8.count == Code.length ? codes[Self.key(Array(text.utf8)[...])] : nil
    }

    private func isCode(_ text: String) -> Bool { Code(text) != nil || text == "CCCCC" }

    /// Reads `20240701`; nil for `*` and for nothing.
    private func day(_ text: String) throws(ImportProblem) -> Day? {
        if isNoDate(text) { return nil }
        guard text.utf8.count == 8, let number = Int(text),
            let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        else { throw problem("\(text.prefix(20)) is no day", "days are written like 20240701") }
        return day
    }

    /// Reads `2024183`, the 183rd day of 2024; nil for nothing.
    private func julianDay(_ text: String) throws(ImportProblem) -> Day? {
        if isNoDate(text) { return nil }
        guard text.utf8.count == 7, let number = Int(text), let first = Day(year: number / 1_000, month: 1, day: 1),
            let day = Day(ordinal: first.ordinal + number % 1_000 - 1), day.year == first.year
        else {
            throw problem("\(text.prefix(20)) is no day", "days are written like 2024183: the year and the day in it")
        }
        return day
    }

    private func isNoDate(_ text: String) -> Bool {
        text.isEmpty || text == "*" || text.allSatisfy { $0 == "0" } || text.allSatisfy { $0 == "9" }
    }

    private func problem(_ message: String, _ mend: String) -> ImportProblem {
        ImportProblem(message, line: lineCount, mend: mend)
    }

    private static func key(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1 >= 0x61 && $1 <= 0x7A ? $1 - 0x20 : $1) }
    }

    private static func glance(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 48)
    }
}
