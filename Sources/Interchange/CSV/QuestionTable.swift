import Markup

/// The columns of a table of questions. Cells that hold several things have one on each line.
private enum Column: String, CaseIterable {
    case id, title, kind, stem, replies, right, feedback, explanation, sources, tags
}

extension QuestionBank {
    /// The questions as a table that a spreadsheet opens: a row each, under a row of names.
    ///
    /// `right` has the numbers of the replies that are right; `feedback` a line for each reply.
    package var csv: Export {
        let rows = questions.map { question in Column.allCases.map { question.cell($0) } }
        let isNamed = !(name + title + notices.joined()).isEmpty
        let losses = isNamed ? Loss.of(questions, "name and notices of the pack") { _ in true } : []
        return Export(csvText([Column.allCases.map(\.rawValue)] + rows, ending: "\n"), losses: losses)
    }
}

extension Question {
    fileprivate func cell(_ column: Column) -> String {
        switch column {
        case .id: id
        case .title: title
        case .kind: kind.rawValue
        case .stem: stem.joined(separator: "\n")
        case .replies: replies.map(\.text).joined(separator: "\n")
        case .right: replies.indices.filter { replies[$0].isRight }.map { "\($0 + 1)" }.joined(separator: " ")
        case .feedback: replies.contains { !$0.feedback.isEmpty } ? replies.map(\.feedback).joined(separator: "\n") : ""
        case .explanation: explanation.joined(separator: "\n")
        case .sources: sources.joined(separator: "\n")
        case .tags: tags.joined(separator: "\n")
        }
    }
}

/// Reads a table of questions. Of the columns only `stem`, `replies` and `right` are needed, in any order.
///
/// - Parameters:
///   - file: Cells parted by commas, semicolons or tabs, in UTF-8, or a spreadsheet (.xlsx or .ods).
///   - sheet: The sheet of a spreadsheet; the first one where none is named.
/// - Returns: The questions with the lines on which they begin, and why others are left out.
/// - Throws: `ImportProblem` where it is no such table, or nothing in it can be taken in.
package func readQuestionTable(_ file: [UInt8], sheet: String? = nil) throws(ImportProblem) -> Import {
    let table = try NamedTable(
        file, known: Column.allCases.map(\.rawValue), needed: ["stem", "replies", "right"], sheet: sheet)
    var result = Import()
    for name in table.unknown { result.note("the column \(name) is not read", at: table.headLine) }
    for problem in table.problems { result.leaveOut(problem) }
    for row in table.rows {
        result.attempt { result throws(ImportProblem) in result.add(try row.question(), at: row.line) }
    }
    return try result.checked("questions", mend: "write one in each row below the names of the columns")
}

extension NamedTable.Row {
    private func lines(_ column: Column) -> [String] {
        self[column.rawValue].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private func filled(_ column: Column) -> [String] { lines(column).map(plainLine).filter { !$0.isEmpty } }

    fileprivate func question() throws(ImportProblem) -> Question {
        let texts = filled(.replies)
        let feedback = lines(.feedback)
        let right = Set(try numbers(upTo: texts.count))
        let replies = texts.enumerated().map { place, text in
            Question.Reply(
                text, isRight: right.contains(place + 1), feedback: place < feedback.count ? feedback[place] : "")
        }
        guard feedback.count <= max(texts.count, 1) else {
            throw problem(
                "there is more feedback than there are replies", in: "feedback", "write a line for each reply")
        }
        let question = Question(
            id: self["id"], title: self["title"], stem: filled(.stem), kind: try kind(), replies: replies,
            explanation: filled(.explanation), sources: filled(.sources), tags: filled(.tags))
        guard !question.stem.isEmpty else { throw problem("the question has no words", in: "stem", "write them") }
        return question
    }

    private func kind() throws(ImportProblem) -> Question.Kind {
        let text = self["kind"].lowercased()
        if text.isEmpty { return .choice }
        guard let kind = Question.Kind(rawValue: text) else {
            throw problem("\(text.prefix(20)) is no kind of question", in: "kind", "write choice or short")
        }
        return kind
    }

    private func numbers(upTo count: Int) throws(ImportProblem) -> [Int] {
        let words = self["right"].split { " ,;\n".contains($0) }
        let numbers = words.compactMap { Int($0) }.filter { (1...max(count, 1)).contains($0) }
        guard count > 0, !numbers.isEmpty, numbers.count == words.count else {
            throw problem(
                "no reply is right", in: "right",
                count > 0 ? "write the numbers of the right ones, 1 to \(count)" : "write the replies, one a line")
        }
        return numbers
    }
}
