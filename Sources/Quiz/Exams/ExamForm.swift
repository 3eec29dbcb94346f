package import Content
package import Scoring

/// The items that one candidate gets.
package struct ExamForm: Sendable {
    package let blueprint: ID<Blueprint>
    package let seed: UInt64
    /// Section by section.
    package let items: [Entry]

    /// An item in its section.
    package struct Entry: Sendable {
        package let item: Item
        /// By its place in the blueprint.
        package let section: Int
        package let difficulty: PredictedDifficulty
    }

    /// The mean of the items' predicted difficulties, 0 to 1.
    package var difficulty: Double {
        items.isEmpty ? 0 : items.reduce(0) { $0 + $1.difficulty.value } / Double(items.count)
    }
}

/// Why no form could be made.
package struct FormError: Error, Sendable {
    package let blueprint: ID<Blueprint>
    package let section: String
    /// Items that the section needs, and how many could be found together.
    package let needed: Int
    package let found: Int

    package var message: String {
        "the section \(section) of \(blueprint) needs \(needed) items apart from each other, and the pack makes \(found)"
    }
}
