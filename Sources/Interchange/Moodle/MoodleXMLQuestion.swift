/// One question of Moodle's XML.
struct MoodleXMLQuestion {
    private var remarks = Remarks()
    private let element: Element

    init(_ element: Element) { self.element = element }

    /// What of the question is read otherwise than it stands.
    var notes: [(line: Int, message: String)] { remarks.all }

    /// - Throws: `ImportProblem` where the question is of a kind that is none here, or cannot be asked.
    mutating func read() throws(ImportProblem) -> Question {
        let kind = try kind()
        let (explanation, sources) = Question.takingSources(from: words(element.first("generalfeedback")))
        var question = Question(
            id: plain(element, "idnumber"), title: plainLine(element.first("name")?.first("text")?.text ?? ""),
            stem: words(element.first("questiontext")), kind: kind, replies: [], explanation: explanation,
            sources: sources,
            tags: element.first("tags")?.all("tag").map { $0.first("text")?.text ?? "" } ?? [])
        guard !question.stem.isEmpty else {
            throw ImportProblem("the question has no words", line: element.line, mend: "fill in its <questiontext>")
        }
        var answers: [MoodleAnswer] = []
        for answer in element.all("answer") {
            if let found = try self.answer(answer, isTyped: kind == .short) { answers.append(found) }
        }
        for (line, message) in question.take(
            answers, mayBeSeveral: ["false", "0"].contains(plain(element, "single")))
        {
            note(message, at: line)
        }
        guard !question.right.isEmpty else {
            if element["type"] == "numerical" { throw leftOut("a number with a tolerance") }
            if kind == .short, let problem = answers.onlyPattern { throw problem }
            throw ImportProblem("no answer is right", line: element.line, mend: "give one a fraction of 100")
        }
        let texts = [element] + element.children
        if texts.contains(where: { $0.first("file") != nil }) { note("attached files are left out", at: element.line) }
        return question
    }

    // MARK: Parts

    private func kind() throws(ImportProblem) -> Question.Kind {
        switch element["type"] ?? "" {
        case "multichoice", "truefalse": return .choice
        case "shortanswer", "numerical": return .short
        case let type: throw leftOut("a question of type \(type.isEmpty ? "unknown" : type)")
        }
    }

    /// An answer; nil, and a note, for a number that allows others near it.
    private mutating func answer(_ answer: Element, isTyped: Bool) throws(ImportProblem) -> MoodleAnswer? {
        let fraction = plainLine(answer["fraction"] ?? answer.first("fraction")?.text ?? "0")
        guard let share = Double(fraction), (-100...100).contains(share) else {
            throw ImportProblem("\(fraction) is no fraction", line: answer.line, mend: "write a number up to 100")
        }
        // What is typed is held against the text sign by sign, whatever its format.
        let text = isTyped ? plain(answer, "text") : words(answer).joined(separator: " ")
        guard !text.isEmpty else {
            throw ImportProblem("an answer has no words", line: answer.line, mend: "fill in its <text>")
        }
        let feedback = words(answer.first("feedback")).joined(separator: " ")
        guard element["type"] != "numerical" || ["", "0"].contains(number(plain(answer, "tolerance"))) else {
            note("an answer with a tolerance, \(text.prefix(40)), is left out", at: answer.line)
            return nil
        }
        return MoodleAnswer(text: text, share: share, feedback: feedback, line: answer.line)
    }

    private func number(_ text: String) -> String { Double(text) == 0 ? "0" : text }

    // MARK: Words

    private mutating func words(_ element: Element?) -> [String] {
        let text = MoodleXMLText(element)
        if let loss = text.loss { note(loss, at: element?.line ?? 0) }
        return text.paragraphs
    }

    private mutating func note(_ message: String, at line: Int) { remarks.add(message, at: line) }

    private func plain(_ element: Element, _ name: String) -> String { plainLine(element.first(name)?.text ?? "") }
    private func leftOut(_ what: String) -> ImportProblem { ImportProblem("\(what) is left out", line: element.line) }
}

/// The words of an element, in whatever format they are.
struct MoodleXMLText {
    let paragraphs: [String]
    /// What plain text cannot carry; nil where nothing is lost.
    let loss: String?

    init(_ element: Element?) {
        let text = element?.first("text")?.text ?? ""
        switch element?["format"] ?? "moodle_auto_format" {
        case "plain_text", "markdown":
            paragraphs = Interchange.paragraphs(text)
            loss = nil
        default:
            let html = HTMLText(text)
            paragraphs = html.paragraphs
            loss = html.loss
        }
    }
}
