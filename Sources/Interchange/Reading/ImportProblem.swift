/// Why a file cannot be taken in: what is wrong, where, and how to mend it.
package struct ImportProblem: Error, Sendable, Equatable {
    /// Counted from 1; nil where it is about the whole file.
    package let line: Int?
    /// In characters, or in cells of a spreadsheet, counted from 1.
    package let column: Int?
    /// The sheet of a spreadsheet; nil in any other file.
    package let sheet: String?
    package let message: String
    package let mend: String?

    init(_ message: String, line: Int? = nil, column: Int? = nil, sheet: String? = nil, mend: String? = nil) {
        self.line = line
        self.column = column
        self.sheet = sheet
        self.message = plainLine(message)
        self.mend = mend.map(plainLine)
    }
}

extension ImportProblem: CustomStringConvertible {
    /// `12:5: what is wrong; how to mend it`
    package var description: String {
        let place = place(line: line, column: column, sheet: sheet)
        return (place.isEmpty ? "" : place + ": ") + message + (mend.map { "; \($0)" } ?? "")
    }

    /// The problem behind the name of its file, as compilers write it.
    package func description(in file: String) -> String { located("\(self)", in: file, line: line, sheet: sheet) }
}

/// Something that was read otherwise than it stands, or left out.
package struct ImportNote: Sendable, Equatable, CustomStringConvertible {
    package let line: Int
    package var sheet: String?
    package let message: String

    package var description: String { "\(place(line: line, column: nil, sheet: sheet)): \(message)" }

    /// The note behind the name of its file.
    package func description(in file: String) -> String { located("\(self)", in: file, line: line, sheet: sheet) }
}

/// A place as whoever has the file finds it: `12:5` in a text, `Visits!E12` in a spreadsheet.
func place(line: Int?, column: Int?, sheet: String?) -> String {
    guard let sheet else { return line.map { line in column.map { "\(line):\($0)" } ?? "\(line)" } ?? "" }
    let isPlain = sheet.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    let name = isPlain && !sheet.isEmpty ? sheet : "'\(plainLine(sheet).replacing("'", with: "''"))'"
    guard let line else { return "sheet \(name)" }
    return column.map { "\(name)!\(columnLetters($0 - 1))\(line)" } ?? "\(name), row \(line)"
}

/// What is said of a place, behind the name of the file.
package func located(_ words: String, in file: String, line: Int?, sheet: String?) -> String {
    "\(file):\(line == nil || sheet != nil ? " " : "")\(words)"
}

/// What came out of a file.
package struct Import: Sendable {
    package var bank = QuestionBank()
    /// The line on which each question begins, in their order.
    package var lines: [Int] = []
    package var notes: [ImportNote] = []

    mutating func add(_ question: Question, at line: Int) {
        bank.questions.append(question)
        lines.append(line)
    }

    mutating func note(_ message: String, at line: Int) {
        notes.append(ImportNote(line: line, message: plainLine(message)))
    }
}
