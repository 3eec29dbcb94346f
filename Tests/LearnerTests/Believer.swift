import BundledPacks
import Content
import Scoring
import Testing

@testable import Quiz

/// Items about visits of the bundled pack, kinds and policies in turn.
func visitItems(_ count: Int, seed: UInt64, kinds: Set<ItemKind> = []) throws -> [Item] {
    var request = PracticeRequest()
    request.count = count
    request.kinds = kinds.isEmpty ? Set(ItemKind.allCases).subtracting([.term]) : kinds
    var deck = Deck(of: try bundledPayers(), for: request, seed: seed)
    return deck.deal()
}

extension Item {
    /// What somebody with a hypothesis would type to a claim item.
    func answer(of hypothesis: Int, in space: BeliefSpace) throws -> String {
        let situation = try #require(kind == .claim ? situation : nil)
        let rules = try #require(space.believers(under: situation.policy.id))[hypothesis].rules
        return derive(situation.encounter, under: rules).claim.description
    }
}

extension LearnerModel {
    /// Takes in an answer as it is typed.
    mutating func take(_ answer: String, to item: Item, hints: Int = 0) throws {
        note(item, answer: answer, feedback: try item.judge(answer), hints: hints, at: 0)
    }

    /// Takes in answers of somebody who holds a hypothesis and never slips.
    mutating func take(_ hypothesis: Int, answering items: [Item]) throws {
        for item in items { try take(try item.answer(of: hypothesis, in: beliefs.space), to: item) }
    }
}

/// Literals keep the tables readable.
extension Moment: ExpressibleByIntegerLiteral {
    package init(integerLiteral milliseconds: Int64) { self.init(milliseconds: milliseconds) }
}
