package import Content

extension FormBank {
    /// What a section can draw items from: a family, in one of the ways in which it asks.
    package struct ItemSource: Hashable, Sendable {
        /// The section, by its position in the blueprint.
        package let section: Int
        /// What its items are made from.
        package let family: ItemFamily
        /// How they ask.
        package let kind: ItemKind
        /// How hard its items are likely to be on average, 0 to 1, before anybody has answered one.
        package let difficulty: Double
    }

    /// All that sections can draw items from, in order.
    package var sources: [ItemSource] {
        sections.enumerated().flatMap { section, stock in
            stock.families.flatMap { family, ways in
                Set(ways.map(\.kind)).sorted { $0.rawValue < $1.rawValue }.map { kind in
                    ItemSource(
                        section: section, family: family, kind: kind,
                        difficulty: stock.difficulties[family]?[kind] ?? stock.target)
                }
            }
        }
    }

    /// An item that may stand beside others in one form; nil where the source gives none.
    package func draw(
        _ source: ItemSource, beside others: [Item], with generator: inout some RandomNumberGenerator
    ) -> Item? {
        let ways = sections[source.section].families.first { $0.family == source.family }?.ways ?? []
        let fitting = ways.filter { $0.kind == source.kind }
        guard !fitting.isEmpty else { return nil }
        var seeded = SeededGenerator(seed: generator.next())
        for _ in 0..<4 {
            guard let item = draw(fitting, for: blueprint.sections[source.section], with: &seeded)?.item else {
                continue
            }
            if !others.contains(where: { $0.givesAway(item) }) { return item }
        }
        return nil
    }
}

extension ItemFamily {
    /// What a calibration calls it.
    package var subject: FamilyDifficulty.Subject {
        switch self {
        case .scenario(let id): .scenario(id)
        case .template(let id): .template(id)
        case .entry(let id): .entry(id)
        }
    }
}
