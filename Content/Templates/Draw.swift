import Scoring

/// A template with a value for each slot: minutes, or the place of a row in the slot's list.
struct Draw {
    let template: Template
    let lists: [WordList]
    private(set) var values: [Int] = []

    /// Draws before a template counts as one that cannot be filled.
    private static let attempts = 200

    /// Nil where no draw of this seed meets the constraints.
    ///
    /// With a row, that one of every list is taken, counted round; a checker comes by all words so.
    init?(_ template: Template, seed: UInt64, from lists: [WordList], row: Int? = nil) {
        self.template = template
        self.lists = lists
        var generator = SeededGenerator(seed: seed &+ template.salt)
        values.reserveCapacity(template.slots.count)
        for _ in 0..<Self.attempts {
            values.removeAll(keepingCapacity: true)
            for slot in template.slots { values.append(drawn(slot.values, row: row, with: &generator)) }
            if template.constraints.allSatisfy({ holds($0) }) { return }
        }
        return nil
    }

    private func drawn(_ slot: Template.Values, row: Int?, with generator: inout SeededGenerator) -> Int {
        switch slot {
        case .list(let list):
            row.map { $0 % lists[list].rows.count } ?? generator.below(lists[list].rows.count)
        case .times(let from, let through, let step), .minutes(let from, let through, let step):
            from + step * generator.below((through - from) / step + 1)
        case .after(let amounts), .sum(let amounts): total(amounts)
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

    func minutes(_ amount: Template.Amount) -> Int {
        switch amount {
        case .fixed(let minutes): minutes
        case .slot(let place): values[place]
        }
    }

    private func total(_ amounts: [Template.Amount]) -> Int { amounts.reduce(0) { $0 + minutes($1) } }

    /// The words that a slot holds in a column.
    func words(of slot: Int, column: Int) -> String {
        guard case .list(let list) = template.slots[slot].values else { return "" }
        return lists[list].rows[values[slot]][column]
    }
}

extension Template {
    /// Sets templates with the same seed apart (FNV-1a of the id).
    fileprivate var salt: UInt64 {
        id.text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
