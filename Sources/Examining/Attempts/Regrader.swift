import Content
import Machine
import Quiz
import Scoring

/// Scores answers anew under a pack as it is now. What the pack makes of an item, and what an answer to it is worth, is
/// worked out once, however many candidates had the one and gave the other.
struct Regrader {
    private let revision: PackRevision
    private let payers: Payers
    /// What the pack makes now, by what was handed out; nil where it makes nothing of it.
    private var items: [String: Item?] = [:]
    /// Millionths of an item's worth, by what was handed out and by the answer.
    private var worths: [String: [String: Int]] = [:]

    /// - Parameter revision: The pack's now.
    init(under revision: PackRevision) {
        self.revision = revision
        payers = Payers(of: revision.pack)
    }

    /// What comes of an attempt's answers. Items count as many as before, the pass mark stays the one that was
    /// announced, and what was given or taken by hand comes on top again.
    ///
    /// - Returns: Nil while the attempt is open.
    mutating func record(of attempt: StoredAttempt) -> RegradeRecord? {
        guard let sealed = attempt.sealed else { return nil }
        var fractions = attempt.addenda.scored(from: sealed.fractions)
        var changed: [RegradedItem] = []
        for (position, text) in attempt.form.items.enumerated() {
            let now = item(text)
            let (rule, before) = (attempt.form.rule(for: now, at: position), fractions[position])
            if rule == .rescored, let now {
                fractions[position] = attempt.state.answers[position].map { worth(of: $0, to: now, text) } ?? 0
            }
            if rule != .rescored || fractions[position] != before {
                changed.append(
                    RegradedItem(item: position + 1, rule: rule, before: before, after: fractions[position]))
            }
        }
        return RegradeRecord(
            edition: revision.pack.edition, packRevision: revision.revision, packSHA256: revision.sha256,
            program: programVersion, fractions: fractions, items: changed)
    }

    private mutating func item(_ text: String) -> Item? {
        if let known = items[text] { return known }
        let item = ItemID(text).flatMap(payers.itemNow)
        items[text] = .some(item)
        return item
    }

    private mutating func worth(of answer: String, to item: Item, _ text: String) -> Int {
        if let known = worths[text]?[answer] { return known }
        let worth = Int((((try? item.judge(answer).fraction) ?? 0) * 1_000_000).rounded())
        worths[text, default: [:]][answer] = worth
        return worth
    }
}

extension FormRecord {
    /// By what rule an item counts, by its position, where the pack makes another one of it now, or none.
    fileprivate func rule(for now: Item?, at position: Int) -> RegradeRule {
        guard let now else { return .gone }
        if let wordings, wordings.indices.contains(position) {
            return wordings[position] == now.wording ? .rescored : .askedOtherwise
        }
        return now.id.description == items[position] ? .rescored : .wordsUnknown
    }
}
