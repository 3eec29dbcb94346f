package import Content
package import Scoring

/// The items that one candidate gets.
package struct ExamForm: Sendable {
    /// What the form was made by.
    package let blueprint: ID<Blueprint>
    /// What it was made from: the same blueprint, pack, exposure and seed give the same form.
    package let seed: UInt64
    /// Section by section.
    package let items: [Entry]

    package init(blueprint: ID<Blueprint>, seed: UInt64, items: [Entry]) {
        self.blueprint = blueprint
        self.seed = seed
        self.items = items
    }

    /// An item in its section.
    package struct Entry: Sendable {
        /// What is asked.
        package let item: Item
        /// The section that asks it, by its position in the blueprint.
        package let section: Int
        /// How hard it is likely to be.
        package let difficulty: PredictedDifficulty
    }

    /// The mean of the items' predicted difficulties, 0 to 1.
    package var difficulty: Double {
        items.isEmpty ? 0 : items.reduce(0) { $0 + $1.difficulty.value } / Double(items.count)
    }
}

/// Why no form could be made.
package struct FormError: Error, Sendable {
    /// What the form was to be made by.
    package let blueprint: ID<Blueprint>
    /// The id of the section that could not be filled.
    package let section: String
    /// Items that the section needs, and how many could be found together.
    package let needed: Int
    /// Items that could be found together.
    package let found: Int

    /// What is wrong, in a clause.
    package var message: String {
        "the section \(section) of \(blueprint) needs \(needed) items apart from each other, and the pack makes \(found)"
    }
}
