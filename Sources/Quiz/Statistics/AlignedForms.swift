/// Forms of one length side by side, so that everybody has a response in each column: what reliability is reckoned from.
///
/// An item that everybody had is held against itself, wherever in the form it stood. What is left, drawn for each
/// candidate by the same rule, is held place against place, as items are nested in the places of randomly parallel tests
/// (Lord and Novick, "Statistical Theories of Mental Test Scores", 1968, chapter 11). Differences of difficulty between
/// what stands in one such place count as error there, so that reliability is rather too low than too high.
struct AlignedForms {
    /// A column for each item that everybody had, and then one for each place of the others.
    let matrix: ResponseMatrix
    /// How many columns are of one item.
    let common: Int

    /// Whether everybody had the same items.
    var areAlike: Bool { common == matrix.columns.count }

    /// Everybody had the items of a matrix, as far as it is complete.
    init(_ matrix: ResponseMatrix) {
        self.matrix = matrix
        common = matrix.columns.count
    }

    /// The forms of a table; nil where they are not of one length, and without any.
    init?(_ table: ResponseTable) {
        guard let first = table.rows.first, table.rows.allSatisfy({ $0.count == first.count }) else { return nil }
        let shared = table.rows.dropFirst().reduce(first.map(\.column)) { Self.shared($0, $1) }
        let columns =
            shared.map { table.columns[$0] }
            + (shared.count..<first.count).map { ResponseMatrix.Column(name: "\($0 + 1)", family: "\($0 + 1)") }
        guard let matrix = ResponseMatrix(columns: columns, rows: table.rows.map { Self.row($0, shared) }) else {
            return nil
        }
        self.matrix = matrix
        common = shared.count
    }

    /// What ascending columns have in common with those of a row, each as often as both have it.
    private static func shared(_ columns: [Int], _ cells: [ResponseTable.Cell]) -> [Int] {
        var index = 0
        return columns.filter { column in
            while index < cells.count, cells[index].column < column { index += 1 }
            guard index < cells.count, cells[index].column == column else { return false }
            index += 1
            return true
        }
    }

    /// The responses to items that everybody had, and then the others in the order of the form.
    private static func row(_ cells: [ResponseTable.Cell], _ shared: [Int]) -> [ScoredResponse?] {
        var own: [ScoredResponse?] = []
        var others: [ResponseTable.Cell] = []
        own.reserveCapacity(cells.count)
        for cell in cells {
            if own.count < shared.count, shared[own.count] == cell.column {
                own.append(cell.response)
            } else {
                others.append(cell)
            }
        }
        return own + others.sorted { $0.place < $1.place }.map(\.response)
    }
}
