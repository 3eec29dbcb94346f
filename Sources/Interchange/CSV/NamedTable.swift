import Content

/// A table whose first row names its columns, in a text or in a sheet of a spreadsheet.
struct NamedTable {
    struct Row {
        let line: Int
        let sheet: String?
        fileprivate let cells: [String]
        fileprivate let positions: [String: Int]

        /// The cell of a column; empty where the row or the table lacks it.
        subscript(column: String) -> String {
            guard let position = positions[column], position < cells.count else { return "" }
            return cells[position]
        }

        func problem(_ message: String, in column: String, _ mend: String) -> ImportProblem {
            let position = sheet == nil ? nil : positions[column].map { $0 + 1 }
            return ImportProblem("column \(column): \(message)", line: line, column: position, sheet: sheet, mend: mend)
        }
    }

    private(set) var rows: [Row] = []
    /// Columns that nobody here knows.
    private(set) var unknown: [String] = []
    /// Cells that cannot be read; their rows are left out.
    private(set) var problems: [ImportProblem] = []
    /// Where the columns are named.
    private(set) var headLine = 1
    let sheet: String?
    /// The names of the spreadsheet's other sheets, which are not read.
    private(set) var otherSheets: [String] = []
    private var positions: [String: Int] = [:]

    /// - Parameters:
    ///   - file: Cells parted by commas, semicolons or tabs, in UTF-8, or a spreadsheet.
    ///   - known: The columns that the table may have.
    ///   - needed: Those of them that it must have.
    ///   - kinds: What columns hold that do not hold words.
    ///   - name: The sheet of a spreadsheet; the first one where none is named.
    /// - Throws: `ImportProblem` where it is no table, or a column that is needed is missing or there twice.
    init(
        _ file: [UInt8], known: [String], needed: [String], kinds: [String: ColumnKind] = [:], sheet name: String? = nil
    ) throws(ImportProblem) {
        guard try isSpreadsheet(file) else {
            sheet = nil
            let table = try CSVText(file).rows
            try takeHead(table.first.map { ($0.line, $0.cells) }, known, needed)
            for row in table.dropFirst() { take(row.cells, at: row.line) }
            return
        }
        let found = try readSheet(file, named: name)
        sheet = found.name
        otherSheets = found.others
        try takeHead(found.rows.first.map { ($0.number, found.texts($0, kinds: [:]).texts) }, known, needed)
        let positions = Dictionary(uniqueKeysWithValues: positions.map { ($1, kinds[$0] ?? .words) })
        for row in found.rows.dropFirst() {
            let (texts, broken) = found.texts(row, kinds: positions)
            for (column, why) in broken where positions[column] != nil {
                problems.append(
                    ImportProblem(
                        why, line: row.number, column: column + 1, sheet: found.name,
                        mend: "type the value, or save the file in a spreadsheet program"))
            }
            if broken.isEmpty { take(texts, at: row.number) }
        }
    }

    private mutating func takeHead(
        _ head: (line: Int, cells: [String])?, _ known: [String], _ needed: [String]
    ) throws(ImportProblem) {
        guard let head else {
            throw ImportProblem(
                "the table is empty", sheet: sheet,
                mend: "its first row names the columns: \(known.joined(separator: ", "))\(orOtherSheet)")
        }
        headLine = head.line
        let names = head.cells.map { plainLine($0).lowercased() }
        for name in needed where !names.contains(name) {
            throw ImportProblem(
                "no column is named \(name)", line: head.line, sheet: sheet,
                mend: "name the columns in the first row: \(known.joined(separator: ", "))\(orOtherSheet)")
        }
        for (position, name) in names.enumerated() where known.contains(name) {
            guard positions.updateValue(position, forKey: name) == nil else {
                throw ImportProblem(
                    "two columns are named \(name)", line: head.line, sheet: sheet, mend: "keep one of them")
            }
        }
        unknown = names.filter { !known.contains($0) && !$0.isEmpty }
    }

    private var orOtherSheet: String {
        otherSheets.isEmpty ? "" : "; or say --sheet: there are also \(otherSheets.prefix(10).joined(separator: ", "))"
    }

    private mutating func take(_ cells: [String], at line: Int) {
        guard cells.contains(where: { !$0.isEmpty }) else { return }
        rows.append(Row(line: line, sheet: sheet, cells: cells, positions: positions))
    }
}

extension Sheet {
    /// The cells of a row as texts, from the first column on, and why some are broken.
    fileprivate func texts(_ row: Row, kinds: [Int: ColumnKind]) -> (texts: [String], broken: [(Int, String)]) {
        var texts = [String](repeating: "", count: (row.cells.keys.max() ?? -1) + 1)
        var broken: [(Int, String)] = []
        for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
            if case .broken(let why) = cell { broken.append((column, why)) }
            texts[column] = text(cell, as: kinds[column] ?? .words) ?? ""
        }
        return (texts, broken)
    }
}
