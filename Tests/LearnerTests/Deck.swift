import Content
import Scoring

@testable import Quiz

/// Items of the scenarios to answer one after the other: kinds mixed, policies in turn, no visit twice before every visit was seen.
struct Deck {
    private let payers: Payers
    private let request: PracticeRequest
    private var generator: SeededGenerator

    init(of payers: Payers, for request: PracticeRequest, seed: UInt64) {
        self.payers = payers
        self.request = request
        generator = SeededGenerator(seed: seed)
    }

    /// The items, fewer than wished for where the pack has no more.
    mutating func deal() -> [Item] {
        var piles: [ItemKind: ArraySlice<Item>] = [:]
        for kind in ItemKind.allCases where request.kinds.isEmpty || request.kinds.contains(kind) {
            let items = pile(of: kind).filter { request.skills.isEmpty || !request.skills.isDisjoint(with: $0.skills) }
            piles[kind] = items[...]
        }
        var dealt: [Item] = []
        var turn = 0
        while dealt.count < request.count, piles.values.contains(where: { !$0.isEmpty }) {
            let kind = Self.rhythm[turn % Self.rhythm.count]
            turn += 1
            if let item = piles[kind]?.popFirst() { dealt.append(item) }
        }
        return dealt
    }

    /// Claims are what the work is; the rest keeps the mind awake between them.
    private static let rhythm: [ItemKind] = [
        .claim, .term, .choice, .claim, .circumstance, .audit, .claim, .clock, .term, .claim, .denial,
    ]

    private mutating func pile(of kind: ItemKind) -> [Item] {
        if kind == .term { return generator.shuffled(payers.pack.termItems) }
        return visits().compactMap { visit in
            guard let payer = payers.all.first(where: { $0.policy.id == visit.policy.id }) else { return nil }
            return Situation(visit.scenario, under: payer).item(kind)
        }
    }

    /// Every visit under every policy: first each visit once, the policies in turn, then each again under the next.
    private mutating func visits() -> [(scenario: Scenario, policy: Policy)] {
        let policies = generator.shuffled(
            payers.pack.policies.filter { request.policy == nil || $0.id == request.policy })
        let scenarios = generator.shuffled(payers.pack.scenarios)
        return policies.indices.flatMap { round in
            scenarios.indices.map { (scenarios[$0], policies[($0 + round) % policies.count]) }
        }
    }
}
