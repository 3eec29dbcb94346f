extension Question {
    /// The question as an assessment item, in the words of QTI 2.1. The identifier is a name without spaces that no
    /// other item of the package has.
    func qtiItem(_ identifier: String) -> Element {
        // What the question is called in its pack may hold signs that no identifier has; a label may.
        let isLabelled = !id.isEmpty && id != identifier && id.unicodeScalars.count <= Self.labelLimit
        return Element(
            "assessmentItem",
            [("identifier", identifier), ("title", title.isEmpty ? identifier : title)]
                + (isLabelled ? [("label", id)] : []) + [("adaptive", "false"), ("timeDependent", "false")],
            [qtiResponse, qtiOutcome("SCORE", "float"), qtiOutcome("FEEDBACK", "identifier"), qtiBody, qtiProcessing]
                + qtiFeedback)
    }

    /// The most characters that the schema lets a label have.
    private static let labelLimit = 256

    /// The replies, each way to type one only once.
    private var qtiReplies: [Reply] {
        var seen: Set<String> = []
        return kind == .choice ? replies : replies.filter { seen.insert($0.text).inserted }
    }

    private func choice(_ position: Int) -> String { "R\(position + 1)" }

    private var qtiResponse: Element {
        let correct = replies.indices.filter { replies[$0].isRight }
        let values = kind == .choice ? correct.map(choice) : right.prefix(1).map(\.text)
        let type = kind == .choice ? "identifier" : "string"
        var children = [Element("correctResponse", [], values.map { Element("value", text: $0) })]
        if isMapped { children.append(qtiMapping) }
        return Element(
            "responseDeclaration",
            [("identifier", "RESPONSE"), ("cardinality", isSeveral ? "multiple" : "single"), ("baseType", type)],
            children)
    }

    /// Whether each reply is worth something of its own. Of a choice whose replies are right or wrong it is enough to say
    /// which are right.
    private var isMapped: Bool { kind == .short || !isSeveral && replies.contains(where: \.isPartlyRight) }

    private var qtiMapping: Element {
        let replies = qtiReplies
        let entries = replies.indices.map { position in
            let key = kind == .short ? replies[position].text : choice(position)
            let credit = replies[position].credit
            return Element(
                "mapEntry",
                [("mapKey", key), ("mappedValue", number(credit))]
                    + (kind == .short ? [("caseSensitive", "false")] : []))
        }
        return Element("mapping", [("defaultValue", "0")], entries)
    }

    private func qtiOutcome(_ name: String, _ type: String) -> Element {
        let initial = type == "float" ? [Element("defaultValue", [], [Element("value", text: "0")])] : []
        let cardinality = type == "identifier" && isSeveral ? "multiple" : "single"
        return Element(
            "outcomeDeclaration", [("identifier", name), ("cardinality", cardinality), ("baseType", type)], initial)
    }

    private var qtiBody: Element {
        let words = stem.map { Element("p", text: $0) }
        switch kind {
        case .choice:
            let choices = replies.indices.map {
                Element("simpleChoice", [("identifier", choice($0))], text: replies[$0].text)
            }
            let interaction = Element(
                "choiceInteraction",
                [
                    ("responseIdentifier", "RESPONSE"), ("shuffle", "false"), ("maxChoices", isSeveral ? "0" : "1"),
                    ("minChoices", "1"),
                ], choices)
            return Element("itemBody", [], words + [interaction])
        case .short:
            let length = max(replies.map(\.text.count).max() ?? 0, 20)
            let entry = Element(
                "textEntryInteraction", [("responseIdentifier", "RESPONSE"), ("expectedLength", "\(length)")])
            return Element("itemBody", [], words + [Element("p", [], [entry])])
        }
    }

    // MARK: Processing

    private var qtiProcessing: Element { Element("responseProcessing", [], [qtiScoring] + qtiChoosing) }

    private var qtiScoring: Element {
        if isMapped {
            return set("SCORE", Element("mapResponse", [("identifier", "RESPONSE")]))
        }
        let matches = Element("match", [], [response, Element("correct", [("identifier", "RESPONSE")])])
        return Element(
            "responseCondition", [],
            [
                Element("responseIf", [], [matches, set("SCORE", value("float", "1"))]),
                Element("responseElse", [], [set("SCORE", value("float", "0"))]),
            ])
    }

    /// Which feedback is shown: that of the options chosen, or that of the answer typed.
    private var qtiChoosing: [Element] {
        if kind == .choice { return [set("FEEDBACK", response)] }
        let replies = qtiReplies
        let answers = replies.indices.filter { !replies[$0].feedback.isEmpty }
        guard !answers.isEmpty else { return [] }
        let branches = answers.enumerated().map { number, position in
            let matches = Element(
                "stringMatch", [("caseSensitive", "false")], [response, value("string", replies[position].text)])
            return Element(
                number == 0 ? "responseIf" : "responseElseIf", [],
                [matches, set("FEEDBACK", value("identifier", choice(position)))])
        }
        return [Element("responseCondition", [], branches)]
    }

    private var response: Element { Element("variable", [("identifier", "RESPONSE")]) }

    private func value(_ type: String, _ text: String) -> Element {
        Element("baseValue", [("baseType", type)], text: text)
    }

    private func set(_ outcome: String, _ expression: Element) -> Element {
        Element("setOutcomeValue", [("identifier", outcome)], [expression])
    }

    // MARK: Feedback

    /// What is said to each reply that has something said to it, and to every reply.
    private var qtiFeedback: [Element] {
        let replies = qtiReplies
        let single = replies.indices.filter { !replies[$0].feedback.isEmpty }
            .map { feedback(choice($0), showing: "show", [replies[$0].feedback]) }
        let general = explanationWithSources
        // Hidden only for a reply that nobody can give, which is to say: shown always.
        return single + (general.isEmpty ? [] : [feedback("NEVER", showing: "hide", general)])
    }

    private func feedback(_ identifier: String, showing: String, _ paragraphs: [String]) -> Element {
        Element(
            "modalFeedback",
            [("outcomeIdentifier", "FEEDBACK"), ("identifier", identifier), ("showHide", showing)],
            paragraphs.map { Element("p", text: $0) })
    }
}
