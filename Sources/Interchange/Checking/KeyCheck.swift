import Content
package import Quiz
package import Scoring

/// What the core says of a key that came from elsewhere. It is never believed: where the facts are known, the core
/// derives the key itself.
package enum KeyCheck: Sendable, Equatable {
    /// The facts call for the same.
    case agrees
    case disagrees(theirs: String, ours: String, policy: ID<Policy>)
    /// The answer is a claim, and nothing tells which visit or which policy it is about.
    case noFacts
    /// The answer is nothing that the core derives.
    case notDerived
    /// The question was made from a term or a fact of the pack itself.
    case own
}

/// Holds keys against the pack that they came from or are meant for, question after question.
package struct KeyChecker: Sendable {
    private let payers: Payers
    /// The words of each visit, made ready once for however many questions there are.
    private let visits: [(words: [UInt8], scenario: Scenario)]
    /// The names of the pack's own terms and facts.
    private let own: Set<String>

    package init(under payers: Payers) {
        self.payers = payers
        visits = payers.pack.scenarios.map { (Array(plainLine($0.stem).utf8), $0) }
        own = Set(payers.pack.termItems.map(\.id.name))
    }

    /// What the core says of a question's key.
    package func check(_ question: Question) -> KeyCheck {
        let pack = payers.pack
        if own.contains(question.id) { return .own }
        guard let item = item(askedBy: question) else {
            let isClaim = question.right.contains { pack.claim($0.text).map { !$0.isEmpty } == true }
            return isClaim ? .noFacts : .notDerived
        }
        guard let policy = item.id.policy else { return .notDerived }
        let offered = Question(item, of: pack)
        let disagreeing = question.replies.first { item.takes($0.text, offering: offered, of: pack) != $0.isRight }
        guard let reply = disagreeing else { return .agrees }
        let theirs = reply.isRight ? reply.text : "anything but \(reply.text)"
        return .disagrees(
            theirs: theirs, ours: offered.kind == .choice ? offered.right.first?.text ?? item.key : item.key,
            policy: policy)
    }

    /// The item that a question was made from, by its identity; failing that, a claim item about the scenario that
    /// its words tell.
    private func item(askedBy question: Question) -> Item? {
        let pack = payers.pack
        if let id = ItemID(question.id + "@00000000"), id.pack == pack.id, let situation = payers.situation(of: id) {
            return situation.item(id.kind)
        }
        // Most questions from elsewhere ask for no claim, and are not looked for among the visits.
        guard question.right.contains(where: { pack.claim($0.text) != nil }) else { return nil }
        let words = question.stem.joined(separator: " ")
        let bytes = Array(words.utf8)
        guard let scenario = visits.first(where: { bytes.hold($0.words) })?.scenario,
            let payer = payers.all.first(where: { words.contains(plainLine($0.policy.statement)) })
                ?? payers.all.first(where: { question.tags.contains($0.policy.id.text) })
        else { return nil }
        return Situation(scenario, under: payer).item(.claim)
    }
}

extension [UInt8] {
    /// Whether words stand within these.
    fileprivate func hold(_ words: [UInt8]) -> Bool {
        guard let first = words.first, words.count <= count else { return false }
        return (0...count - words.count).contains { self[$0] == first && self[$0...].starts(with: words) }
    }
}

extension Item {
    /// Whether a reply is right, whatever the question that brought it says of it.
    fileprivate func takes(_ reply: String, offering offered: Question, of pack: Pack) -> Bool {
        if kind == .circumstance { return offered.right.contains { $0.text == reply } }
        // Only a claim that says which option it is can be held against a choice's own options.
        guard kind == .choice else { return (try? judge(reply))?.isRight == true }
        let right = offered.right.first?.text
        if reply == right { return true }
        guard let right, let theirs = pack.claim(reply), let ours = pack.claim(right) else { return false }
        return theirs.billsTheSame(as: ours)
    }
}

extension Pack {
    /// A claim of codes that the pack knows, or one that bills nothing.
    fileprivate func claim(_ text: String) -> Claim? {
        if text == "nothing is billed" { return Claim() }
        guard let claim = try? parseAnswer(text, known: codes.vocabulary) else { return nil }
        return claim.lines.allSatisfy { codes.definition(of: $0.code) != nil } ? claim : nil
    }
}
