package import Content
package import Scoring
private import Synchronization

/// A payer of a pack: its policy, and what people may wrongly believe about its rules. All items under the policy are
/// made from it; it never changes, so they share it.
package final class Payer: Sendable {
    /// Where the policy comes from.
    package let pack: Pack
    /// How the payer counts.
    package let policy: Policy
    /// The policy's statement, which is among the words of every item under it.
    let statement: SharedWord
    private let workedOut = Mutex(WorkedOut())

    /// What was asked for so far.
    private struct WorkedOut {
        var beliefs: Beliefs?
        private var rules: Rules?

        mutating func rules(of payer: Payer) -> Rules {
            let rules = rules ?? payer.pack.rules(under: payer.policy)
            self.rules = rules
            return rules
        }
    }

    package init(_ policy: Policy, in pack: Pack) {
        self.pack = pack
        self.policy = policy
        statement = SharedWord(policy.statement)
    }

    /// What people may believe about the rules, the pack's misconceptions one by one and in pairs. Worked out when somebody
    /// first asks: it takes far longer than an item, and most who begin to train ask about few of the payers.
    package var beliefs: Beliefs {
        workedOut.withLock { workedOut in
            let beliefs =
                workedOut.beliefs ?? Beliefs(pack.misconceptions, about: workedOut.rules(of: self))
            workedOut.beliefs = beliefs
            return beliefs
        }
    }

    /// The payer's codes and policy.
    var rules: Rules { workedOut.withLock { $0.rules(of: self) } }
}

/// The payers of a pack, and the items that it makes under them.
package struct Payers: Sendable {
    /// Whose payers they are.
    package let pack: Pack
    /// The payers, in the order of the pack's policies.
    package let all: [Payer]

    /// A payer for every policy of a pack.
    package init(of pack: Pack) {
        self.pack = pack
        all = pack.policies.map { Payer($0, in: pack) }
    }

    /// The item of an identity; nil where the pack no longer makes it, or makes other words or another key of it.
    package func item(_ id: ItemID) -> Item? {
        let item = itemNow(at: id)
        return item.flatMap { $0.id == id ? $0 : nil }
    }

    /// The item that the pack makes now of the subject, kind and policy of an identity, whatever its words and key were;
    /// nil where it makes none.
    package func itemNow(at id: ItemID) -> Item? {
        if case .entry = id.subject {
            guard id.policy == nil else { return nil }
            let items = pack.termItems
            return items.first { $0.id == id } ?? items.first { $0.id.subject == id.subject }
        }
        return situation(of: id)?.item(id.kind)
    }

    /// The visit that an identity asks about, as the pack tells it now, in an exam too; nil where it has none.
    package func situation(of id: ItemID) -> Situation? {
        guard let payer = all.first(where: { $0.policy.id == id.policy }) else { return nil }
        switch id.subject {
        case .scenario(let name):
            let scenario = pack.scenario(name) ?? pack.examScenarios.first { $0.id == name }
            return scenario.map { Situation($0, under: payer) }
        case .papers(let name):
            let scenario = pack.scenario(name) ?? pack.examScenarios.first { $0.id == name }
            return scenario.flatMap { Situation($0, as: .chart, under: payer) }
        case .template(let name, let seed, let register):
            let template = pack.template(name) ?? pack.examTemplates.first { $0.id == name }
            return template.flatMap { Situation($0, seed: seed, as: register, under: payer) }
        case .entry: return nil
        }
    }
}
