extension Import {
    /// Takes in the question that a document asks: one choice or one answer to type.
    ///
    /// - Parameters:
    ///   - item: The document's root, in the words of QTI 2.1.
    ///   - document: Its name in its package; nil where it is the whole file.
    /// - Throws: `ImportProblem` where the document is of another kind, or asks what cannot be taken in.
    mutating func addQTIItem(_ item: Element, in document: String?) throws(ImportProblem) {
        guard item.name == "assessmentItem" else {
            throw .otherDocument(item, wanted: "item of QTI").within(document)
        }
        let reader = QTIItemReader(item)
        let question: Question
        do {
            question = try reader.question()
        } catch {
            throw ImportProblem("\(error.reason) is left out", line: item.line).within(document)
        }
        for remark in reader.remarks { note(remark, at: item.line, in: document) }
        add(question, at: item.line, in: document)
    }
}

/// A question that is none here, as it reads before "is left out".
struct LeftOut: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}

/// One item, whose parts refer to each other by name.
private struct QTIItemReader {
    private let item: Element
    private let body: Element
    private let interactions: [Element]
    private let declaration: QTIDeclaration
    private let prose: QTIProse
    /// The answers for which the processing sets an outcome by name: `R6` where the response is `99601 x2`.
    private let named: [(text: String, identifier: String)]
    private let feedback: [Feedback]
    /// What is said to whoever gives a reply, by its name.
    private let single: [String: String]
    /// What is said to every reply, or to replies of which an item does not list the texts.
    private let general: [Feedback]

    private struct Feedback {
        let isShown: Bool
        let identifier: String
        let prose: QTIProse
    }

    init(_ item: Element) {
        self.item = item
        body = item.first("itemBody") ?? Element("itemBody")
        interactions = body.everywhere { $0.hasSuffix("Interaction") }
        let name = interactions.first?["responseIdentifier"]
        declaration = QTIDeclaration(
            item.all("responseDeclaration").first { $0["identifier"] == name } ?? Element("responseDeclaration"))
        prose = QTIProse(body)
        named = interactions.first?.name == "textEntryInteraction" ? item.namesOfTypedAnswers : []
        let blocks = body.everywhere { $0 == "feedbackBlock" } + item.all("modalFeedback")
        feedback = blocks.map {
            Feedback(isShown: $0["showHide"] != "hide", identifier: $0["identifier"] ?? "", prose: QTIProse($0))
        }
        let replies = Set(
            interactions.flatMap(\.children).compactMap { $0["identifier"] } + named.map(\.identifier))
        let shown = feedback.filter { $0.isShown && !$0.identifier.isEmpty }
        single = Dictionary(grouping: shown, by: \.identifier)
            .mapValues { $0.map(\.prose.line).joined(separator: " ") }
        general = feedback.filter { !($0.isShown && replies.contains($0.identifier)) }
    }

    /// - Throws: `LeftOut` where the item asks what cannot be taken in.
    func question() throws(LeftOut) -> Question {
        guard let interaction = interactions.first else { throw LeftOut("an item that asks nothing") }
        guard interactions.count == 1 else { throw LeftOut("a question of several parts") }
        guard item.first("templateDeclaration") == nil else {
            throw LeftOut("a question whose values are drawn by chance")
        }
        let kind: Question.Kind
        let replies: [Question.Reply]
        switch interaction.name {
        case "choiceInteraction", "inlineChoiceInteraction": (kind, replies) = (.choice, choices(of: interaction))
        case "textEntryInteraction" where !isTolerant: (kind, replies) = (.short, typed)
        case "textEntryInteraction": throw LeftOut("a number with a tolerance")
        case "extendedTextInteraction": throw LeftOut("an essay")
        case let name: throw LeftOut("a question of type \(name.dropLast("Interaction".count))")
        }
        guard !prose.paragraphs.isEmpty else { throw LeftOut("a question without words") }
        guard replies.allSatisfy({ !$0.text.isEmpty }) else { throw LeftOut("a question with an empty answer") }
        guard replies.contains(where: \.isRight) else { throw LeftOut("a question without a right answer") }
        return question(kind, replies)
    }

