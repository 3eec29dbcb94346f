import Scoring

/// Rows of texts, one under another, as a sheet of a workbook is to hold them.
package struct SheetRows: Sendable {
    /// Its name, as it stands on the sheet's tab.
    package var name: String
    /// The first names the columns.
    package var rows: [[String]]
    /// The columns that hold numbers, and days written as 2026-03-02; a cell that holds another thing is one of words.
    package var numbers, days: Set<String>
    /// How wide each column is, in characters.
    package var widths: [Int]

    /// A sheet.
    ///
    /// - Parameters:
    ///   - name: At most 31 characters, none of `[]:*?/\`.
    ///   - rows: The first names the columns; it stays in sight.
    ///   - numbers: The names of the columns that hold numbers.
    ///   - days: The names of the columns that hold days.
    ///   - widths: How wide each column is, in characters.
    package init(
        _ name: String, _ rows: [[String]], numbers: Set<String> = [], days: Set<String> = [], widths: [Int]
    ) {
        self.name = name
        self.numbers = numbers
        self.days = days
        self.rows = rows
        self.widths = widths
    }
}

/// A workbook in Office Open XML (ECMA-376, part 1, chapter 18), of texts and, in columns that say so, of numbers and
/// days: nothing in it is a formula, whatever a cell says.
///
/// - Parameter sheets: With their rows.
/// - Returns: The file; equal sheets make equal bytes.
package func excelWorkbook(_ sheets: [SheetRows]) -> [UInt8] {
    var archive = ZipArchive()
    for (path, part) in parts(of: sheets) { archive.add(path, Array(part.document.utf8)) }
    return archive.finish()
}

/// The most characters that Excel lets a cell have.
package let excelCellLimit = 32_767

private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let packaged = "http://schemas.openxmlformats.org/package/2006"
private let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

private func parts(of sheets: [SheetRows]) -> [(String, Element)] {
    let paths = sheets.indices.map { "worksheets/sheet\($0 + 1).xml" }
    let types =
        [
            Element(
                "Default",
                [("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")]),
            Element("Default", [("Extension", "xml"), ("ContentType", "application/xml")]),
            override("workbook.xml", "sheet.main"), override("styles.xml", "styles"),
        ] + paths.map { override($0, "worksheet") }
    let links = paths.map { ("worksheet", $0) } + [("styles", "styles.xml")]
    return [
        ("[Content_Types].xml", Element("Types", [("xmlns", "\(packaged)/content-types")], types)),
        ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", workbook(sheets)), ("xl/_rels/workbook.xml.rels", relations(links)),
        ("xl/styles.xml", styles),
    ] + zip(paths, sheets).map { ("xl/\($0)", worksheet($1)) }
}

private func override(_ path: String, _ type: String) -> Element {
    Element("Override", [("PartName", "/xl/\(path)"), ("ContentType", "\(kind).\(type)+xml")])
}

private func relations(_ links: [(type: String, target: String)]) -> Element {
    Element(
        "Relationships", [("xmlns", "\(packaged)/relationships")],
        links.enumerated().map { position, link in
            Element(
                "Relationship",
                [("Id", "rId\(position + 1)"), ("Type", "\(relationships)/\(link.type)"), ("Target", link.target)])
        })
}

private func workbook(_ sheets: [SheetRows]) -> Element {
    let list = sheets.enumerated().map { position, sheet in
        Element("sheet", [("name", sheet.name), ("sheetId", "\(position + 1)"), ("r:id", "rId\(position + 1)")])
    }
    return Element("workbook", [("xmlns", main), ("xmlns:r", relationships)], [Element("sheets", [], list)])
}

/// Four looks: plain words that break at the edge of their column, the same in bold for the names of the columns, numbers,
/// and days.
private let styles = Element(
    "styleSheet", [("xmlns", main)],
    [
        Element(
            "numFmts", [("count", "1")],
            [Element("numFmt", [("numFmtId", dayFormat), ("formatCode", "yyyy-mm-dd")])]),
        Element("fonts", [("count", "2")], [Element("font"), Element("font", [], [Element("b")])]),
        Element(
            "fills", [("count", "2")],
            ["none", "gray125"].map { Element("fill", [], [Element("patternFill", [("patternType", $0)])]) }),
        Element("borders", [("count", "1")], [Element("border")]),
        Element(
            "cellStyleXfs", [("count", "1")],
            [Element("xf", [("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")])]),
        Element("cellXfs", [("count", "4")], [look("49"), look("49", font: "1"), look("0"), look(dayFormat)]),
    ])

/// A format of the workbook's own, so that a day reads the same in every country.
private let dayFormat = "164"

private func look(_ format: String, font: String = "0") -> Element {
    Element(
        "xf",
        [
            ("numFmtId", format), ("fontId", font), ("fillId", "0"), ("borderId", "0"), ("xfId", "0"),
            ("applyNumberFormat", "1"), ("applyFont", "1"), ("applyAlignment", "1"),
        ], [Element("alignment", [("vertical", "top"), ("wrapText", "1")])])
}

private func worksheet(_ sheet: SheetRows) -> Element {
    let pane = Element(
        "pane", [("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")])
    let view = Element("sheetView", [("workbookViewId", "0")], [pane])
    let columns = sheet.widths.enumerated().map { position, width in
        Element(
            "col",
            [("min", "\(position + 1)"), ("max", "\(position + 1)"), ("width", "\(width)"), ("customWidth", "1")])
    }
    let names = sheet.rows.first ?? []
    let rows = sheet.rows.enumerated().map { position, cells in
        Element(
            "row", [("r", "\(position + 1)")],
            cells.enumerated().filter { !$1.isEmpty }.map { column, text in
                let name = "\(columnLetters(column))\(position + 1)"
                let value =
                    position > 0 && column < names.count ? sheet.value(text, in: names[column], named: name) : nil
                return value ?? cell(text, named: name, isHead: position == 0)
            })
    }
    return Element(
        "worksheet", [("xmlns", main)],
        [Element("sheetViews", [], [view])] + (columns.isEmpty ? [] : [Element("cols", [], columns)])
            + [Element("sheetData", [], rows)])
}

extension SheetRows {
    /// A number or a day; nil where the column holds neither, or the text is none.
    fileprivate func value(_ text: String, in column: String, named name: String) -> Element? {
        if numbers.contains(column), text.wholeMatch(of: /-?[0-9]{1,15}(\.[0-9]{1,9})?/) != nil {
            return Element("c", [("r", name), ("s", "2")], [Element("v", text: text)])
        }
        guard days.contains(column), let number = Day(text).map(numberInSheets) else { return nil }
        return Element("c", [("r", name), ("s", "3")], [Element("v", text: "\(number)")])
    }
}

private func cell(_ text: String, named name: String, isHead: Bool) -> Element {
    let words = Element("t", [("xml:space", "preserve")], text: text.prefix(excelCellLimit).escapedForExcel)
    return Element("c", [("r", name), ("s", isHead ? "1" : "0"), ("t", "inlineStr")], [Element("is", [], [words])])
}

extension StringProtocol {
    /// What looks like a character written by its number, `_x0041_`, is made to look like none.
    fileprivate var escapedForExcel: String {
        let text = String(self)
        return text.contains("_x") ? text.replacing(/_x([0-9A-Fa-f]{4})_/) { "_x005F_x\($0.output.1)_" } : text
    }
}
