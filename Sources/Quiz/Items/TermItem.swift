package import Content
package import Scoring

/// A word for a definition, or a short answer to a question round a visit: typed and matched with tolerance, or chosen
/// where one wording of many would have to be guessed.
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
    /// The answers to choose from, the key among them; empty where it is typed.
    package let options: [String]
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
        options = []
        terms = pack.terms
    }

    /// Asks the question of a fact.
    package init(_ fact: Fact, in pack: Pack) {
        id = ItemID(
            .term, of: .entry(fact.id.text), under: nil, in: pack.id,
            words: Fingerprint([fact.question, fact.answer] + fact.wrong))
        heading = fact.topic.heading
        options = Self.options(of: fact)
        question = options.isEmpty ? "in a word or two" : "which is it?"
        stem = [fact.question]
        key = fact.answer
        why = fact.explanation
        sources = pack.titles(of: fact.sources)
        accepted = [fact.answer] + fact.accept
        terms = []
    }

    /// In an order that is the same for the same words.
    private static func options(of fact: Fact) -> [String] {
        guard !fact.wrong.isEmpty else { return [] }
        var generator = SeededGenerator(seed: UInt64(Fingerprint([fact.id.text, fact.question]).folded))
        return generator.shuffled([fact.answer] + fact.wrong)
    }

    package var skills: Set<Skill> { [.term] }

    package var hints: [String] {
        // What may be chosen can be read: of three or more, one of the wrong ones is told.
        if !options.isEmpty {
            return options.count < 3 ? [] : options.first { $0 != key }.map { ["It is not: \($0)."] } ?? []
        }
        let words = key.split(separator: " ")
        let count = words.count == 1 ? "One word" : "\(words.count) words"
        let lengths = words.map { String($0.prefix(1)) + String(repeating: ".", count: $0.count - 1) }
        return ["\(count), beginning with \(key.prefix(1)).", lengths.joined(separator: " ")]
    }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback {
        guard answer.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw UnreadableAnswer("expected a word or a few; skip shows the answer")
        }
        if let option = option(of: answer) {
            return option == key ? .right : Feedback(verdict: .incorrect, fraction: 0)
        }
        let others =
            terms.filter { id.subject != .entry($0.id.text) }.flatMap { [$0.term] + $0.accept }
            + options.filter { $0 != key }
        switch WordMatcher(accepted: accepted, others: others).match(answer) {
        case .exact: return .right
        case .misspelt(let meant):
            var feedback = Feedback.right
            feedback.remark = "Taken for \(meant)."
            return feedback
        case .other: return Feedback(verdict: .incorrect, fraction: 0)
        }
    }

    /// The option of a number or a letter; nil where the answer is neither.
    private func option(of answer: String) -> String? {
        let word = answer.lowercased().filter { !$0.isWhitespace && !"().".contains($0) }
        guard word.utf8.count == 1, let byte = word.utf8.first else { return nil }
        let position = byte >= UInt8(ascii: "a") ? Int(byte) - 0x61 : Int(byte) - 0x31
        return options.indices.contains(position) ? options[position] : nil
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
