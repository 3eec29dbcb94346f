/// Where something stands in a file that is taken in.
package struct ImportPosition: Sendable, Equatable {
    /// Counted from 1; nil where it is about the whole file.
    package var line: Int?
    /// In characters, or in cells of a spreadsheet, counted from 1.
    package var column: Int?
    /// The sheet of a spreadsheet; nil in any other file.
    package var sheet: String?
    /// The document of a package; nil in any other file.
    package var document: String?

    /// The same position, in a document of a package where one is named.
    func within(_ document: String?) -> ImportPosition {
        guard let document else { return self }
        var position = self
        position.document = document
        return position
    }

    var isWholeFile: Bool { self == ImportPosition() }

    /// What is said of this position, behind the name of the file: only where the file is one text, a number can follow
    /// its name directly.
    package func located(_ words: String, in file: String) -> String {
        let isOfText = line != nil && sheet == nil && document == nil
        return "\(file):\(isOfText ? "" : " ")\(words)"
    }
}

extension ImportPosition: CustomStringConvertible {
    /// As whoever has the file finds it: `12:5` in a text, `Visits!E12` in a spreadsheet, `items/one.xml:12:5` in a
    /// package.
    package var description: String {
        if let sheet { return Self.inSheet(sheet, line: line, column: column) }
        let numbers = [line, column].compactMap { $0.map(String.init) }
        return ([document].compactMap { $0.map(plainLine) } + numbers).joined(separator: ":")
    }

    private static func inSheet(_ sheet: String, line: Int?, column: Int?) -> String {
        let isPlain = sheet.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        let name = isPlain && !sheet.isEmpty ? sheet : "'\(plainLine(sheet).replacing("'", with: "''"))'"
        guard let line else { return "sheet \(name)" }
        return column.map { "\(name)!\(columnLetters($0 - 1))\(line)" } ?? "\(name), row \(line)"
    }
}
