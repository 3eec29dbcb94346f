package import Content
import Quiz
package import Scoring

/// Which items of a pack are to be taken elsewhere.
package struct Selection: Sendable {
    /// The kinds of items.
    package var kinds: [ItemKind]
    /// The policies under which they are asked.
    package var policies: [Policy]
    /// How many items of each kind each template makes under each policy, and the seed of the first.
    package var fillings: Int
    /// The seed of each template's first filling; the others follow it by ones.
    package var seed: UInt64

    package init(kinds: [ItemKind], policies: [Policy], fillings: Int = 0, seed: UInt64 = 1) {
        self.kinds = kinds
        self.policies = policies
        self.fillings = fillings
        self.seed = seed
    }
}

extension QuestionBank {
    /// The questions that a pack's scenarios, templates and terms make, in that order.
    package init(_ selection: Selection, of pack: Pack) {
        var items: [Item] = []
        for policy in selection.policies {
            let payer = Payer(policy, in: pack)
            for scenario in pack.scenarios where scenario.isAsked(under: policy) {
                let situation = Situation(scenario, under: payer)
                items += selection.kinds.compactMap(situation.item)
            }
            for template in pack.templates where template.isAsked(under: policy) {
                for seed in 0..<UInt64(selection.fillings) {
                    let situation = Situation(template, seed: selection.seed &+ seed, under: payer)
                    items += selection.kinds.compactMap { situation?.item($0) }
                }
            }
        }
        if selection.kinds.contains(.term) { items += pack.termItems }
        self.init(asking: items, of: pack)
    }
}
