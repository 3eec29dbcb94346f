/// An item of QTI 1.2, as Canvas, Blackboard and Common Cartridges have it, without prefixes.
struct QTI12Item {
    private let item: Element
    private let conditions: QTI12Conditions
    private let responses: [Element]

    /// How many times a reply is held against a test at most.
    private static let workLimit = 4_000_000
    /// Types whose answer is no text, though a field for a text stands in their items.
    private static let askedOtherwise: Set<String> = ["calculated", "file upload"]

    init(_ item: Element) {
        self.item = item
        conditions = QTI12Conditions(of: item)
        responses = item.first("presentation")?.everywhere { $0.hasPrefix("response_") && $0 != "response_label" } ?? []
    }

    /// - Returns: The question, and what of it is read otherwise than it stands.
    /// - Throws: `LeftOut` where the item asks what cannot be taken in.
    func question() throws(LeftOut) -> (question: Question, remarks: [String]) {
        guard let response = responses.first else {
            let type = knownType.flatMap { $0 == "text only" ? nil : $0 }
            throw LeftOut(type.map { "a question of type \($0)" } ?? "an item that asks nothing")
        }
        guard responses.count == 1 else {
            throw LeftOut("a question of several parts\(knownType.map { " (\($0))" } ?? "")")
        }
        if let knownType, Self.askedOtherwise.contains(knownType) { throw LeftOut("a question of type \(knownType)") }
        guard conditions.count * max(labels.count, conditions.count) <= Self.workLimit else {
            throw LeftOut("a question with too many answers")
        }
        let kind: Question.Kind
        var replies: [(name: String, reply: Question.Reply)]
        switch response.name {
        case "response_lid" where !response.everywhere({ $0 == "render_choice" }).isEmpty:
            (kind, replies) = (.choice, try options(of: response))
        case "response_str", "response_num": (kind, replies) = (.short, try typed())
        default: throw LeftOut("a question of type \(knownType ?? "unknown")")
        }
        let stem = words.paragraphs
        guard !stem.isEmpty else { throw LeftOut("a question without words") }
        guard replies.allSatisfy({ !$0.reply.text.isEmpty }) else { throw LeftOut("a question with an empty answer") }
        guard replies.contains(where: \.reply.isRight) else { throw LeftOut("a question without a right answer") }
        let (general, isMoved) = say(&replies)
        let (explanation, sources) = Question.takingSources(from: general)
        let question = Question(
            id: item["label"] ?? field("bbmd_asi_object_id") ?? item["ident"] ?? "", title: item["title"] ?? "",
            stem: stem,
            kind: kind, replies: replies.map(\.reply), explanation: explanation, sources: sources)
        let right = replies.filter(\.reply.isRight).map(\.name)
        let isEither = kind == .choice && isAnyEnough(of: right)
        return (
            question,
            remarks + (isMoved ? ["what is said to some answers is kept as what is said to all"] : [])
                + (isEither ? [anyIsEnough(of: right.count)] : [])
        )
    }

    private var remarks: [String] {
        let texts = [words] + item.all("itemfeedback").map { QTI12Text($0) } + labels.map { QTI12Text($0) }
        let lost = notice(of: texts.reduce(into: []) { $0.formUnion($1.lost) })
        let worth =
            ["points_possible", "cc_weighting", "qmd_absolutescore_max"].lazy.compactMap(field).first
            .flatMap { decimal($0) } ?? 1
        return [lost].compactMap(\.self)
            + (conditions.takesParts ? ["an answer that may stand within others is taken for all that is typed"] : [])
            + (worth == 1 ? [] : ["a worth of \(number(worth)) is not kept"])
            + (conditions.countCapitals ? ["that capital letters count is not kept"] : []) + penalties
    }

    /// Replies that take credit away, which are no more than wrong here.
    private var penalties: [String] {
        let replies =
            labels.count > 1
            ? labels.map { ($0["ident"] ?? "", QTI12Text($0).line) } : conditions.named.map { ($0, $0) }
        return replies.compactMap { name, words in
            let score = conditions.result(of: [name]).score
            return score < 0 ? "\(number(score)) of the credit for \(words.prefix(40)) is taken for wrong" : nil
        }
    }

    // MARK: Replies

    private var labels: [Element] { responses.first?.everywhere { $0 == "response_label" } ?? [] }

    /// The options, with those right that the conditions call for together, or each by itself.
    private func options(of response: Element) throws(LeftOut) -> [(name: String, reply: Question.Reply)] {
        let names = labels.map { $0["ident"] ?? "" }
        let wanted = names.filter(called)
        let singles = names.map { conditions.result(of: [$0]).score }
        let best = singles.max() ?? 0
        let isSeveral = response["rcardinality"]?.lowercased() == "multiple"
        let right: Set<String>
        if isSeveral, conditions.result(of: Set(wanted)).score > 0 {
            right = Set(wanted)
        } else if best > 0 {
            right = Set(zip(names, singles).filter { isSeveral ? $1 > 0 : $1 == best }.map(\.0))
        } else {
            throw LeftOut("a question without a right answer")
        }
        return zip(names, labels).map { name, label in
            let words = QTI12Text(label).line
            // True and false may be told by their names alone.
            let isTruth = words.isEmpty && ["true", "false"].contains(name.lowercased())
            let text = isTruth ? name.prefix(1).uppercased() + name.dropFirst().lowercased() : words
            let part = isSeveral || best <= 0 ? 0 : conditions.result(of: [name]).score / best
            return (name, .init(text, credit: right.contains(name) ? 1 : part))
        }
    }

