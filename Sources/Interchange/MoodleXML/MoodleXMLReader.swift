/// Reads questions in Moodle's XML: multiple choice, true or false, short answers, and numbers without a tolerance.
/// Other types are left out with a note.
///
/// - Parameter file: A document in UTF-8.
/// - Returns: The questions with the lines on which they begin.
/// - Throws: `ImportProblem` with the place of what cannot be read.
package func readMoodleXML(_ file: [UInt8]) throws(ImportProblem) -> Import {
    let root = try readXML(file)
    guard root.name == "quiz" else {
        throw ImportProblem(
            "<\(root.name)> is no quiz", line: root.line, mend: "export the questions from Moodle as Moodle XML")
    }
    var reader = MoodleXMLReader()
    for element in root.all("question") { try reader.take(element) }
    return reader.result
}

private struct MoodleXMLReader {
    var result = Import()

    mutating func take(_ element: Element) throws(ImportProblem) {
        switch element["type"] ?? "" {
        case "category": takeCategory(element)
        case "multichoice", "truefalse": try takeQuestion(element, as: .choice)
        case "shortanswer": try takeQuestion(element, as: .short)
        case "numerical" where element.all("answer").allSatisfy { ["", "0"].contains(plain($0, "tolerance")) }:
            try takeQuestion(element, as: .short)
        case let type:
            result.note("a question of type \(type.isEmpty ? "unknown" : type) is left out", at: element.line)
        }
    }

    private mutating func takeCategory(_ element: Element) {
        let name = plainLine(element.first("category")?.first("text")?.text ?? "")
        guard result.bank.name.isEmpty, result.bank.questions.isEmpty else {
            if name != result.bank.name { result.note("the category \(name) is not kept", at: element.line) }
            return
        }
        let info = words(element.first("info"), at: element.line)
        result.bank.name = name
        result.bank.title = info.first ?? ""
        result.bank.notices = Array(info.dropFirst())
    }

    private mutating func takeQuestion(_ element: Element, as kind: Question.Kind) throws(ImportProblem) {
        let (explanation, sources) = Question.takingSources(
            from: words(element.first("generalfeedback"), at: element.line))
        var question = Question(
            id: plain(element, "idnumber"), title: plainLine(element.first("name")?.first("text")?.text ?? ""),
            stem: words(element.first("questiontext"), at: element.line), kind: kind, replies: [],
            explanation: explanation, sources: sources,
            tags: element.first("tags")?.all("tag").map { $0.first("text")?.text ?? "" } ?? [])
        for answer in element.all("answer") { question.replies.append(try reply(answer)) }
        noteShares(of: element, question)
        guard !question.stem.isEmpty else {
            throw ImportProblem("the question has no words", line: element.line, mend: "fill in its <questiontext>")
        }
        guard !question.right.isEmpty else {
            throw ImportProblem("no answer is right", line: element.line, mend: "give one a fraction of 100")
        }
        if element.children.contains(where: { $0.name == "file" })
            || element.first("questiontext")?.first("file") != nil
        {
            result.note("attached files are left out", at: element.line)
        }
        result.add(question, at: element.line)
    }

    private mutating func reply(_ answer: Element) throws(ImportProblem) -> Question.Reply {
        guard let credit = Double(plainLine(answer["fraction"] ?? "0")), (-100...100).contains(credit) else {
            throw ImportProblem(
                "\(answer["fraction"] ?? "") is no fraction", line: answer.line, mend: "write a number up to 100")
        }
        let text = words(answer, at: answer.line).joined(separator: " ")
        guard !text.isEmpty else {
            throw ImportProblem("an answer has no words", line: answer.line, mend: "fill in its <text>")
        }
        let feedback = words(answer.first("feedback"), at: answer.line).joined(separator: " ")
        return Question.Reply(text, isRight: credit > 0, feedback: feedback)
    }

    private mutating func noteShares(of element: Element, _ question: Question) {
        let even = 100 / Double(max(question.right.count, 1))
        for answer in element.all("answer") {
            let credit = Double(plainLine(answer["fraction"] ?? "0")) ?? 0
            let isEven = credit == 0 || credit == 100 || question.kind == .choice && abs(credit - even) < 0.01
            guard !isEven else { continue }
            result.note("\(credit) % of the credit is taken for \(credit > 0 ? "right" : "wrong")", at: answer.line)
        }
    }

    /// The paragraphs of a text, in whatever format it is.
    private mutating func words(_ element: Element?, at line: Int) -> [String] {
        guard let element, let text = element.first("text")?.text else { return [] }
        switch element["format"] ?? "moodle_auto_format" {
        case "plain_text", "markdown": return paragraphs(text)
        default:
            let html = HTMLText(text)
            if let loss = html.loss { result.note(loss, at: line) }
            return html.paragraphs
        }
    }

    private func plain(_ element: Element, _ name: String) -> String { plainLine(element.first(name)?.text ?? "") }
}
