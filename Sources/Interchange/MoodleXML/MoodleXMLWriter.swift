import Markup

extension QuestionBank {
    /// The questions in Moodle's XML.
    package var moodleXML: Export {
        Export(Element("quiz", [], moodleCategory + questions.map(\.moodle)).document)
    }

    private var moodleCategory: [Element] {
        guard !name.isEmpty else { return [] }
        let info = ([title] + notices).joined(separator: "\n\n")
        return [
            Element(
                "question", [("type", "category")],
                [
                    Element("category", [], [Element("text", text: name)]),
                    Element("info", [("format", "plain_text")], [Element("text", text: info)]),
                ])
        ]
    }
}

extension Question {
    fileprivate var moodle: Element {
        let type = kind == .choice ? "multichoice" : "shortanswer"
        let head = [
            Element("name", [], [Element("text", text: title)]),
            moodleText("questiontext", stem),
            moodleText("generalfeedback", explanationWithSources),
            Element("defaultgrade", text: "1"), Element("penalty", text: "0"), Element("hidden", text: "0"),
            Element("idnumber", text: id),
        ]
        // A learner may write 99601 X1; a choice's options are shuffled only where their order says nothing.
        let settings =
            kind == .short
            ? [Element("usecase", text: "0")]
            : [
                Element("single", text: right.count > 1 ? "false" : "true"),
                Element("shuffleanswers", text: "false"), Element("answernumbering", text: "123"),
            ]
        let answers = replies.map { reply in
            Element(
                "answer", [("fraction", reply.isRight ? share : "0"), ("format", "plain_text")],
                [
                    Element("text", text: reply.text),
                    Element("feedback", [("format", "plain_text")], [Element("text", text: reply.feedback)]),
                ])
        }
        let tags =
            tags.isEmpty ? [] : [Element("tags", [], tags.map { Element("tag", [], [Element("text", text: $0)]) })]
        return Element("question", [("type", type)], head + settings + answers + tags)
    }

    /// What a right reply is worth: of options to tick each its share, of answers to type each all.
    private var share: String {
        guard kind == .choice, right.count > 1 else { return "100" }
        // Moodle knows shares to five places, and no others.
        let parts = 10_000_000 / right.count
        let places = String(parts % 100_000)
        return parts % 100_000 == 0
            ? "\(parts / 100_000)"
            : "\(parts / 100_000).\(String(repeating: "0", count: 5 - places.count))\(places)"
    }
}

private func moodleText(_ name: String, _ paragraphs: [String]) -> Element {
    let html = paragraphs.map { "<p>\($0.escapedInXML)</p>" }.joined(separator: "\n")
    return Element(name, [("format", "html")], [Element("text", text: html)])
}
