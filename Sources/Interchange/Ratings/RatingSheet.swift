import Markup

/// A table that raters fill in to set a pass mark: a row for each item, a column for each rater in each round.
package struct RatingSheet: Sendable {
    /// What is rated, in order.
    package let items: [Item]
    /// How many there are, at most `mostRaters`.
    package let raters: Int
    /// How many times each rates every item.
    package let rounds: Int

    /// An item as raters see it.
    package struct Item: Sendable {
        /// Tells the item apart from all others.
        package let id: String
        /// The section of the blueprint that asks it.
        package let section: String
        /// What is asked.
        package let text: String
        /// The right answer.
        package let key: String
        /// What is asked of the rater.
        package let task: String

        package init(id: String, section: String, text: String, key: String, task: String) {
            self.id = id
            self.section = section
            self.text = text
            self.key = key
            self.task = task
        }
    }

    package init(_ items: [Item], raters: Int, rounds: Int) {
        self.items = items
        self.raters = raters
        self.rounds = rounds
    }

    /// The most raters that a sheet has room for.
    package static let mostRaters = 20

    /// The table, with empty cells to fill in. No cell is taken for a formula by a spreadsheet.
    package var csv: String {
        let columns = (1...rounds).flatMap { round in (1...raters).map { "round \(round) rater \($0)" } }
        let rows = items.map { item in
            [item.id, item.section, item.text, item.key, item.task].map(plainLine) + columns.map { _ in "" }
        }
        return csvText([["item", "section", "text", "key", "task"] + columns] + rows, ending: "\n")
    }
}
