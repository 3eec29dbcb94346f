/// Why a file cannot be taken in: what is wrong, where, and how to mend it.
package struct ImportProblem: Error, Sendable, Equatable {
    /// Where it stands.
    package var place: ImportPlace
    /// What is wrong, in a clause.
    package let message: String
    /// How to mend it, in a clause; nil where nothing is to be mended.
    package let mend: String?
    /// What else is wrong with the file.
    package private(set) var others: [ImportProblem] = []

    init(_ message: String, line: Int? = nil, column: Int? = nil, sheet: String? = nil, mend: String? = nil) {
        place = ImportPlace(line: line, column: column, sheet: sheet)
        self.message = sentence(message)
        self.mend = mend.map(sentence)
    }

    /// The same problem, in a document of a package.
    func within(_ document: String?) -> ImportProblem {
        var problem = self
        problem.place.document = document
        return problem
    }

    /// The same problem with those that follow it in the file, where nothing of it can be taken in.
    func before(_ others: ArraySlice<ImportProblem>) -> ImportProblem {
        var problem = self
        problem.others = Array(others)
        return problem
    }

    /// Counted from 1; nil where it is about more than a line.
    package var line: Int? { place.line }
    /// Counted from 1, in characters or in cells; nil where it is about more than a place.
    package var column: Int? { place.column }
}

extension ImportProblem: CustomStringConvertible {
    /// `12:5: what is wrong; how to mend it`
    package var description: String {
        (place.isWholeFile ? "" : "\(place): ") + message + (mend.map { "; \($0)" } ?? "")
    }

    /// The problem behind the name of its file, as compilers write it.
    package func description(in file: String) -> String { place.located("\(self)", in: file) }

    /// This problem and all that follow it, a line each.
    package func report(on file: String) -> String {
        ([self] + others).map { $0.description(in: file) }.joined(separator: "\n")
    }
}

/// Something that was read otherwise than it stands, or left out.
package struct ImportNote: Sendable, Equatable, CustomStringConvertible {
    /// Where it stands.
    package let place: ImportPlace
    /// What was read otherwise or left out, in a clause.
    package let message: String

    package init(_ message: String, at place: ImportPlace) {
        self.place = place
        self.message = sentence(message)
    }

    package var description: String { "\(place): \(message)" }

    /// The note behind the name of its file.
    package func description(in file: String) -> String { place.located("\(self)", in: file) }
}

/// What came out of a file.
package struct Import: Sendable {
    /// The questions that were taken in.
    package var bank = QuestionBank()
    /// Where each question begins, in their order.
    package var places: [ImportPlace] = []
    /// What was read otherwise than it stands.
    package var notes: [ImportNote] = []
    /// Why questions were left out whole, one for each.
    package private(set) var problems: [ImportProblem] = []

    mutating func add(_ question: Question, at line: Int, in document: String? = nil) {
        bank.questions.append(question)
        places.append(ImportPlace(line: line, document: document))
    }

    /// Leaves a question out that cannot be taken in, or is of a kind that is none here; the others go on.
    mutating func leaveOut(_ problem: ImportProblem) { problems.append(problem) }

    /// Takes in what a part of the file holds, or leaves that part out.
    mutating func attempt(_ take: (inout Import) throws(ImportProblem) -> Void) {
        do {
            try take(&self)
        } catch {
            leaveOut(error)
        }
    }

    /// All of the problems as one, where nothing is to be taken in for them; nil where there are none.
    package var refusal: ImportProblem? { problems.first?.before(problems.dropFirst()) }

    /// - Parameters:
    ///   - what: What the file should hold.
    ///   - mend: What to do where it holds none of it.
    /// - Returns: This.
    /// - Throws: `ImportProblem` where nothing was taken in.
    consuming func checked(_ what: String, mend: String) throws(ImportProblem) -> Import {
        if !bank.questions.isEmpty { return self }
        throw refusal ?? ImportProblem("there are no \(what) here", mend: mend)
    }

    mutating func note(_ message: String, at line: Int, in document: String? = nil) {
        if notes.last?.message == plainLine(message), notes.last?.place.line == line { return }
        notes.append(ImportNote(message, at: ImportPlace(line: line, document: document)))
    }
}

/// What a message says of a file, in one line and no longer than anybody reads, however long a word of the file is.
private func sentence(_ text: String) -> String {
    let limit = 600
    let line = plainLine(text)
    return line.count <= limit ? line : "\(line.prefix(limit))…"
}