    /// What of the item is read otherwise than it stands.
    var remarks: [String] {
        let prose = [prose] + feedback.map(\.prose) + interactions.flatMap(\.children).map(QTIProse.init)
        let lost = notice(of: prose.reduce(into: []) { $0.formUnion($1.lost) })
        let isMoved = general.contains { $0.isShown }
        return [lost].compactMap(\.self) + declaration.remarks
            + (isMoved ? ["what is said to some answers is kept as what is said to all"] : [])
    }

    // MARK: Parts

    private func question(_ kind: Question.Kind, _ replies: [Question.Reply]) -> Question {
        let identifier = item["identifier"] ?? ""
        let title = item["title"] ?? ""
        let (explanation, sources) = Question.takingSources(from: general.flatMap(\.prose.paragraphs))
        return Question(
            id: item["label"] ?? identifier, title: title == identifier ? "" : title, stem: prose.paragraphs,
            kind: kind, replies: replies, explanation: explanation, sources: sources)
    }

    private func choices(of interaction: Element) -> [Question.Reply] {
        interaction.children.filter { ["simpleChoice", "inlineChoice"].contains($0.name) }.map { choice in
            let identifier = choice["identifier"] ?? ""
            let inline = choice.everywhere { $0 == "feedbackInline" }.map { QTIProse($0).line }
            let said = [inline.joined(separator: " "), single[identifier] ?? ""].filter { !$0.isEmpty }
            return Question.Reply(
                QTIProse(choice).line, credit: declaration.credit(of: identifier), feedback: said.joined(separator: " ")
            )
        }
    }

    /// The answers that are right, and those that something is said to.
    private var typed: [Question.Reply] {
        let identifiers = Dictionary(named.map { ($0.text, $0.identifier) }) { first, _ in first }
        let declared = Set(declaration.values)
        let others = named.map(\.text).filter { !declared.contains($0) }
        return (declaration.values + others).filter { !$0.isEmpty }.map { text in
            Question.Reply(
                text, credit: declaration.credit(of: text), feedback: identifiers[text].flatMap { single[$0] } ?? "")
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

extension Element {
    fileprivate var namesOfTypedAnswers: [(text: String, identifier: String)] {
        let branches = first("responseProcessing")?.everywhere { ["responseIf", "responseElseIf"].contains($0) } ?? []
        return branches.compactMap { branch in
            let outcome = branch.first("setOutcomeValue")?.first("baseValue")
            guard let text = (branch.first("stringMatch") ?? branch.first("match"))?.first("baseValue")?.text,
                let outcome, outcome["baseType"] == "identifier"
            else { return nil }
            return (plainLine(text), plainLine(outcome.text))
        }
    }
}

/// What an item declares of the responses to it.
private struct QTIDeclaration {
    /// All that are named, each once: those that bring credit in their order, then the other right ones.
    let values: [String]
    private let correct: Set<String>
    private let credits: [(value: String, credit: Double)]
    /// Whether several responses are given, each of which adds to the score.
    private let isSeveral: Bool
    private let most: Double
    private let credit: [String: Double]

    init(_ element: Element) {
        let named = element.first("correctResponse")?.all("value").map { plainLine($0.text) } ?? []
        credits =
            element.first("mapping")?.all("mapEntry").map { entry in
                (plainLine(entry["mapKey"] ?? ""), Double(entry["mappedValue"] ?? "") ?? 0)
            } ?? []
        var seen: Set<String> = []
        values = (credits.map(\.value) + named).filter { seen.insert($0).inserted }
        correct = Set(named)
        isSeveral = ["multiple", "ordered"].contains(element["cardinality"] ?? "")
        most = credits.map(\.credit).max() ?? 0
        credit = Dictionary(credits) { max($0, $1) }
    }

    /// What a response is worth, 0 to 1. Of several, each that is right is worth all.
    func credit(of value: String) -> Double {
        if correct.contains(value) { return 1 }
        guard let credit = credit[value], credit > 0 else { return 0 }
        return isSeveral ? (correct.isEmpty ? 1 : 0) : credit / most
    }

    var remarks: [String] {
        credits.filter { value, credit in
            credit < 0 || isSeveral && credit != 0 && credit != most || correct.contains(value) && credit != most
        }.map {
            "a credit of \(number($1)) for \($0) is taken for \(self.credit(of: $0) == 1 ? "right" : "wrong")"
        }
    }
}
