package import Content
package import Scoring

/// One question, fixed: its words, its key and its explanation never change.
///
/// There are these kinds and no others, so whoever treats them differently says what is done with each.
package indirect enum Item: Sendable {
    case claim(ClaimItem)
    case choice(ChoiceItem)
    case audit(AuditItem)
    case clock(ClockItem)
    case circumstance(CircumstanceItem)
    case denial(DenialItem)
    case term(TermItem)
}

/// What there is to know of an item, whatever its kind.
package protocol ItemContent: Sendable {
    /// What it is made from, and what stands for its words.
    var id: ItemID { get }
    /// What the item is about, in words that do not give the answer away.
    var heading: String { get }
    /// What is asked for.
    var question: String { get }
    /// What there is to know before answering, a paragraph each.
    var stem: [String] { get }
    /// The papers to read, where there are any; in the stem each of them is a paragraph, the first ones.
    var sheets: [Sheet] { get }
    /// What the learner may choose from, numbered from 1; empty where the answer is free.
    var options: [String] { get }
    /// What the item exercises.
    var skills: Set<Skill> { get }
    /// Hints, each saying more than the one before, none saying all.
    var hints: [String] { get }
    /// The right answer as one would type it.
    var key: String { get }
    /// The right answer as one would read it: of options, what the number stands for.
    var keyInWords: String { get }
    /// How the facts and the rules lead to the key, in plain words.
    var why: String { get }
    /// Titles of where it is written.
    var sources: [String] { get }

    /// Holds an answer against the key.
    ///
    /// - Throws: `UnreadableAnswer` where it is no answer to the question; the item then stays open.
    func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback

    /// Reads an answer without holding it against the key, which costs less.
    ///
    /// - Returns: How it is understood, as one would type it; nil where an answer has only one spelling.
    /// - Throws: `UnreadableAnswer` as `judge` does.
    func read(_ answer: String) throws(UnreadableAnswer) -> String?

    /// What an answer means, whatever its spelling; nil where beliefs have no part in it.
    func response(_ answer: String) -> Response?

    /// What some would answer who hold beliefs about the rules of the item's policy, each in its place; nil where
    /// beliefs have no part in it.
    func responses(of believers: [Believer]) -> [Response?]
}

extension ItemContent {
    /// What the item asks for.
    package var kind: ItemKind { id.kind }
    package var sheets: [Sheet] { [] }
    package var options: [String] { [] }
    package var keyInWords: String { key }

    package func read(_ answer: String) throws(UnreadableAnswer) -> String? {
        _ = try judge(answer)
        return nil
    }
}

extension Item: ItemContent {
    private var content: any ItemContent {
        switch self {
        case .claim(let item): item
        case .choice(let item): item
        case .audit(let item): item
        case .clock(let item): item
        case .circumstance(let item): item
        case .denial(let item): item
        case .term(let item): item
        }
    }

    package var id: ItemID { content.id }
    package var heading: String { content.heading }
    package var question: String { content.question }
    package var stem: [String] { content.stem }
    package var sheets: [Sheet] { content.sheets }
    package var options: [String] { content.options }
    package var skills: Set<Skill> { content.skills }
    package var hints: [String] { content.hints }
    package var key: String { content.key }
    package var keyInWords: String { content.keyInWords }
    package var why: String { content.why }
    package var sources: [String] { content.sources }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback { try content.judge(answer) }
    package func read(_ answer: String) throws(UnreadableAnswer) -> String? { try content.read(answer) }
    package func response(_ answer: String) -> Response? { content.response(answer) }
    package func responses(of believers: [Believer]) -> [Response?] { content.responses(of: believers) }

    /// What of the stem does not stand on a sheet.
    package var stemBesideSheets: [String] { Array(stem.dropFirst(sheets.count)) }

    /// The visit that the item is about; nil for a term or a fact.
    package var situation: Situation? {
        switch self {
        case .claim(let item): item.situation
        case .choice(let item): item.situation
        case .audit(let item): item.situation
        case .clock(let item): item.situation
        case .circumstance(let item): item.situation
        case .denial(let item): item.situation
        case .term: nil
        }
    }
}
