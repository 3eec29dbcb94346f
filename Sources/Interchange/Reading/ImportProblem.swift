/// Why a file cannot be taken in: what is wrong, where, and how to mend it.
package struct ImportProblem: Error, Sendable, Equatable {
    package var place: ImportPlace
    package let message: String
    package let mend: String?

    init(_ message: String, line: Int? = nil, column: Int? = nil, sheet: String? = nil, mend: String? = nil) {
        place = ImportPlace(line: line, column: column, sheet: sheet)
        self.message = plainLine(message)
        self.mend = mend.map(plainLine)
    }

    /// The same problem, in a document of a package.
    func within(_ document: String?) -> ImportProblem {
        var problem = self
        problem.place.document = document
        return problem
    }

    package var line: Int? { place.line }
    package var column: Int? { place.column }
}

extension ImportProblem: CustomStringConvertible {
    /// `12:5: what is wrong; how to mend it`
    package var description: String {
        (place.isWholeFile ? "" : "\(place): ") + message + (mend.map { "; \($0)" } ?? "")
    }

    /// The problem behind the name of its file, as compilers write it.
    package func description(in file: String) -> String { place.located("\(self)", in: file) }
}

/// Something that was read otherwise than it stands, or left out.
package struct ImportNote: Sendable, Equatable, CustomStringConvertible {
    package let place: ImportPlace
    package let message: String

    package init(_ message: String, at place: ImportPlace) {
        self.place = place
        self.message = plainLine(message)
    }

    package var description: String { "\(place): \(message)" }

    /// The note behind the name of its file.
    package func description(in file: String) -> String { place.located("\(self)", in: file) }
}

/// What came out of a file.
package struct Import: Sendable {
    package var bank = QuestionBank()
    /// Where each question begins, in their order.
    package var places: [ImportPlace] = []
    package var notes: [ImportNote] = []

    mutating func add(_ question: Question, at line: Int, in document: String? = nil) {
        bank.questions.append(question)
        places.append(ImportPlace(line: line, document: document))
    }

    mutating func note(_ message: String, at line: Int, in document: String? = nil) {
        notes.append(ImportNote(message, at: ImportPlace(line: line, document: document)))
    }
}
