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
        let remarks: [String]
        do {
            (question, remarks) = try reader.question()
        } catch {
            throw ImportProblem("\(error.reason) is left out", at: item.position).within(document)
        }
        for remark in reader.remarks + remarks { note(remark, at: item.position, in: document) }
        add(question, at: item.position, in: document)
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
    /// How it is graded; nil where it does not say.
    private let processing: QTIProcessing?
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
        let declared =
            item.all("responseDeclaration").first { $0["identifier"] == name } ?? Element("responseDeclaration")
        declaration = QTIDeclaration(declared)
        processing = QTIProcessing(of: item, declaration: declared)
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

    /// - Returns: The question, and what is to be told of how it is graded.
    /// - Throws: `LeftOut` where the item asks what cannot be taken in.
    func question() throws(LeftOut) -> (question: Question, remarks: [String]) {
        guard let interaction = interactions.first else { throw LeftOut("an item that asks nothing") }
        guard interactions.count == 1 else { throw LeftOut("a question of several parts") }
        guard item.first("templateDeclaration") == nil else {
            throw LeftOut("a question whose values are drawn by chance")
        }
        let kind: Question.Kind
        var replies: [Question.Reply]
        var names: [String] = []
        switch interaction.name {
        case "choiceInteraction", "inlineChoiceInteraction":
            (kind, replies) = (.choice, choices(of: interaction))
            names = options(of: interaction).map { $0["identifier"] ?? "" }
        case "textEntryInteraction" where isPattern: throw LeftOut("a question whose answer is a pattern")
        case "textEntryInteraction" where !isTolerant:
            (kind, replies) = (.short, typed)
            names = replies.map(\.text)
        case "textEntryInteraction": throw LeftOut("a number with a tolerance")
        case "extendedTextInteraction": throw LeftOut("an essay")
        case let name: throw LeftOut("a question of type \(name.dropLast("Interaction".count))")
        }
        guard !prose.paragraphs.isEmpty else { throw LeftOut("a question without words") }
        guard replies.allSatisfy({ !$0.text.isEmpty }) else { throw LeftOut("a question with an empty answer") }
        let remarks = try grade(&replies, called: names)
        guard replies.contains(where: \.isRight) else { throw LeftOut("a question without a right answer") }
        let right = zip(names, replies).filter { $1.isRight }.map(\.0)
        let isEither = kind == .choice && isAnyEnough(of: right)
        return (question(kind, replies), remarks + (isEither ? [anyIsEnough(of: right.count)] : []))
    }

    /// What of the item is read otherwise than it stands.
    var remarks: [String] {
        let prose = [prose] + feedback.map(\.prose) + interactions.flatMap(\.children).map(QTIProse.init)
        let lost = notice(of: prose.reduce(into: []) { $0.formUnion($1.lost) })
        let isMoved = general.contains { $0.isShown }
        return [lost].compactMap(\.self) + declaration.remarks
            + (isMoved ? ["what is said to some answers is kept as what is said to all"] : [])
            + (countsCapitals ? ["that capital letters count is not kept"] : [])
            + (declaration.isNumber && interactions.first?.name == "textEntryInteraction" ? [lossOfNumbers] : [])
            + (item.textsOfParts.isEmpty
                ? [] : ["an answer that may stand within others is taken for all that is typed"])
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
        options(of: interaction).map { choice in
            let identifier = choice["identifier"] ?? ""
            let inline = choice.everywhere { $0 == "feedbackInline" }.map { QTIProse($0).line }
            let said = [inline.joined(separator: " "), single[identifier] ?? ""].filter { !$0.isEmpty }
            return Question.Reply(
                QTIProse(choice).line, credit: declaration.credit(of: identifier), feedback: said.joined(separator: " ")
            )
        }
    }

    private func options(of interaction: Element) -> [Element] {
        interaction.children.filter { ["simpleChoice", "inlineChoice"].contains($0.name) }
    }

    /// The answers that are right, those that something is said to, and those that the grading names.
    private var typed: [Question.Reply] {
        let identifiers = Dictionary(named.map { ($0.text, $0.identifier) }) { first, _ in first }
        var seen = Set(declaration.values)
        let others = (named.map(\.text) + item.textsOfGrading).filter { seen.insert($0).inserted }
        return (declaration.values + others).filter { !$0.isEmpty }.map { text in
            Question.Reply(
                text, credit: declaration.credit(of: text), feedback: identifiers[text].flatMap { single[$0] } ?? "")
        }
    }

    /// Grades replies as the item's processing does, where that can be told.
    ///
    /// - Returns: What is to be told of it.
    /// - Throws: `LeftOut` where what is declared as right brings nothing.
    private func grade(_ replies: inout [Question.Reply], called names: [String]) throws(LeftOut) -> [String] {
        guard let processing, names.count == replies.count else { return [] }
        let contradiction = LeftOut("a question whose grading contradicts what it declares as right")
        let unread = "how it is graded is not read; what it declares as right is taken"
        if declaration.isSeveral {
            let right = zip(names, replies).filter { $1.isRight }.map(\.0)
            guard !right.isEmpty else { return [] }
            guard let score = processing.score(of: right) else { return [unread] }
            if score <= 0 { throw contradiction }
            return []
        }
        let scores = names.compactMap { processing.score(of: [$0]) }
        guard scores.count == names.count else { return [unread] }
        let best = scores.max() ?? 0
        guard best > 0 else { throw contradiction }
        var isOtherwise = false
        for position in replies.indices {
            let graded = Question.Reply(
                replies[position].text, credit: scores[position] / best, feedback: replies[position].feedback)
            isOtherwise = isOtherwise || graded.credit != replies[position].credit && !declaration.isEmpty
            replies[position] = graded
        }
        return isOtherwise ? ["its grading says otherwise than what it declares as right, and is what is taken"] : []
    }

    /// Whether one of several right options is enough: where no more can be chosen, or each by itself brings what all do.
    private func isAnyEnough(of names: [String]) -> Bool {
        guard names.count > 1 else { return false }
        guard declaration.isSeveral else { return interactions.first?["maxChoices"] ?? "1" == "1" }
        guard let whole = processing?.score(of: names), whole > 0 else { return false }
        return names.allSatisfy { processing?.score(of: [$0]) ?? 0 >= whole }
    }

    /// Whether an answer is right that fits a pattern.
    private var isPattern: Bool {
        item.first("responseProcessing")?.everywhere { $0 == "patternMatch" }.isEmpty == false
    }

    /// Whether capitals and small letters are told apart where an answer is typed.
    private var countsCapitals: Bool {
        guard interactions.first?.name == "textEntryInteraction" else { return false }
        return typed.map(\.text).contains { text in
            let other = text == text.lowercased() ? text.uppercased() : text.lowercased()
            guard other != text else { return false }
            guard let processing else { return declaration.countsCapitals(of: text) }
            return processing.score(of: [text]) ?? 0 > 0 && processing.score(of: [other]) == 0
        }
    }

    /// Whether numbers near the right one are right as well.
    private var isTolerant: Bool {
        let comparisons = item.first("responseProcessing")?.everywhere { ["equal", "equalRounded"].contains($0) } ?? []
        return comparisons.contains { comparison in
            let margins = (comparison["tolerance"] ?? "").split(separator: " ").map { decimal($0) }
            return comparison.name == "equalRounded"
                || !["exact", nil].contains(comparison["toleranceMode"]) && margins.contains { $0 != 0 }
        }
    }
}

extension Element {
    /// The texts that the grading holds an answer against.
    fileprivate var textsOfGrading: [String] { texts(of: ["stringMatch", "match", "equal", "member", "substring"]) }

    /// Those of them that may be a part of the answer.
    fileprivate var textsOfParts: [String] { texts(of: ["substring"]) }

    private func texts(of tests: Set<String>) -> [String] {
        let found = first("responseProcessing")?.everywhere(tests.contains) ?? []
        return found.flatMap { $0.everywhere { $0 == "baseValue" } }
            .filter { ["string", "integer", "float"].contains($0["baseType"]) }.map { plainLine($0.text) }
    }

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
