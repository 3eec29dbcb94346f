import Markup

/// The columns of a table of questions. Cells that hold several things have one on each line.
private enum Column: String, CaseIterable {
    case id, title, kind, stem, replies, right, credit, feedback, explanation, sources, tags

    /// In characters, for a sheet.
    var width: Int {
        switch self {
        case .kind, .right, .credit: 9
        case .id, .title, .tags: 20
        case .stem, .replies, .feedback, .explanation, .sources: 50
        }
    }
}

extension QuestionBank {
    /// The questions as a table that a spreadsheet opens: a row each, under a row of names.
    ///
    /// `right` has the numbers of the replies that are right; `credit` a line for each reply where one is worth a part,
    /// and `feedback` one where something is said.
    package var csv: Export {
        let isNamed = !(name + title + notices.joined()).isEmpty
        let losses = isNamed ? Loss.of(questions, "name and notices of the pack") { _ in true } : []
        return Export(csvText(rows(of: questions), ending: "\n"), losses: losses)
    }

    /// The same table as a workbook, with a second sheet for the name and the notices.
    package var xlsx: Export {
        let fitting = questions.filter { question in
            Column.allCases.allSatisfy { question.cell($0).utf16.count <= excelCellLimit }
        }
        let table = SheetRows("Questions", rows(of: fitting), widths: Column.allCases.map(\.width))
        let about = SheetRows(aboutSheet, [["about"]] + ([name, title] + notices).map { [$0] }, widths: [100])
        return Export(
            excelWorkbook([table, about]),
            losses: Loss.leavingOut("more than \(excelCellLimit) characters in a cell", questions.count - fitting.count)
        )
    }

    private func rows(of questions: [Question]) -> [[String]] {
        [Column.allCases.map(\.rawValue)] + questions.map { question in Column.allCases.map { question.cell($0) } }
    }
}

/// The sheet with the name and the notices of a bank.
private let aboutSheet = "About"

extension QuestionBank {
    /// Takes its name, title and notices from the sheet that tells of them.
    fileprivate mutating func take(_ about: Sheet) {
        let rows = about.rows.map { row in (row.number, row.cells[0].flatMap { about.text($0, as: .words) } ?? "") }
        guard rows.first.map({ $0.0 == 1 && $0.1 == "about" }) == true else { return }
        name = plainLine(rows.first { $0.0 == 2 }?.1 ?? "")
        title = plainLine(rows.first { $0.0 == 3 }?.1 ?? "")
        notices = rows.filter { $0.0 > 3 }.map { plainLine($0.1) }
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
        case .credit:
            replies.contains(where: \.isPartlyRight) ? replies.map { number($0.credit) }.joined(separator: "\n") : ""
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
    if table.otherSheets.contains(aboutSheet), let about = try? readSheet(file, named: aboutSheet) {
        result.bank.take(about)
    }
    for name in table.otherSheets where name != aboutSheet {
        result.note("the sheet \(name) is not read; --sheet names one", at: ImportPosition())
    }
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
        let credits = try credits(upTo: texts.count)
        let replies = texts.enumerated().map { position, text in
            Question.Reply(
                text, credit: right.contains(position + 1) ? 1 : credits[position],
                feedback: position < feedback.count ? feedback[position] : "")
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

    /// What each of so many replies is worth by itself; nothing where the row does not say.
    private func credits(upTo count: Int) throws(ImportProblem) -> [Double] {
        let words = lines(.credit).map(plainLine)
        let numbers = words.map { $0.isEmpty ? 0 : decimal($0) ?? -1 }
        guard numbers.allSatisfy({ (0...1).contains($0) }), numbers.count <= max(count, 1) else {
            throw problem("this is no part of the credit", in: "credit", "write a line for each reply, 0 to 1")
        }
        return numbers + [Double](repeating: 0, count: max(count - numbers.count, 0))
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
