/// A spreadsheet in OpenDocument (ISO/IEC 26300, part 1, chapter 9), which LibreOffice saves as .ods.
struct OpenDocument {
    private let tables: [Element]

    init(_ archive: inout ZipReader) throws(ImportProblem) {
        if let manifest = try archive.content(of: "META-INF/manifest.xml"),
            String(decoding: manifest, as: UTF8.self).contains("encryption-data")
        {
            throw ImportProblem("the spreadsheet has a password", mend: "save it without one")
        }
        guard let body = try archive.document("content.xml")?.part("body"), let sheets = body.part("spreadsheet") else {
            throw ImportProblem("this is no spreadsheet", mend: "save it as .xlsx, .ods or .csv")
        }
        tables = sheets.parts("table")
    }

    func sheet(named name: String?) throws(ImportProblem) -> Sheet {
        let names = tables.map { plainLine($0["table:name"] ?? "") }
        let position = try position(ofSheet: name, among: names)
        var filler = Filler(sheet: Sheet(name: names[position]))
        filler.sheet.others = names.without(position)
        try filler.take(tables[position])
        for span in filler.spans {
            try filler.sheet.spread(span.column, from: span.first, through: span.last)
        }
        return filler.sheet
    }
}

/// Takes rows one after the other; those that are the same stand only once, with how often.
private struct Filler {
    var sheet: Sheet
    private(set) var spans: [(column: Int, first: Int, last: Int)] = []
    private var number = 1

    init(sheet: Sheet) { self.sheet = sheet }

    /// Rows may stand in groups, which may be folded.
    mutating func take(_ element: Element) throws(ImportProblem) {
        for part in element.children {
            switch part.localName {
            case "table-row": try takeRow(part)
            case "table-row-group", "table-header-rows", "table-rows": try take(part)
            default: break
            }
        }
    }

    private mutating func takeRow(_ element: Element) throws(ImportProblem) {
        let count = count(element["table:number-rows-repeated"], upTo: Sheet.lastRow)
        let cells = cells(of: element)
        if !cells.isEmpty {
            for position in 0..<count { try sheet.add(Sheet.Row(number: number + position, cells: cells)) }
        }
        number = min(number + count, Sheet.lastRow)
    }

    private mutating func cells(of row: Element) -> [Int: Sheet.Cell] {
        var cells: [Int: Sheet.Cell] = [:]
        var column = 0
        for element in row.children where ["table-cell", "covered-table-cell"].contains(element.localName) {
            let count = count(element["table:number-columns-repeated"], upTo: Sheet.lastColumn)
            // What lies under a cell that spans several is not seen, and not read.
            if element.localName == "table-cell", let cell = element.openDocumentCell {
                for position in column..<min(column + count, Sheet.lastColumn) { cells[position] = cell }
                let rows = self.count(element["table:number-rows-spanned"], upTo: Sheet.lastRow)
                if rows > 1 { spans.append((column, number, number + rows - 1)) }
            }
            column = min(column + count, Sheet.lastColumn)
        }
        return cells
    }

    private func count(_ text: String?, upTo most: Int) -> Int { min(max(text.flatMap { Int($0) } ?? 1, 1), most) }
}

extension Element {
    /// What a cell holds; nil where it is empty.
    fileprivate var openDocumentCell: Sheet.Cell? {
        let words = parts("p").map(\.openDocumentWords).joined(separator: "\n")
        if self["calcext:value-type"] == "error" { return .broken("the cell holds the error \(words.prefix(20))") }
        switch self["office:value-type"] {
        case "float", "percentage", "currency":
            guard let number = self["office:value"].flatMap({ decimal($0) }), number.isFinite else {
                return .broken("this is no number")
            }
            return .number(number)
        case "boolean": return .truth(self["office:boolean-value"] == "true")
        case "date": return self["office:date-value"].map { .text($0) }
        case "time":
            guard let part = self["office:time-value"].flatMap(Self.partOfDay) else {
                return .broken("this is no time of day")
            }
            return .number(part)
        case "string":
            let text = self["office:string-value"] ?? words
            return text.isEmpty ? nil : .text(text)
        default:
            if words.isEmpty {
                return self["table:formula"] == nil ? nil : .broken("the formula has no value in the file")
            }
            return .text(words)
        }
    }

    /// The words of a paragraph, with those of its parts; a note that hangs on the cell is none of them.
    private var openDocumentWords: String {
        content.reduce(into: "") { words, part in
            switch part {
            case .text(let text): words += text
            case .element(let element):
                switch element.localName {
                case "s": words += " "
                case "tab": words += "\t"
                case "line-break": words += "\n"
                case "annotation", "note": break
                default: words += element.openDocumentWords
                }
            }
        }
    }

    /// Reads `PT09H30M00S` as a part of a day.
    private static func partOfDay(_ text: String) -> Double? {
        guard let match = text.wholeMatch(of: /PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,4})(?:[.,]\d*)?S)?/) else {
            return nil
        }
        let (_, hours, minutes, seconds) = match.output
        let numbers = [hours, minutes, seconds].map { $0.flatMap { decimal($0) } ?? 0 }
        return (numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]) / 86_400
    }
}
