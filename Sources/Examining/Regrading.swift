package import Content
import Quiz
import System

/// What becomes of an item when its attempt is scored under another revision of the pack.
package enum RegradeRule: String, Codable {
    /// The pack still asks in the same words: the answer is held against the key as it is now.
    case rescored
    /// The pack asks in other words now, or its facts did change: the answer was to another question, and its score
    /// stands.
    case askedOtherwise = "asked-otherwise"
    /// The words that the candidate read were not kept, and the key is another one: the score stands.
    case wordsUnknown = "words-unknown"
    /// The pack no longer makes the item: the score stands.
    case gone

    /// Why the score of an item is what it is.
    package var text: String {
        switch self {
        case .rescored: "scored by the key as it is now"
        case .askedOtherwise: "stands; the pack asks otherwise now"
        case .wordsUnknown: "stands; the item changed, and the words it was asked in were not kept"
        case .gone: "stands; the pack no longer makes the item"
        }
    }
}

extension StoredAttempt {
    /// Scores the answers anew under the pack as it is now. Items count as many as before, the pass mark stays the one
    /// that was announced, and what was given or taken by hand comes on top again.
    ///
    /// - Parameters:
    ///   - pack: Of another revision.
    ///   - revision: That of the pack.
    /// - Returns: Nil while the attempt is open.
    package func regraded(by pack: Pack, revision: String) -> RegradeRecord? {
        guard let sealed else { return nil }
        let payers = Payers(of: pack)
        var fractions = addenda.scored(from: sealed.fractions)
        var items: [RegradedItem] = []
        for (place, text) in form.items.enumerated() {
            let now = ItemID(text).flatMap(payers.itemNow)
            let rule = rule(for: now, at: place)
            let before = fractions[place]
            if rule == .rescored, let now {
                let fraction = state.answers[place].flatMap { try? now.judge($0).fraction } ?? 0
                fractions[place] = Int((fraction * 1_000_000).rounded())
            }
            if rule != .rescored || fractions[place] != before {
                items.append(RegradedItem(item: place + 1, rule: rule, before: before, after: fractions[place]))
            }
        }
        return RegradeRecord(
            edition: pack.edition, packRevision: revision, program: programVersion, fractions: fractions, items: items)
    }

    private func rule(for now: Item?, at place: Int) -> RegradeRule {
        guard let now else { return .gone }
        if let wordings = form.wordings, wordings.indices.contains(place) {
            return wordings[place] == now.wording ? .rescored : .askedOtherwise
        }
        return now.id.description == form.items[place] ? .rescored : .wordsUnknown
    }

    /// The revision of the pack, and the program, under which it was scored last.
    package var scoredUnder: (revision: String, program: String) {
        let regrade = addenda.regrade
        return (regrade?.packRevision ?? form.packRevision, regrade?.program ?? sealed?.program ?? form.program)
    }
}
