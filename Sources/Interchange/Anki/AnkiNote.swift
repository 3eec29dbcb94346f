import Markup

/// A question as a note of Anki.
struct AnkiNote {
    let id: Int64
    let guid: String
    /// In the order of `fieldNames`, as HTML.
    let fields: [String]
    let tags: String

    static let fieldNames = ["Question", "Options", "Answer", "Explanation", "Sources", "Identity"]

    /// - Parameters:
    ///   - question: The question.
    ///   - bank: The name of the bank; a question without an identity is known by its words.
    init(_ question: Question, of bank: String) {
        let identity = question.id.isEmpty ? "\(bank)/\(question.stem.joined(separator: "\n"))" : question.id
        id = StableID.moment(identity)
        guid = StableID.guid(identity)
        let options = question.kind == .choice ? question.replies.map(\.text) : []
        let answers = question.kind == .choice ? question.right.map(\.text) : question.right.prefix(1).map(\.text)
        let thoughts = question.wrong.filter { !$0.feedback.isEmpty }.map { "\($0.text): \($0.feedback)" }
        fields = [
            html(question.stem),
            options.isEmpty ? "" : "<ol>" + options.map { "<li>\($0.escapedInXML)</li>" }.joined() + "</ol>",
            html(answers), html(question.explanation + thoughts), html(question.sources),
            question.id.escapedInXML,
        ]
        tags = question.tags.map { " " + $0.replacing(" ", with: "_") }.joined() + (question.tags.isEmpty ? "" : " ")
    }

    /// The first field without its tags, by which Anki sorts.
    var sortField: String { HTMLText(fields[0]).paragraphs.joined(separator: " ") }
}

private func html(_ paragraphs: [String]) -> String { paragraphs.map(\.escapedInXML).joined(separator: "<br><br>") }
