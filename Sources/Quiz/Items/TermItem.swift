package import Content
package import Scoring

/// A word for a definition, or a short answer to a question round a visit; typed, and matched with tolerance.
package struct TermItem: ItemContent {
    package let id: ItemID
    package let heading: String
    package let question: String
    package let stem: [String]
    package let key: String
    package let why: String
    package let sources: [String]
    /// The answers that are right as they stand, the key first.
    package let accepted: [String]
    /// The terms among which the right one is to be told.
    private let terms: [Term]

    /// Asks for a term by its definition.
    package init(_ term: Term, in pack: Pack) {
        id = ItemID(
            .term, of: .entry(term.id.text), under: nil, in: pack.id, words: Fingerprint([term.term, term.definition]))
        heading = "a term"
        question = "what is it called?"
        stem = [term.definition.sentence]
        key = term.term
        why = "\(term.term): \(term.definition)."
        sources = pack.titles(of: term.sources)
        accepted = [term.term] + term.accept
        terms = pack.terms
    }

    /// Asks the question of a fact.
    package init(_ fact: Fact, in pack: Pack) {
        id = ItemID(
            .term, of: .entry(fact.id.text), under: nil, in: pack.id, words: Fingerprint([fact.question, fact.answer]))
        heading = fact.topic.heading
        question = "in a word or two"
        stem = [fact.question]
        key = fact.answer
        why = fact.explanation
        sources = pack.titles(of: fact.sources)
        accepted = [fact.answer] + fact.accept
        terms = []
    }

    package var skills: Set<Skill> { [.term] }

    package var hints: [String] {
        let words = key.split(separator: " ")
        let count = words.count == 1 ? "One word" : "\(words.count) words"
        let lengths = words.map { String($0.prefix(1)) + String(repeating: ".", count: $0.count - 1) }
        return ["\(count), beginning with \(key.prefix(1)).", lengths.joined(separator: " ")]
    }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback {
        guard answer.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw UnreadableAnswer("expected a word or a few; skip shows the answer")
        }
        let others = terms.filter { id.subject != .entry($0.id.text) }.flatMap { [$0.term] + $0.accept }
        switch WordMatcher(accepted: accepted, others: others).match(answer) {
        case .exact: return .right
        case .misspelt(let meant):
            var feedback = Feedback.right
            feedback.remark = "Taken for \(meant)."
            return feedback
        case .other: return Feedback(verdict: .incorrect, fraction: 0)
        }
    }

    package func response(_ answer: String) -> Response? { nil }
    package func responses(of believers: [Believer]) -> [Response?] { believers.map { _ in nil } }
}

extension Pack {
    /// An item for every term and fact.
    package var termItems: [Item] {
        terms.map { .term(TermItem($0, in: self)) } + facts.map { .term(TermItem($0, in: self)) }
    }
}

extension Feedback {
    /// What is said of an answer that is right and has no parts.
    static let right = Feedback(verdict: .correct, fraction: 1)
}

extension Fact.Topic {
    fileprivate var heading: String {
        switch self {
        case .documentation: "the record"
        case .responsibility: "what the nurse does"
        case .challenge: "what can go wrong"
        case .before: "before the visit"
        case .after: "after the visit"
        }
    }
}
