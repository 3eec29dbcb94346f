import Scoring

/// A template with a value for each slot: minutes, or the position of a row in the slot's list.
package struct Draw {
    private let slots: [Template.Slot]
    let lists: [WordList]
    private(set) var values: [Int] = []

    /// Draws before a template counts as one that cannot be filled.
    private static let attempts = 200

    /// Nil where no draw of this seed meets the constraints.
    ///
    /// - Parameters:
    ///   - template: What is to be filled.
    ///   - seed: The same seed draws the same.
    ///   - lists: The word lists of the pack.
    ///   - row: The row to take of every list, modulo its length, by which a checker goes through all words; nil to
    ///     draw one.
    package init?(_ template: borrowing Template, seed: UInt64, from lists: [WordList], row: Int? = nil) {
        slots = template.slots
        self.lists = lists
        // The name of the template sets it apart from others with the same seed.
        var generator = SeededGenerator(seed: seed &+ FNV1a(template.id.text).value)
        values.reserveCapacity(slots.count)
        for _ in 0..<Self.attempts {
            values.removeAll(keepingCapacity: true)
            for position in slots.indices { values.append(drawn(slots[position].values, row: row, with: &generator)) }
            if template.constraints.allSatisfy({ holds($0) }) { return }
        }
        return nil
    }

    private func drawn(_ slot: Template.Values, row: Int?, with generator: inout SeededGenerator) -> Int {
        switch slot {
        case .list(let list):
            row.map { $0 % lists[list].rows.count } ?? generator.below(lists[list].rows.count)
        case .times(let from, let through, let step), .minutes(let from, let through, let step),
            .numbers(let from, let through, let step), .dates(let from, let through, let step),
            .amounts(let from, let through, let step, _):
            from + step * generator.below((through - from) / step + 1)
        case .after(let amounts), .sum(let amounts), .numberSum(let amounts), .dateAfter(let amounts): total(amounts)
        case .containers(let amount, let container): containers(of: container, for: amount)
        case .left(let amount, let container, _): containers(of: container, for: amount) * container - minutes(amount)
        }
    }

    private func holds(_ constraint: Template.Constraint) -> Bool {
        let (left, right) = (total(constraint.left), total(constraint.right))
        return switch constraint.comparison {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .equal: left == right
        case .different: left != right
        }
    }

    /// A number, of minutes or whatever its slot holds: what is fixed, or what its slot holds.
    package func minutes(_ amount: Template.Amount) -> Int {
        switch amount {
        case .fixed(let minutes): minutes
        case .slot(let position): values[position]
        }
    }

    /// How many containers of so much it takes to give an amount.
    private func containers(of container: Int, for amount: Template.Amount) -> Int {
        (minutes(amount) + container - 1) / container
    }

    private func total(_ amounts: [Template.Amount]) -> Int {
        var total = 0
        for amount in amounts { total += minutes(amount) }
        return total
    }

    /// What may fill a slot.
    func kind(of slot: Int) -> Template.Values { slots[slot].values }

    /// The words that a slot holds in a column.
    func words(of slot: Int, column: Int) -> String {
        guard case .list(let list) = slots[slot].values else { return "" }
        return lists[list].rows[values[slot]][column]
    }
}
