/// Rows of texts, one under another, as a sheet of a workbook is to hold them.
package struct SheetRows: Sendable {
    /// Its name, as it stands on the sheet's tab.
    package var name: String
    /// The first names the columns.
    package var rows: [[String]]
    /// How wide each column is, in characters.
    package var widths: [Int]

    /// A sheet.
    ///
    /// - Parameters:
    ///   - name: At most 31 characters, none of `[]:*?/\`.
    ///   - rows: The first names the columns; it stays in sight.
    ///   - widths: How wide each column is, in characters.
    package init(_ name: String, _ rows: [[String]], widths: [Int]) {
        self.name = name
        self.rows = rows
        self.widths = widths
    }
}

/// A workbook in Office Open XML (ECMA-376, part 1, chapter 18), with texts only: nothing in it is a formula, whatever a
/// cell says.
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
        links.enumerated().map { place, link in
            Element(
                "Relationship",
                [("Id", "rId\(place + 1)"), ("Type", "\(relationships)/\(link.type)"), ("Target", link.target)])
        })
}

private func workbook(_ sheets: [SheetRows]) -> Element {
    let list = sheets.enumerated().map { place, sheet in
        Element("sheet", [("name", sheet.name), ("sheetId", "\(place + 1)"), ("r:id", "rId\(place + 1)")])
    }
    return Element("workbook", [("xmlns", main), ("xmlns:r", relationships)], [Element("sheets", [], list)])
}

/// Two looks: plain words that break at the edge of their column, and the same in bold for the names of the columns.
private let styles = Element(
    "styleSheet", [("xmlns", main)],
    [
        Element("fonts", [("count", "2")], [Element("font"), Element("font", [], [Element("b")])]),
        Element(
            "fills", [("count", "2")],
            ["none", "gray125"].map { Element("fill", [], [Element("patternFill", [("patternType", $0)])]) }),
        Element("borders", [("count", "1")], [Element("border")]),
        Element(
            "cellStyleXfs", [("count", "1")],
            [Element("xf", [("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")])]),
        Element("cellXfs", [("count", "2")], ["0", "1"].map(look)),
    ])

private func look(font: String) -> Element {
    Element(
        "xf",
        [
            ("numFmtId", "49"), ("fontId", font), ("fillId", "0"), ("borderId", "0"), ("xfId", "0"),
            ("applyNumberFormat", "1"), ("applyFont", "1"), ("applyAlignment", "1"),
        ], [Element("alignment", [("vertical", "top"), ("wrapText", "1")])])
}

private func worksheet(_ sheet: SheetRows) -> Element {
    let pane = Element(
        "pane", [("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")])
    let view = Element("sheetView", [("workbookViewId", "0")], [pane])
    let columns = sheet.widths.enumerated().map { place, width in
        Element("col", [("min", "\(place + 1)"), ("max", "\(place + 1)"), ("width", "\(width)"), ("customWidth", "1")])
    }
    let rows = sheet.rows.enumerated().map { place, cells in
        Element(
            "row", [("r", "\(place + 1)")],
            cells.enumerated().filter { !$1.isEmpty }.map { column, text in
                cell(text, named: "\(columnLetters(column))\(place + 1)", isHead: place == 0)
            })
    }
    return Element(
        "worksheet", [("xmlns", main)],
        [Element("sheetViews", [], [view])] + (columns.isEmpty ? [] : [Element("cols", [], columns)])
            + [Element("sheetData", [], rows)])
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
