package import Content

extension FormBank {
    /// Every item that a section of a blueprint allows: those about scenarios and terms, and as many visits of each
    /// template as are asked for, in each way in which it may be asked.
    ///
    /// - Parameters:
    ///   - blueprint: Of the pack.
    ///   - pack: The pack.
    ///   - fillings: How many visits each template makes.
    ///   - seed: That of the first of them.
    /// - Returns: The items, each once, in the order of the pack's policies and scenarios.
    package static func items(
        for blueprint: Blueprint, of pack: Pack, fillings: Int, seed: UInt64
    ) -> [(item: Item, difficulty: PredictedDifficulty)] {
        let seeds = seed..<seed &+ UInt64(fillings)
        var found = visits(of: pack, under: Payers(of: pack).all, for: blueprint.sections, seeds: seeds)
            .map { (item: $0.entry.item, difficulty: $0.difficulty) }
        found += pack.termItems.map { (item: $0, difficulty: PredictedDifficulty(of: $0)) }
        var seen: Set<ItemID> = []
        return found.filter { entry in
            blueprint.sections.contains { $0.allows(entry.item, entry.difficulty) }
                && seen.insert(entry.item.id).inserted
        }
    }
}
