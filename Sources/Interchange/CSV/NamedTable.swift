/// A table whose first row names its columns.
struct NamedTable {
    struct Row {
        let line: Int
        fileprivate let cells: [String]
        fileprivate let places: [String: Int]

        /// The cell of a column; empty where the row or the table lacks it.
        subscript(column: String) -> String {
            guard let place = places[column], place < cells.count else { return "" }
            return cells[place]
        }

        func problem(_ message: String, in column: String, _ mend: String) -> ImportProblem {
            ImportProblem("column \(column): \(message)", line: line, mend: mend)
        }
    }

    let rows: [Row]
    /// Columns that nobody here knows.
    let unknown: [String]

    /// - Throws: `ImportProblem` where it is no table, or a column that is needed is missing or there twice.
    init(_ file: [UInt8], known: [String], needed: [String]) throws(ImportProblem) {
        let table = try CSVText(file).rows
        guard let head = table.first else {
            throw ImportProblem(
                "the table is empty", mend: "its first row names the columns: \(known.joined(separator: ", "))")
        }
        let names = head.cells.map { plainLine($0).lowercased() }
        for name in needed where !names.contains(name) {
            throw ImportProblem(
                "no column is named \(name)", line: head.line,
                mend: "name the columns in the first row: \(known.joined(separator: ", "))")
        }
        var places: [String: Int] = [:]
        for (place, name) in names.enumerated() where known.contains(name) {
            guard places.updateValue(place, forKey: name) == nil else {
                throw ImportProblem("two columns are named \(name)", line: head.line, mend: "keep one of them")
            }
        }
        unknown = names.filter { !known.contains($0) && !$0.isEmpty }
        rows = table.dropFirst().filter { $0.cells.contains { !$0.isEmpty } }.map {
            Row(line: $0.line, cells: $0.cells, places: places)
        }
    }
}
