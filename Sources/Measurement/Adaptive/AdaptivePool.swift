/// The items that an adaptive exam chooses from.
package struct AdaptivePool: Sendable {
    /// One item, as choosing sees it.
    package struct Item: Sendable, Equatable {
        /// How it answers to ability.
        package let parameters: ItemParameters
        /// What it was made from, by number: nobody gets two items of a family.
        package let family: Int
        /// The section of the blueprint that it is for, by number.
        package let section: Int

        package init(parameters: ItemParameters, family: Int, section: Int) {
            self.parameters = parameters
            self.family = family
            self.section = section
        }
    }

    /// The items, in any order; sittings name them by their indices.
    package let items: [Item]
    /// How many families there are.
    package let familyCount: Int
    /// How many sections there are.
    package let sectionCount: Int
    /// The families that have an item for each section.
    let families: [[Int]]

    /// A pool; nil where an item is of a family or a section that there is not.
    package init?(_ items: [Item], familyCount: Int, sectionCount: Int) {
        var families = [Set<Int>](repeating: [], count: sectionCount)
        for item in items {
            guard (0..<familyCount).contains(item.family), (0..<sectionCount).contains(item.section) else { return nil }
            families[item.section].insert(item.family)
        }
        self.items = items
        self.familyCount = familyCount
        self.sectionCount = sectionCount
        self.families = families.map { $0.sorted() }
    }
}
