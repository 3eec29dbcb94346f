/// A workbook in Office Open XML (ECMA-376, part 1, chapter 18), which Excel saves as .xlsx.
struct ExcelWorkbook {
    private var sheets: [(name: String, path: String)] = []
    private var strings: [String] = []
    private var countsFrom1904 = false

    init(_ archive: inout ZipReader) throws(ImportProblem) {
        let root = try Self.relations(of: "", in: &archive).first { $0.type.hasSuffix("/officeDocument") }
        guard let path = root?.path, let book = try archive.document(path) else { throw Self.noWorkbook }
        let relations = try Self.relations(of: path, in: &archive)
        for sheet in book.part("sheets")?.parts("sheet") ?? [] {
            // Charts have a sheet of their own that holds no cells.
            let id = sheet.attributes.first { $0.name.hasSuffix(":id") }?.value
            guard let relation = relations.first(where: { $0.id == id }), relation.type.hasSuffix("/worksheet") else {
                continue
            }
            sheets.append((plainLine(sheet["name"] ?? ""), relation.path))
        }
        countsFrom1904 = ["1", "true"].contains(book.part("workbookPr")?["date1904"])
        if let shared = relations.first(where: { $0.type.hasSuffix("/sharedStrings") }) {
            strings = try archive.document(shared.path)?.parts("si").map(Self.text) ?? []
        }
    }

    func sheet(named name: String?, in archive: inout ZipReader) throws(ImportProblem) -> Sheet {
        let position = try position(ofSheet: name, among: sheets.map(\.name))
        let (name, path) = sheets[position]
        guard let document = try archive.document(path) else { throw Self.noWorkbook }
        var sheet = Sheet(name: name)
        sheet.countsFrom1904 = countsFrom1904
        sheet.others = sheets.map(\.name).without(position)
        var last = 0
        for element in document.part("sheetData")?.parts("row") ?? [] {
            last = element["r"].flatMap { Int($0) } ?? last + 1
            try sheet.add(try row(element, number: last, of: name))
        }
        for merged in document.part("mergeCells")?.parts("mergeCell") ?? [] {
            let corners = (merged["ref"] ?? "").split(separator: ":").compactMap { CellName(String($0)) }
            guard corners.count == 2 else { continue }
            try sheet.spread(corners[0].column, from: corners[0].row, through: corners[1].row)
        }
        return sheet
    }

    // MARK: Cells

    private func row(_ element: Element, number: Int, of sheet: String) throws(ImportProblem) -> Sheet.Row {
        var row = Sheet.Row(number: number)
        var column = -1
        for element in element.parts("c") {
            column += 1
            if let name = element["r"] {
                guard let position = CellName(name), position.row == number else {
                    throw ImportProblem(
                        "\(name.prefix(20)) is no cell of this row", line: number, sheet: sheet,
                        mend: "open the file in a spreadsheet program, and save it again")
                }
                column = position.column
            }
            row.cells[column] = cell(element)
        }
        return row
    }

    private func cell(_ element: Element) -> Sheet.Cell? {
        let value = element.part("v")?.text
        let isFormula = element.part("f") != nil
        switch element["t"] ?? "n" {
        case "inlineStr": return element.part("is").map { .text(Self.text($0)) }
        case "str", "d": return (value ?? "").isEmpty ? nil : .text(Self.unescaped(value ?? ""))
        case "s":
            guard let position = value.flatMap({ Int(plainLine($0)) }) else { return nil }
            guard strings.indices.contains(position) else { return .broken("the text of the cell is not in the file") }
            return .text(strings[position])
        case "b": return value.map { .truth(["1", "true"].contains(plainLine($0))) }
        case "e": return .broken("the cell holds the error \(plainLine(value ?? "").prefix(20))")
        case "n":
            guard let value, !plainLine(value).isEmpty else {
                return isFormula ? .broken("the formula has no value in the file") : nil
            }
            guard let number = Double(plainLine(value)), number.isFinite else { return .broken("this is no number") }
            return .number(number)
        case let type: return .broken("the cell is of a kind that is not known: \(type.prefix(20))")
        }
    }

    /// The words of a text, whatever parts of it look otherwise; how they are spoken, in Japanese, is left out.
    private static func text(_ element: Element) -> String {
        let runs = element.children.flatMap { part -> [Element] in
            switch part.localName {
            case "t": [part]
            case "r": part.parts("t")
            default: []
            }
        }
        return unescaped(runs.map(\.text).joined())
    }

    /// Characters that XML has no way to hold stand as `_x000D_`.
    private static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }

    // MARK: Parts

    private static let noWorkbook = ImportProblem(
        "the spreadsheet lacks a part of its own", mend: "open the file in a spreadsheet program, and save it again")

    private struct Relation {
        let id: String
        let type: String
        let path: String
    }

    /// What a part of the archive refers to; the archive itself where the path is empty.
    private static func relations(of path: String, in archive: inout ZipReader) throws(ImportProblem) -> [Relation] {
        let steps = path.split(separator: "/").map(String.init)
        let folder = steps.dropLast()
        let file = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
        let elements = try archive.document(file)?.parts("Relationship") ?? []
        return elements.map { element in
            let target = element["Target"] ?? ""
            var steps = target.hasPrefix("/") ? [] : Array(folder)
            for step in target.split(separator: "/") {
                if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
            }
            return Relation(
                id: element["Id"] ?? "", type: element["Type"] ?? "", path: steps.joined(separator: "/"))
        }
    }
}

/// The name of a cell, such as `D5`.
private struct CellName {
    /// Counted from 0.
    let column: Int
    let row: Int

    init?(_ text: String) {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
            case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard column <= Sheet.lastColumn, row <= Sheet.lastRow else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.column = column - 1
        self.row = row
    }
}
