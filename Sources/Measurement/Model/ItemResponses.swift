/// Who answered what, and who was right. Not everybody needs to have had every item.
package struct ItemResponses: Sendable, Equatable {
    /// How many items there are; they are told apart by numbers from 0.
    package let itemCount: Int
    /// What each person answered, by ascending items.
    package let people: [[ItemResponse]]

    /// Responses; nil where somebody answered an item that there is not, or the same item twice.
    package init?(itemCount: Int, people: [[ItemResponse]]) {
        let sorted = people.map { row in
            zip(row, row.dropFirst()).allSatisfy { $0.item < $1.item } ? row : row.sorted { $0.item < $1.item }
        }
        for row in sorted {
            guard row.first.map({ $0.item >= 0 }) ?? true, row.last.map({ $0.item < itemCount }) ?? true,
                zip(row, row.dropFirst()).allSatisfy({ $0.item != $1.item })
            else { return nil }
        }
        self.init(itemCount: itemCount, sorted: sorted)
    }

    /// Responses that are known to be in order.
    init(itemCount: Int, sorted people: [[ItemResponse]]) {
        self.itemCount = itemCount
        self.people = people
    }

    /// Responses by a row for each person and a column for each item, nil where the person did not get the item; nil
    /// unless all rows are of the same length.
    package init?(_ rows: [[Bool?]]) {
        let people = rows.map { row in
            row.enumerated().compactMap { item, isRight in isRight.map { ItemResponse(item: item, isRight: $0) } }
        }
        guard rows.allSatisfy({ $0.count == rows.first?.count }) else { return nil }
        self.init(itemCount: rows.first?.count ?? 0, people: people)
    }

    /// How many people answered each item, and how many of them were right.
    package var counts: [(answered: Int, right: Int)] {
        var counts = [(answered: Int, right: Int)](repeating: (0, 0), count: itemCount)
        for response in people.joined() {
            counts[response.item].answered += 1
            if response.isRight { counts[response.item].right += 1 }
        }
        return counts
    }
}

/// One person's answer to one item.
package struct ItemResponse: Sendable, Equatable {
    /// The item's number, from 0.
    package let item: Int
    /// Whether the answer was right, wholly.
    package let isRight: Bool

    package init(item: Int, isRight: Bool) {
        self.item = item
        self.isRight = isRight
    }
}
