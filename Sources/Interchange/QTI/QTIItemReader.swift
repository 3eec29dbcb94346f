extension Import {
    /// Takes in the question that a document asks: one choice or one answer to type. Others are left out with a note.
    ///
    /// - Parameters:
    ///   - item: The document's root, in the words of QTI 2.1.
    ///   - document: Its name in its package; nil where it is the whole file.
    /// - Throws: `ImportProblem` where the document is of another kind.
    mutating func addQTIItem(_ item: Element, in document: String?) throws(ImportProblem) {
        guard item.name == "assessmentItem" else {
            let mend =
                item.name == "questestinterop"
                ? "this is QTI 1.2; export it as QTI 2.1 or later"
                : "give a content package, or the document of an item"
            throw ImportProblem("<\(item.name)> is no item of QTI", line: item.line, mend: mend).within(document)
        }
        let reader = QTIItemReader(item)
        let (question, reason) = reader.question()
        for remark in reader.remarks where question != nil { note(remark, at: item.line, in: document) }
        if let reason { note("\(reason) is left out", at: item.line, in: document) }
        if let question { add(question, at: item.line, in: document) }
    }
}

/// One item, whose parts refer to each other by name.
private struct QTIItemReader {
    private let item: Element
    private let body: Element
    private let interactions: [Element]
    private let declaration: QTIDeclaration
    private let feedback: [(isShown: Bool, identifier: String, prose: QTIProse)]

    init(_ item: Element) {
        self.item = item
        body = item.first("itemBody") ?? Element("itemBody")
        interactions = body.everywhere { $0.hasSuffix("Interaction") }
        let name = interactions.first?["responseIdentifier"]
        declaration = QTIDeclaration(
            item.all("responseDeclaration").first { $0["identifier"] == name } ?? Element("responseDeclaration"))
        let blocks = body.everywhere { $0 == "feedbackBlock" } + item.all("modalFeedback")
        feedback = blocks.map { ($0["showHide"] != "hide", $0["identifier"] ?? "", QTIProse($0)) }
    }

    /// The question, or why there is none.
    func question() -> (Question?, leftOut: String?) {
        guard let interaction = interactions.first else { return (nil, "an item that asks nothing") }
        guard interactions.count == 1 else { return (nil, "a question of several parts") }
        guard item.first("templateDeclaration") == nil else {
            return (nil, "a question whose values are drawn by chance")
        }
        let kind: Question.Kind
        let replies: [(identifier: String, reply: Question.Reply)]
        switch interaction.name {
        case "choiceInteraction", "inlineChoiceInteraction": (kind, replies) = (.choice, choices(of: interaction))
        case "textEntryInteraction" where !isTolerant: (kind, replies) = (.short, typed)
        case "textEntryInteraction": return (nil, "a number with a tolerance")
        case "extendedTextInteraction": return (nil, "an essay")
        case let name: return (nil, "a question of type \(name.dropLast("Interaction".count))")
        }
        let stem = QTIProse(body).paragraphs
        guard !stem.isEmpty else { return (nil, "a question without words") }
        guard replies.allSatisfy({ !$0.reply.text.isEmpty }) else { return (nil, "a question with an empty answer") }
        guard replies.contains(where: \.reply.isRight) else { return (nil, "a question without a right answer") }
        return (question(kind, stem, replies), nil)
    }

    /// What of the item is read otherwise than it stands.
    var remarks: [String] {
        let prose = [QTIProse(body)] + feedback.map(\.prose) + interactions.flatMap(\.children).map(QTIProse.init)
        let lost = sentence(of: prose.reduce(into: []) { $0.formUnion($1.lost) })
        let isMoved = general.contains { $0.isShown }
        return [lost].compactMap(\.self) + declaration.remarks
            + (isMoved ? ["what is said to some answers is kept as what is said to all"] : [])
    }

    // MARK: Parts

    private func question(
        _ kind: Question.Kind, _ stem: [String], _ replies: [(identifier: String, reply: Question.Reply)]
    ) -> Question {
        let identifier = item["identifier"] ?? ""
        let title = item["title"] ?? ""
        let (explanation, sources) = Question.takingSources(from: general.flatMap(\.prose.paragraphs))
        return Question(
            id: item["label"] ?? identifier, title: title == identifier ? "" : title, stem: stem, kind: kind,
            replies: replies.map(\.reply), explanation: explanation, sources: sources)
    }

