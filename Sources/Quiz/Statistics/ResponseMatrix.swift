/// The responses of candidates to the same items: a row for each candidate, a column for each item.
package struct ResponseMatrix: Sendable, Equatable {
    /// A column: an item, or the position that items of one template take in everybody's form.
    package struct Column: Sendable, Equatable {
        /// The item's identity, or the name of the position.
        package let name: String
        /// The template that the item was made from.
        package let family: String

        package init(name: String, family: String) {
            self.name = name
            self.family = family
        }
    }

    /// The items.
    package let columns: [Column]
    /// In the order of the columns; nil where a candidate did not get the item. An item that was left out by a
    /// candidate who got it is a response of fraction 0.
    package let rows: [[ScoredResponse?]]

    /// A matrix; nil unless each row has as many cells as there are columns.
    package init?(columns: [Column], rows: [[ScoredResponse?]]) {
        guard rows.allSatisfy({ $0.count == columns.count }) else { return nil }
        self.columns = columns
        self.rows = rows
    }

    /// The fractions, where every candidate got every item; nil otherwise.
    package var complete: [[Double]]? {
        let fractions = rows.map { $0.compactMap { $0?.fraction } }
        return fractions.allSatisfy { $0.count == columns.count } ? fractions : nil
    }
}
