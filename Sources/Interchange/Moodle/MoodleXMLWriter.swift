import Markup

extension QuestionBank {
    /// The questions in Moodle's XML.
    package var moodleXML: Export {
        Export(
            Element("quiz", [], moodleCategory + questions.map(\.moodle)).document, losses: moodleLosses + titleLosses)
    }

    /// Moodle keeps a title with the category that the name makes.
    private var titleLosses: [Loss] {
        name.isEmpty && !(title + notices.joined()).isEmpty
            ? [Loss("no title and notices of a bank that has no name")] : []
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
        let shares = MoodleShares(self)
        let answers = replies.map { reply in
            Element(
                "answer", [("fraction", shares.share(of: reply)), ("format", "plain_text")],
                [
                    Element("text", text: kind == .short ? MoodlePattern.of(reply.text) : reply.text),
                    Element("feedback", [("format", "plain_text")], [Element("text", text: reply.feedback)]),
                ])
        }
        let tags =
            tags.isEmpty ? [] : [Element("tags", [], tags.map { Element("tag", [], [Element("text", text: $0)]) })]
        return Element("question", [("type", type)], head + settings + answers + tags)
    }
}

private func moodleText(_ name: String, _ paragraphs: [String]) -> Element {
    let html = paragraphs.map { "<p>\($0.escapedInXML)</p>" }.joined(separator: "\n")
    return Element(name, [("format", "html")], [Element("text", text: html)])
}
