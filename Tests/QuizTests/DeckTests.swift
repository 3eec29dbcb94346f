import Content
import Quiz
import Scoring
import Testing

@Suite struct `A deck` {
    private func deal(seed: UInt64 = 1, _ wish: (inout Wishes) -> Void = { _ in }) throws -> [any Item] {
        var wishes = Wishes()
        wish(&wishes)
        var deck = Deck(of: try bundledPack(), for: wishes, seed: seed)
        return deck.deal()
    }

    private func deal(count: Int, _ kind: ItemKind) throws -> [any Item] {
        try deal {
            $0.count = count
            $0.kinds = [kind]
        }
    }

    @Test func `is the same for the same seed`() throws {
        #expect(try deal(seed: 7).map(\.id) == deal(seed: 7).map(\.id))
        #expect(try deal(seed: 7).map(\.id) != deal(seed: 8).map(\.id))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `mixes kinds and policies`(seed: UInt64) throws {
        let items = try deal(seed: seed)
        #expect(items.count == 12)
        #expect(Set(items.map(\.kind)) == Set(ItemKind.allCases))
        let policies = items.filter { $0.kind == .claim }.compactMap(\.id.policy)
        #expect(Set(policies.prefix(5)).count == min(5, try bundledPack().policies.count))
    }

    @Test func `repeats nothing, and ends when all was asked`() throws {
        let pack = try bundledPack()
        let items = try deal { $0.count = 10_000 }
        #expect(Set(items.map(\.id)).count == items.count)
        let count = { (kind: ItemKind) in items.count { $0.kind == kind } }
        #expect(count(.claim) == pack.scenarios.count * pack.policies.count)
        #expect(count(.circumstance) == pack.scenarios.count * pack.policies.count)
        #expect(count(.term) == pack.terms.count + pack.facts.count)
    }

    @Test func `tells of no visit twice before every visit was told of`() throws {
        let pack = try bundledPack()
        let claims = try deal(count: 1_000, .claim).map(\.id.subject)
        for start in stride(from: 0, to: claims.count, by: pack.scenarios.count) {
            let round = claims[start..<start + pack.scenarios.count]
            #expect(Set(round).count == pack.scenarios.count)
        }
    }

    @Test func `keeps to a policy`() throws {
        let items = try deal {
            $0.count = 1_000
            $0.policy = "full-hour"
        }
        #expect(items.contains { $0.kind == .claim })
        #expect(items.allSatisfy { $0.id.policy == ($0.kind == .term ? nil : "full-hour") })
    }

    @Test(arguments: ItemKind.allCases)
    func `keeps to a kind`(kind: ItemKind) throws {
        let items = try deal(count: 9, kind)
        #expect(items.count == 9)
        #expect(items.allSatisfy { $0.kind == kind })
    }

    @Test(arguments: Skill.allCases)
    func `keeps to a skill`(skill: Skill) throws {
        let items = try deal {
            $0.count = 1_000
            $0.skills = [skill]
        }
        #expect(items.allSatisfy { $0.skills.contains(skill) })
    }

    @Test func `exercises every skill but those of splitting midnights and retired codes`() throws {
        let exercised = try deal { $0.count = 10_000 }.reduce(into: Set<Skill>()) { $0.formUnion($1.skills) }
        #expect(Set(Skill.allCases).subtracting(exercised).isSubset(of: [.edition, .midnight]))
    }

    @Test func `is empty where nothing fits`() throws {
        let items = try deal {
            $0.kinds = [.term]
            $0.skills = [.midnight]
        }
        #expect(items.isEmpty)
        #expect(try deal { $0.count = 0 }.isEmpty)
    }
}
