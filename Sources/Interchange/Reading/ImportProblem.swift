/// Why a file cannot be taken in: what is wrong, where, and how to mend it.
package struct ImportProblem: Error, Sendable, Equatable {
    /// Counted from 1; nil where it is about the whole file.
    package let line: Int?
    /// In characters, counted from 1.
    package let column: Int?
    package let message: String
    package let mend: String?

    init(_ message: String, line: Int? = nil, column: Int? = nil, mend: String? = nil) {
        self.line = line
        self.column = column
        self.message = plainLine(message)
        self.mend = mend.map(plainLine)
    }
}

extension ImportProblem: CustomStringConvertible {
    /// `12:5: what is wrong; how to mend it`
    package var description: String {
        let place = line.map { line in column.map { "\(line):\($0): " } ?? "\(line): " } ?? ""
        return place + message + (mend.map { "; \($0)" } ?? "")
    }
}

/// Something that was read otherwise than it stands, or left out.
package struct ImportNote: Sendable, Equatable, CustomStringConvertible {
    package let line: Int
    package let message: String

    package var description: String { "\(line): \(message)" }
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
