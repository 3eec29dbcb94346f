package import Content
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
}

extension KeyCheck {
    /// Holds a question's key against the pack that it came from or is meant for.
    package init(of question: Question, under payers: Payers) {
        let pack = payers.pack
        guard !pack.owns(question), let item = payers.item(askedBy: question) else {
            let isClaim =
                !pack.owns(question) && question.right.contains { pack.claim($0.text).map { !$0.isEmpty } == true }
            self = isClaim ? .noFacts : .notDerived
            return
        }
        guard let policy = item.id.policy else {
            self = .notDerived
            return
        }
        let offered = Question(item, of: pack)
        let disagreeing = question.replies.first { item.takes($0.text, offering: offered, of: pack) != $0.isRight }
        guard let reply = disagreeing else {
            self = .agrees
            return
        }
        let theirs = reply.isRight ? reply.text : "anything but \(reply.text)"
        self = .disagrees(
            theirs: theirs, ours: offered.kind == .choice ? offered.right.first?.text ?? item.key : item.key,
            policy: policy)
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

extension Payers {
    /// The item that a question was made from, by its identity; failing that, a claim item about the scenario that
    /// its words tell.
    fileprivate func item(askedBy question: Question) -> Item? {
        if let id = ItemID(question.id + "@00000000"), id.pack == pack.id, let situation = situation(of: id) {
            return situation.item(id.kind)
        }
        // Most questions from elsewhere ask for no claim, and are not looked for among the visits.
        guard question.right.contains(where: { pack.claim($0.text) != nil }) else { return nil }
        let words = question.stem.joined(separator: " ")
        guard let scenario = pack.scenarios.first(where: { words.contains(plainLine($0.stem)) }),
            let payer = all.first(where: { words.contains(plainLine($0.policy.statement)) })
                ?? all.first(where: { question.tags.contains($0.policy.id.text) })
        else { return nil }
        return Situation(scenario, under: payer).item(.claim)
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

extension Pack {
    /// Whether a question was made from a term or a fact of this pack.
    package func owns(_ question: Question) -> Bool {
        !question.id.isEmpty && termItems.contains { $0.id.name == question.id }
    }
}
