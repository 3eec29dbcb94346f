package import Content
import Quiz
import Scoring

/// How many items two versions of a pack share.
package struct ItemChange {
    /// Alike in words and key.
    package let same: Int
    /// In the later one alone.
    package let added: Int
    /// In the earlier one alone.
    package let gone: Int

    package init(from old: Pack, to new: Pack) {
        let (before, after) = (old.fixedItems, new.fixedItems)
        same = before.intersection(after).count
        added = after.subtracting(before).count
        gone = before.subtracting(after).count
    }
}

extension Pack {
    /// The items about scenarios under every policy, and about terms.
    fileprivate var fixedItems: Set<ItemID> {
        var items = Set(termItems.map(\.id))
        for payer in Payers(of: self).all {
            for scenario in scenarios {
                let situation = Situation(scenario, under: payer)
                items.formUnion(ItemKind.allCases.compactMap { situation.item($0)?.id })
            }
        }
        return items
    }
}
