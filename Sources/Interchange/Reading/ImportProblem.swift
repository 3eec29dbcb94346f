/// Why a file cannot be taken in: what is wrong, where, and how to mend it.
package struct ImportProblem: Error, Sendable, Equatable {
    /// Where it stands.
    package var position: ImportPosition
    /// What is wrong, in a clause.
    package let message: String
    /// How to mend it, in a clause; nil where nothing is to be mended.
    package let mend: String?
    /// What else is wrong with the file.
    package private(set) var others: [ImportProblem] = []

    init(_ message: String, line: Int? = nil, column: Int? = nil, sheet: String? = nil, mend: String? = nil) {
        self.init(message, at: ImportPosition(line: line, column: column, sheet: sheet), mend: mend)
    }

    init(_ message: String, at position: ImportPosition, mend: String? = nil) {
        self.position = position
        self.message = sentence(message)
        self.mend = mend.map(sentence)
    }

    /// The same problem, in a document of a package.
    func within(_ document: String?) -> ImportProblem {
        var problem = self
        problem.position = position.within(document)
        return problem
    }

    /// The same problem with those that follow it in the file, where nothing of it can be taken in.
    func before(_ others: ArraySlice<ImportProblem>) -> ImportProblem {
        var problem = self
        problem.others = Array(others)
        return problem
    }

    /// Counted from 1; nil where it is about more than a line.
    package var line: Int? { position.line }
    /// Counted from 1, in characters or in cells; nil where it is about more than a position.
    package var column: Int? { position.column }
}

extension ImportProblem: CustomStringConvertible {
    /// `12:5: what is wrong; how to mend it`
    package var description: String {
        (position.isWholeFile ? "" : "\(position): ") + message + (mend.map { "; \($0)" } ?? "")
    }

    /// The problem behind the name of its file, as compilers write it.
    package func description(in file: String) -> String { position.located("\(self)", in: file) }

    /// This problem and all that follow it, a line for each kind.
    package func report(on file: String) -> String { Self.report([self] + others, on: file).joined(separator: "\n") }

    /// Problems, a line for each kind of them, which says where else it stands.
    package static func report(_ problems: [ImportProblem], on file: String) -> [String] {
        told(problems, alike: { $0.message + "\n" + ($0.mend ?? "") }, at: \.position, as: { $0.description(in: file) })
    }
}

/// Something that was read otherwise than it stands, or left out.
package struct ImportNote: Sendable, Equatable, CustomStringConvertible {
    /// Where it stands.
    package let position: ImportPosition
    /// What was read otherwise or left out, in a clause.
    package let message: String

    package init(_ message: String, at position: ImportPosition) {
        self.position = position
        self.message = sentence(message)
    }

    package var description: String { (position.isWholeFile ? "" : "\(position): ") + message }

    /// Notes, a line for each kind of them behind the name of their file, which says where else it stands.
    package static func report(_ notes: [ImportNote], on file: String) -> [String] {
        told(notes, alike: \.message, at: \.position) { $0.position.located("\($0)", in: file) }
    }
}

/// What is told of a file, a line for each kind: most questions of a file have in common what is wrong with one.
private func told<Word>(
    _ words: [Word], alike kind: (Word) -> String, at position: (Word) -> ImportPosition, as line: (Word) -> String
) -> [String] {
    var kinds: [String] = []
    var groups: [String: [Word]] = [:]
    for word in words {
        let kind = kind(word)
        if groups[kind] == nil { kinds.append(kind) }
        groups[kind, default: []].append(word)
    }
    return kinds.compactMap { kind in
        guard let group = groups[kind], let first = group.first else { return nil }
        return line(first) + sameElsewhere(group.dropFirst().map(position))
    }
}

/// As it follows what is told of the first position.
private func sameElsewhere(_ positions: [ImportPosition]) -> String {
    let limit = 10
    guard !positions.isEmpty else { return "" }
    let shown = positions.prefix(limit).map { "\($0)" }
    let more = positions.count > limit ? ["\(positions.count - limit) more"] : []
    return "; the same at " + (shown + more).joined(separator: ", ")
}

/// What came out of a file.
package struct Import: Sendable {
    /// The questions that were taken in.
    package var bank = QuestionBank()
    /// Where each question begins, in their order.
    package var positions: [ImportPosition] = []
    /// What was read otherwise than it stands.
    package var notes: [ImportNote] = []
    /// Why questions were left out whole, one for each.
    package private(set) var problems: [ImportProblem] = []

    mutating func add(_ question: Question, at line: Int) { add(question, at: ImportPosition(line: line)) }

    mutating func add(_ question: Question, at position: ImportPosition, in document: String? = nil) {
        bank.questions.append(question)
        positions.append(position.within(document))
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

    mutating func note(_ message: String, at line: Int) { note(message, at: ImportPosition(line: line)) }

    mutating func note(_ message: String, at position: ImportPosition, in document: String? = nil) {
        let note = ImportNote(message, at: position.within(document))
        if notes.last != note { notes.append(note) }
    }
}

/// What a message says of a file, in one line and no longer than anybody reads, however long a word of the file is.
private func sentence(_ text: String) -> String {
    let limit = 600
    let line = plainLine(text)
    return line.count <= limit ? line : "\(line.prefix(limit))…"
}