    /// Whether a condition that brings credit names an option, and not to exclude it.
    private func called(_ name: String) -> Bool {
        conditions.bringingCredit.contains { $0.first("conditionvar")?.calls(for: name) == true }
    }

    /// Whether each of several options brings all of the credit by itself.
    private func isAnyEnough(of names: [String]) -> Bool {
        let most = conditions.most
        return names.count > 1 && most > 0 && names.allSatisfy { conditions.result(of: [$0]).score >= most }
    }

    private func typed() throws(LeftOut) -> [(name: String, reply: Question.Reply)] {
        if conditions.isTolerant { throw LeftOut("a number with a tolerance") }
        let texts = conditions.named.filter { !$0.isEmpty }
        if texts.isEmpty {
            throw LeftOut(knownType.map { $0 == "essay" ? "an essay" : "a question of type \($0)" } ?? "an essay")
        }
        let scores = texts.map { conditions.result(of: [$0]).score }
        let best = scores.max() ?? 0
        return zip(texts, scores).map { ($0, .init($0, credit: best > 0 ? $1 / best : 0)) }
    }

    // MARK: Words

    private var words: QTI12Text {
        QTI12Text(item.first("presentation") ?? Element("presentation"), skipping: { $0.hasPrefix("response_") })
    }

    /// Puts what is said to single replies to them, and gives back what is said to all, and whether some of it was meant
    /// for others that the item does not list.
    private func say(
        _ replies: inout [(name: String, reply: Question.Reply)]
    ) -> (general: [String], isMoved: Bool) {
        let texts = item.all("itemfeedback").map { (name: $0["ident"] ?? "", words: QTI12Text($0)) }
        let shown = replies.map { conditions.result(of: [$0.name]).shown }
        let linked = conditions.linked
        let always = conditions.result(of: []).shown
        var general: [String] = []
        var isMoved = false
        for (name, words) in texts where !words.paragraphs.isEmpty {
            // Blackboard names what it says to an option as it names the option.
            let isOwn = !linked.contains(name) && replies.contains { $0.name == name }
            let positions = replies.indices.filter { isOwn ? replies[$0].name == name : shown[$0].contains(name) }
            if positions.isEmpty || positions.count == replies.count && always.contains(name) {
                general += words.paragraphs
                isMoved = isMoved || positions.isEmpty && linked.contains(name)
            } else {
                for position in positions {
                    let said = [replies[position].reply.feedback, words.line].filter { !$0.isEmpty }
                    replies[position].reply.feedback = said.joined(separator: " ")
                }
            }
        }
        return (general, isMoved)
    }

    // MARK: Metadata

    /// What the item is called by the system that wrote it.
    private var knownType: String? {
        let name = field("question_type") ?? field("cc_profile") ?? field("bbmd_questiontype")
        return name.map { plainLine($0.replacing("_question", with: "").replacing("_", with: " ")).lowercased() }
    }

    /// The entry of a field in the item's metadata, as Canvas or as Blackboard writes it.
    private func field(_ name: String) -> String? {
        guard let metadata = item.first("itemmetadata") else { return nil }
        let entries = metadata.everywhere { $0 == "qtimetadatafield" }
        let entry = entries.first { plainLine($0.first("fieldlabel")?.text ?? "") == name }?.first("fieldentry")
        let text = plainLine((entry ?? metadata.everywhere { $0 == name }.first)?.text ?? "")
        return text.isEmpty ? nil : text
    }
}

extension Element {
    /// Whether a condition wants an option chosen.
    fileprivate func calls(for name: String) -> Bool {
        children.contains { part in
            switch part.name {
            case "varequal": plainLine(part.text) == name
            case "not": false
            default: part.calls(for: name)
            }
        }
    }
}

/// The words of a part of QTI 1.2, whatever they are written in.
struct QTI12Text {
    private(set) var paragraphs: [String] = []
    private(set) var lost: Set<String> = []

    /// - Parameters:
    ///   - element: What holds the words at any depth.
    ///   - isSkipped: Tells by its name what holds none of them.
    init(_ element: Element, skipping isSkipped: (String) -> Bool = { _ in false }) {
        take(element, isSkipped)
    }

    var line: String { paragraphs.joined(separator: " ") }

    private mutating func take(_ element: Element, _ isSkipped: (String) -> Bool) {
        for part in element.children where !isSkipped(part.name) {
            switch part.name {
            case "mattext", "mat_formattedtext", "matemtext": takeText(part)
            case "matimage", "mataudio", "matvideo", "matapplet", "matapplication": lost.insert("pictures and media")
            default: take(part, isSkipped)
            }
        }
    }

    private mutating func takeText(_ part: Element) {
        if !part.children.isEmpty {
            let prose = QTIProse(part)
            paragraphs += prose.paragraphs
            lost.formUnion(prose.lost)
            return
        }
        let isPlain = ["text/plain", "plain_text"].contains(
            (part["texttype"] ?? part["type"] ?? "text/plain").lowercased())
        guard !isPlain else {
            paragraphs += Interchange.paragraphs(part.text)
            return
        }
        let html = HTMLText(part.text)
        paragraphs += html.paragraphs
        lost.formUnion(html.lost)
    }
}
