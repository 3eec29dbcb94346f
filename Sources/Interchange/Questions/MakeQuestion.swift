package import Content
package import Quiz
import Scoring

extension Question {
    /// An item as other systems may ask it. Its answer is the item's own, derived and never typed in.
    package init(_ item: Item, of pack: Pack) {
        let replies = offered(by: item)
        let policy = item.id.policy.map(\.text)
        self.init(
            id: item.id.name, title: item.kind.title, stem: item.stem + asking(item, of: pack),
            kind: item.isChosen ? .choice : .short, replies: replies,
            explanation: [item.why], sources: item.sources,
            tags: [pack.id.text, item.kind.rawValue] + (policy.map { [$0] } ?? [])
                + item.skills.map(\.rawValue).sorted().filter { $0 != item.kind.rawValue })
    }
}

extension QuestionBank {
    /// Questions of a pack's items, each titled by what it asks for and a number: other systems show the title to
    /// learners, so that it tells neither the visit nor the rule.
    init(asking items: [Item], of pack: Pack) {
        var counts: [ItemKind: Int] = [:]
        let questions = items.map { item in
            counts[item.kind, default: 0] += 1
            var question = Question(item, of: pack)
            question.title += " \(counts[item.kind, default: 0])"
            return question
        }
        self.init(
            name: pack.id.text, title: "\(pack.title) \(pack.edition)", notices: [pack.licence, pack.notice],
            questions: questions)
    }
}

extension ItemKind {
    /// What such an item asks for.
    fileprivate var title: String {
        switch self {
        case .claim: "Codes and units"
        case .choice: "Choose the claim"
        case .audit: "Check the claim"
        case .clock: "Minutes that count"
        case .circumstance: "Reportable or not"
        case .denial: "Answer the denial"
        case .term: "Term"
        }
    }
}

extension Item {
    /// Whether one of its options is the whole answer.
    fileprivate var isChosen: Bool {
        switch kind {
        case .choice, .circumstance: true
        case .term: !options.isEmpty
        case .claim, .audit, .clock, .denial: false
        }
    }
}

extension ItemID {
    /// The identity without the number that changes with the item's words.
    package var name: String { String(description.prefix { $0 != "@" }) }
}

/// What is asked, in words that stand alone where no program reads the answer with tolerance.
private func asking(_ item: Item, of pack: Pack) -> [String] {
    let numbered = item.options.enumerated().map { "\($0 + 1). \($1)" }
    let question = item.question.withCapital
    switch item.kind {
    case .claim:
        return [
            question,
            "Write each code with x and its units, and a comma between two, such as \(pack.example); "
                + "write none where nothing is billed.",
        ]
    case .audit:
        let example = "Write pay, or the number of the edit and the claim to bill instead, such as 2, \(pack.example)."
        return numbered + [question, example]
    case .denial:
        return numbered
            + [question, "Write the number of the edit and the claim to bill instead, such as 2, \(pack.example)."]
    case .clock: return [question, "Write the minutes as a number."]
    case .choice, .circumstance, .term: return [question]
    }
}

private func offered(by item: Item) -> [Question.Reply] {
    switch item {
    case .claim(let item): replies(to: item)
    case .choice(let item):
        item.options.enumerated().map { position, option in reply(option, judging: "\(position + 1)", by: item) }
    case .circumstance(let item):
        [reply("Yes, it is reportable", judging: "yes", by: item)]
            + item.options.enumerated().map { position, option in
                reply("No, this fails first: \(option)", judging: "no, \(position + 1)", by: item)
            }
    case .clock(let item): spellings(ofMinutes: item.situation.key.countedMinutes).map { .init($0, isRight: true) }
    case .audit(let item): replies(correcting: item)
    case .denial(let item): replies(correcting: item)
    case .term(let item) where item.options.isEmpty: item.accepted.map { .init($0, isRight: true) }
    case .term(let item): item.options.map { .init($0, isRight: $0 == item.key) }
    }
}

/// Every spelling of the key, and what each misconception would answer instead.
private func replies(to item: ClaimItem) -> [Question.Reply] {
    var wrong: [Claim] = []
    for explanation in item.situation.judged.differential.singles
    where !wrong.contains(where: explanation.claim.billsTheSame) {
        wrong.append(explanation.claim)
    }
    let key = item.situation.key.claim
    let right = spellings(of: key).map { Question.Reply($0, isRight: true) }
    return right
        + wrong.map { claim in
            let text = claim.shown(beside: wrong + [key])
            return reply(text, judging: text, by: item)
        }
}

/// Every option that fails, by its number, with every spelling of the claim that is due.
private func replies(correcting item: some VisitItem) -> [Question.Reply] {
    let claim = item.situation.key.claim
    if item.key == "pay" { return ["pay", "pay as billed"].map { .init($0, isRight: true) } }
    return item.options.indices.flatMap { position -> [Question.Reply] in
        guard (try? item.judge("\(position + 1), \(claim)"))?.isRight == true else { return [] }
        return spellings(of: claim).map { .init("\(position + 1), \($0)", isRight: true) }
    }
}

/// A reply that is worth what the item gives for it. To a wrong one is said which belief leads to it, and what a payer
/// would send back.
private func reply(_ text: String, judging answer: String, by item: some VisitItem) -> Question.Reply {
    guard let feedback = try? item.judge(answer), !feedback.isRight else { return .init(text, isRight: true) }
    let beliefs = feedback.beliefs.prefix(2).map { "You may be thinking: \($0.words.sentence) \($0.correction)" }
    let reasons = feedback.returned.compactMap(\.reason).prefix(2).map { "A payer would answer \($0)." }
    return .init(text, credit: feedback.fraction, feedback: (beliefs + reasons).joined(separator: " "))
}
