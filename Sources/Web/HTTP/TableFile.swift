import Interchange
import Markup
import Team

/// A table that is a file, or one sheet of it.
struct TableSheet {
    /// What people call it.
    let title: String
    /// The names of the columns, and the rows.
    let cells: [[String]]
    /// The names of the columns that hold numbers, and days.
    let numbers, days: Set<String>

    init(_ title: String, _ cells: [[String]], numbers: Set<String> = [], days: Set<String> = []) {
        self.title = title
        self.cells = cells
        self.numbers = numbers
        self.days = days
    }
}

extension WebAnswer {
    /// A table to be kept, as its name's ending says: CSV, in which no cell runs as a formula, or a workbook.
    ///
    /// - Parameters:
    ///   - sheet: With all cells.
    ///   - name: Of the file.
    /// - Returns: What the browser gets.
    /// - Throws: `TeamError` of kind `notFound` where it ends otherwise.
    static func table(_ sheet: TableSheet, _ name: String) throws(TeamError) -> WebAnswer {
        if name.hasSuffix(".csv") {
            return .download(Array(csvText(sheet.cells).utf8), name, "text/csv; charset=utf-8")
        }
        guard name.hasSuffix(".xlsx") else { throw TeamError(.notFound, "there is no such file") }
        return .workbook([sheet], name)
    }

    /// A workbook to be kept.
    ///
    /// - Parameters:
    ///   - sheets: In order.
    ///   - name: Of the file.
    /// - Returns: What the browser gets.
    static func workbook(_ sheets: [TableSheet], _ name: String) -> WebAnswer {
        let sheets = sheets.map { sheet in
            SheetRows(
                sheet.title, sheet.cells, numbers: sheet.numbers, days: sheet.days,
                widths: sheet.cells.first?.map { _ in 14 } ?? [])
        }
        return .download(
            excelWorkbook(sheets), name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }
}
