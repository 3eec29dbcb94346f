/// A sheet of a spreadsheet, with the cells that hold something.
struct Sheet: Sendable {
    /// What a cell holds: of a formula, what it came to when the file was saved.
    enum Cell: Sendable, Equatable {
        case text(String)
        case number(Double)
        case truth(Bool)
        /// Nothing that can be read, and why.
        case broken(String)
    }

    struct Row: Sendable {
        /// Its number, as the spreadsheet counts it, from 1.
        let number: Int
        /// By their columns, counted from 0.
        var cells: [Int: Cell] = [:]
    }

    let name: String
    /// The names of the spreadsheet's other sheets.
    var others: [String] = []
    /// From top to bottom; rows that hold nothing may be missing.
    private(set) var rows: [Row] = []
    /// Whether days are counted from 1904 on, as old spreadsheets on Macintoshes do.
    var countsFrom1904 = false
    /// Rows that merged cells spanned so far.
    private var spreadCells = 0

    static let rowLimit = 20_000
    /// The most rows that merged cells may span over all of them.
    static let spreadLimit = rowLimit * 20
    /// No spreadsheet program has more.
    static let lastRow = 1_048_576
    static let lastColumn = 16_384

    init(name: String) { self.name = name }

    /// Adds a row below those that are there.
    ///
    /// - Throws: `ImportProblem` where it stands above one of them, or the sheet has more rows than are taken in.
    mutating func add(_ row: Row) throws(ImportProblem) {
        guard row.number > rows.last?.number ?? 0, row.number <= Self.lastRow else {
            throw ImportProblem(
                "row \(row.number) is out of its order", sheet: name, mend: "save the spreadsheet again")
        }
        guard !row.cells.isEmpty else { return }
        guard rows.count < Self.rowLimit else {
            throw ImportProblem(
                "the sheet has more than \(Self.rowLimit) rows", line: row.number, sheet: name,
                mend: "cut it into several")
        }
        if let column = row.cells.keys.max(), column >= CSVText.cellLimit {
            throw ImportProblem(
                "the row has more than \(CSVText.cellLimit) cells", line: row.number, column: column + 1, sheet: name,
                mend: "is this a table of visits?")
        }
        rows.append(row)
    }

    /// Lets a cell that spans several rows count for each of them, as it looks to whoever reads the sheet.
    ///
    /// - Throws: `ImportProblem` where more cells were merged than a sheet of so many rows can have.
    mutating func spread(_ column: Int, from first: Int, through last: Int) throws(ImportProblem) {
        guard let start = index(ofRow: first), let cell = rows[start].cells[column] else { return }
        for index in rows.indices.dropFirst(start + 1) {
            guard rows[index].number <= last else { break }
            spreadCells += 1
            guard spreadCells <= Self.spreadLimit else {
                throw ImportProblem(
                    "the merged cells of the sheet span more than \(Self.spreadLimit) rows", line: first,
                    column: column + 1, sheet: name, mend: "unmerge what spans many rows")
            }
            if rows[index].cells[column] == nil { rows[index].cells[column] = cell }
        }
    }

    /// Where a row stands; nil where the sheet lacks it.
    private func index(ofRow number: Int) -> Int? {
        var range = rows.indices
        while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
            if rows[middle].number == number { return middle }
            range = rows[middle].number < number ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}

/// The letters of a column, counted from 0: `A`, `B`, and `AA` after `Z`.
func columnLetters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    repeat {
        letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
        rest = rest / 26 - 1
    } while rest >= 0
    return letters
}
