/// One question of Moodle's XML.
struct MoodleXMLQuestion {
    private var remarks = Remarks()
    private let element: Element

    init(_ element: Element) { self.element = element }

    /// What of the question is read otherwise than it stands.
    var notes: [(position: ImportPosition, message: String)] { remarks.all }

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
            throw ImportProblem("the question has no words", at: element.position, mend: "fill in its <questiontext>")
        }
        var answers: [MoodleAnswer] = []
        for answer in element.all("answer") { answers += try self.answers(answer, isTyped: kind == .short) }
        for (position, message) in question.take(
            answers, mayBeSeveral: ["false", "0"].contains(plain(element, "single")))
        {
            note(message, at: position)
        }
        guard !question.right.isEmpty else {
            if element["type"] == "numerical" { throw leftOut("a number with a tolerance") }
            if kind == .short, let problem = answers.onlyPattern { throw problem }
            throw ImportProblem("no answer is right", at: element.position, mend: "give one a fraction of 100")
        }
        let texts = [element] + element.children
        if texts.contains(where: { $0.first("file") != nil }) {
            note("attached files are left out", at: element.position)
        }
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

    /// An answer, of a number in more than one spelling; none, and a note, for a number that allows others near it.
    private mutating func answers(_ answer: Element, isTyped: Bool) throws(ImportProblem) -> [MoodleAnswer] {
        let fraction = plainLine(answer["fraction"] ?? answer.first("fraction")?.text ?? "0")
        guard let share = decimal(fraction), (-100...100).contains(share) else {
            throw ImportProblem("\(fraction) is no fraction", at: answer.position, mend: "write a number up to 100")
        }
        // What is typed is held against the text sign by sign, whatever its format.
        let text = isTyped ? plain(answer, "text") : words(answer).joined(separator: " ")
        guard !text.isEmpty else {
            throw ImportProblem("an answer has no words", at: answer.position, mend: "fill in its <text>")
        }
        let feedback = words(answer.first("feedback")).joined(separator: " ")
        guard element["type"] != "numerical" || ["", "0"].contains(number(plain(answer, "tolerance"))) else {
            note("an answer with a tolerance, \(text.prefix(40)), is left out", at: answer.position)
            return []
        }
        let found = MoodleAnswer(text: text, share: share, feedback: feedback, position: answer.position)
        guard element["type"] == "numerical" else { return [found] }
        note(lossOfNumbers, at: element.position)
        return found.spellingsOfNumber
    }

    private func number(_ text: String) -> String { decimal(text) == 0 ? "0" : text }

    // MARK: Words

    private mutating func words(_ element: Element?) -> [String] {
        let text = MoodleXMLText(element)
        if let loss = text.loss { note(loss, at: element?.position ?? ImportPosition()) }
        return text.paragraphs
    }

    private mutating func note(_ message: String, at position: ImportPosition) { remarks.add(message, at: position) }

    private func plain(_ element: Element, _ name: String) -> String { plainLine(element.first(name)?.text ?? "") }
    private func leftOut(_ what: String) -> ImportProblem { ImportProblem("\(what) is left out", at: element.position) }
}

/// The words of an element, in whatever format they are.
struct MoodleXMLText {
    let paragraphs: [String]
    /// What plain text cannot carry; nil where nothing is lost.
    let loss: String?

    init(_ element: Element?) {
        let text = element?.first("text")?.text ?? ""
        let format = element?["format"] ?? "html"
        switch format {
        case "plain_text":
            paragraphs = lines(text)
            loss = nil
        case "markdown":
            paragraphs = Interchange.paragraphs(text)
            loss = nil
        default:
            let html = HTMLText(text, keepsLines: format == "moodle_auto_format")
            paragraphs = html.paragraphs
            loss = html.loss
        }
    }
}