    private func choices(of interaction: Element) -> [(identifier: String, reply: Question.Reply)] {
        interaction.children.filter { ["simpleChoice", "inlineChoice"].contains($0.name) }.map { choice in
            let identifier = choice["identifier"] ?? ""
            let inline = choice.everywhere { $0 == "feedbackInline" }.map { QTIProse($0).line }
            let said = [inline.joined(separator: " "), feedback(on: identifier)].filter { !$0.isEmpty }
            return (
                identifier,
                Question.Reply(
                    QTIProse(choice).line, isRight: declaration.isRight(identifier),
                    feedback: said.joined(separator: " "))
            )
        }
    }

    /// The answers that are right, and those that something is said to.
    private var typed: [(identifier: String, reply: Question.Reply)] {
        let named = namesOfTyped
        let others = named.map(\.text).filter { text in !declaration.values.contains(text) }
        return (declaration.values + others).filter { !$0.isEmpty }.map { text in
            let identifier = named.first { $0.text == text }?.identifier ?? ""
            return (
                identifier,
                Question.Reply(text, isRight: declaration.isRight(text), feedback: feedback(on: identifier))
            )
        }
    }

    private func feedback(on identifier: String) -> String {
        if identifier.isEmpty { return "" }
        return feedback.filter { $0.isShown && $0.identifier == identifier }.map(\.prose.line).joined(separator: " ")
    }

    /// What is said to every reply, or to replies of which an item does not list the texts.
    private var general: [(isShown: Bool, identifier: String, prose: QTIProse)] {
        let choices = interactions.flatMap(\.children).compactMap { $0["identifier"] }
        let single = Set(choices + namesOfTyped.map(\.identifier))
        return feedback.filter { !($0.isShown && single.contains($0.identifier)) }
    }

    // MARK: Processing

    /// The answers for which the processing sets an outcome by name: `R6` where the response is `99601 x2`.
    private var namesOfTyped: [(text: String, identifier: String)] {
        guard interactions.first?.name == "textEntryInteraction" else { return [] }
        let branches = item.first("responseProcessing")?.everywhere { ["responseIf", "responseElseIf"].contains($0) }
        return (branches ?? []).compactMap { branch in
            let outcome = branch.first("setOutcomeValue")?.first("baseValue")
            guard let text = (branch.first("stringMatch") ?? branch.first("match"))?.first("baseValue")?.text,
                let outcome, outcome["baseType"] == "identifier"
            else { return nil }
            return (plainLine(text), plainLine(outcome.text))
        }
    }

    /// Whether numbers near the right one are right as well.
    private var isTolerant: Bool {
        let comparisons = item.first("responseProcessing")?.everywhere { ["equal", "equalRounded"].contains($0) } ?? []
        return comparisons.contains { comparison in
            let margins = (comparison["tolerance"] ?? "").split(separator: " ").map { Double($0) }
            return comparison.name == "equalRounded"
                || !["exact", nil].contains(comparison["toleranceMode"]) && margins.contains { $0 != 0 }
        }
    }
}

/// What an item declares of the responses to it.
private struct QTIDeclaration {
    private var correct: [String]
    private var credits: [(value: String, credit: Double)]

    init(_ element: Element) {
        correct = element.first("correctResponse")?.all("value").map { plainLine($0.text) } ?? []
        credits =
            element.first("mapping")?.all("mapEntry").map { entry in
                (plainLine(entry["mapKey"] ?? ""), Double(entry["mappedValue"] ?? "") ?? 0)
            } ?? []
    }

    /// All that are named, those that bring credit in their order.
    var values: [String] {
        let mapped = credits.map(\.value)
        return (mapped + correct.filter { !mapped.contains($0) }).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }

    func isRight(_ value: String) -> Bool {
        correct.contains(value) || credits.contains { $0.value == value && $0.credit > 0 }
    }

    var remarks: [String] {
        let most = credits.map(\.credit).max() ?? 0
        return credits.filter { $0.credit != 0 && $0.credit != most }.map {
            "a credit of \($0.credit) for \($0.value) is taken for \(isRight($0.value) ? "right" : "wrong")"
        }
    }
}
