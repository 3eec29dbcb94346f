import Scoring

/// Reads questions in Moodle's XML: multiple choice, true or false, short answers, and numbers without a tolerance.
/// Other types are left out.
///
/// - Parameter file: A document.
/// - Returns: The questions with the lines on which they begin, and why others are left out.
/// - Throws: `ImportProblem` where the document is not well formed, or nothing in it can be taken in.
package func readMoodleXML(_ file: [UInt8]) throws(ImportProblem) -> Import {
    let root = try readXML(file)
    guard root.name == "quiz", root["xmlns"] == nil else { throw .otherDocument(root, wanted: "quiz of Moodle") }
    var reader = MoodleXMLReader()
    for element in root.all("question") { reader.take(element) }
    return try reader.result.checked("questions", mend: "export them from Moodle as Moodle XML")
}

private struct MoodleXMLReader {
    private(set) var result = Import()

    mutating func take(_ element: Element) {
        if element["type"] == "category" { return takeCategory(element) }
        if element["type"] == "description" {
            return result.note("a description, which asks nothing, is left out", at: element.position)
        }
        do {
            var part = MoodleXMLQuestion(element)
            let question = try part.read()
            result.add(question, at: element.position)
            for note in part.notes { result.note(note.message, at: note.position) }
            for setting in element.settingsOfMoodle(isChoice: question.kind == .choice) {
                result.note(setting, at: element.position)
            }
        } catch {
            result.leaveOut(error)
        }
    }

    private mutating func takeCategory(_ element: Element) {
        let name = plainLine(element.first("category")?.first("text")?.text ?? "")
        guard result.bank.name.isEmpty, result.bank.questions.isEmpty else {
            if name != result.bank.name { result.note("the category \(name) is not kept", at: element.position) }
            return
        }
        let info = MoodleXMLText(element.first("info")).paragraphs
        result.bank.name = name
        result.bank.title = info.first ?? ""
        result.bank.notices = Array(info.dropFirst())
    }
}

extension Element {
    /// What of a question's settings is not kept.
    fileprivate func settingsOfMoodle(isChoice: Bool) -> [String] {
        func holds(_ names: String...) -> Bool {
            names.contains { name in
                all(name).contains { !MoodleXMLText($0).paragraphs.isEmpty || !plainLine($0.text).isEmpty }
            }
        }
        let shuffles = ["true", "1"].contains(plainLine(first("shuffleanswers")?.text ?? ""))
        let worth = Double(plainLine(first("defaultgrade")?.text ?? "1")) ?? 1
        let units = first("units")?.children ?? []
        return [
            (isChoice && shuffles, "that options are shuffled is not kept"),
            (plainLine(first("usecase")?.text ?? "0") == "1", "that capital letters count is not kept"),
            (holds("hint"), "hints are not kept"), (!units.isEmpty, "units of a number are not kept"),
            (
                holds("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"),
                "what is said to right or wrong answers alike is not kept"
            ),
            (worth != 1, "a worth of \(number(worth)) is not kept"),
        ].filter(\.0).map(\.1)
    }
}
