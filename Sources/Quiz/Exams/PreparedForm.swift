import Content
import Scoring

/// A form in few bytes, for those that are made ahead: its items are made anew when somebody gets it.
package struct PreparedForm: Sendable {
    private let seed: UInt64
    private let positions: [(id: ItemID, section: Int)]

    /// Remembers what a form is made of.
    package init(_ form: ExamForm) {
        seed = form.seed
        positions = form.items.map { ($0.item.id, $0.section) }
    }

    /// The identities of its items.
    package var items: [ItemID] { positions.map(\.id) }

    /// The form, made anew; nil where a bank of another pack is asked.
    fileprivate func form(from bank: FormBank) -> ExamForm? {
        var entries: [ExamForm.Entry] = []
        for (id, section) in positions {
            guard let item = bank.terms[id.subject.description] ?? bank.payers.item(id), item.id == id else {
                return nil
            }
            entries.append(
                ExamForm.Entry(item: item, section: section, difficulty: PredictedDifficulty(of: item)))
        }
        return ExamForm(blueprint: bank.blueprint.id, seed: seed, items: entries)
    }
}

extension FormBank {
    /// The form that was prepared.
    ///
    /// - Parameter prepared: What this bank made.
    /// - Returns: Nil of what another pack made.
    package func form(_ prepared: PreparedForm) -> ExamForm? { prepared.form(from: self) }
}
