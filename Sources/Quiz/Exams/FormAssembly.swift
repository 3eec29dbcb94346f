import Content
import Scoring

extension FormBank {
    /// Families that are looked at for one position of a form, of those that were used least.
    private static let choices = 3
    /// Items that are drawn of each.
    private static let draws = 4
    /// Fresh starts before the bank counts as one that makes no form.
    private static let starts: UInt64 = 20

    /// The form of a seed: the same for the same blueprint, pack, seed and exposure.
    ///
    /// Every section gets exactly the items it asks for, no two of them of one family, and no term whose word another
    /// item says. Families that were used least come first; of the items drawn of them that one is taken which brings
    /// the form nearest to the mean difficulty of what its sections draw from.
    ///
    /// - Parameters:
    ///   - seed: Decides among what is equally good.
    ///   - exposure: What other candidates got.
    /// - Returns: The form.
    /// - Throws: `FormError` where a section cannot be filled.
    package func form(seed: UInt64, exposure: ExposureTable = ExposureTable()) throws(FormError) -> ExamForm {
        var generator = SeededGenerator(seed: seed)
        var failure: FormError?
        for _ in 0..<Self.starts {
            var draft = Draft()
            failure = fill(&draft, exposure: exposure, with: &generator)
            if failure == nil { return finished(draft, seed: seed, with: &generator) }
        }
        throw failure ?? FormError(blueprint: blueprint.id, section: "", needed: 0, found: 0)
    }

    private struct Draft {
        var entries: [ExamForm.Entry] = []
        var families: Set<ItemFamily> = []
    }

    /// Fills the sections, the scarcest first; gives what stands in the way.
    private func fill(
        _ draft: inout Draft, exposure: ExposureTable, with generator: inout SeededGenerator
    ) -> FormError? {
        let order = blueprint.sections.indices.sorted {
            (sections[$0].families.count - blueprint.sections[$0].count, $0)
                < (sections[$1].families.count - blueprint.sections[$1].count, $1)
        }
        // By how much the items so far are harder than they should be; those to come make up for it.
        var excess = 0.0
        for position in order {
            let section = blueprint.sections[position]
            for number in 0..<section.count {
                let wanted = sections[position].target - excess
                guard let entry = next(in: position, wanted: wanted, draft, exposure: exposure, with: &generator) else {
                    return FormError(
                        blueprint: blueprint.id, section: section.id.text, needed: section.count, found: number)
                }
                excess += entry.difficulty.value - sections[position].target
                draft.entries.append(entry)
                draft.families.insert(entry.item.id.family)
            }
        }
        return nil
    }

    /// The item for one position of a section: of the least used families, the one nearest to a difficulty.
    private func next(
        in position: Int, wanted: Double, _ draft: Draft, exposure: ExposureTable, with generator: inout SeededGenerator
    ) -> ExamForm.Entry? {
        let section = blueprint.sections[position]
        let free = sections[position].families.filter { !draft.families.contains($0.family) }
        let levels = Dictionary(grouping: free) { exposure.count(of: $0.family) }
        for level in levels.keys.sorted() {
            var found: [ExamForm.Entry] = []
            var families = 0
            for (_, ways) in generator.shuffled(levels[level] ?? []) where families < Self.choices {
                let drawn = (0..<Self.draws).compactMap { _ in draw(ways, for: section, with: &generator) }
                    .filter { drawn in !draft.entries.contains { drawn.item.givesAway($0.item) } }
                found += drawn.map { ExamForm.Entry(item: $0.item, section: position, difficulty: $0.difficulty) }
                if !drawn.isEmpty { families += 1 }
            }
            let nearest = found.min { abs($0.difficulty.value - wanted) < abs($1.difficulty.value - wanted) }
            if let nearest { return nearest }
        }
        return nil
    }

    private func finished(_ draft: Draft, seed: UInt64, with generator: inout SeededGenerator) -> ExamForm {
        let items = blueprint.sections.indices.flatMap { section in
            generator.shuffled(draft.entries.filter { $0.section == section })
        }
        return ExamForm(blueprint: blueprint.id, seed: seed, items: items)
    }
}

extension ItemContent {
    /// Whether this item and another may not stand in one form: they are of one family, or one of them says the word
    /// that the other asks for.
    package func givesAway(_ other: some ItemContent) -> Bool {
        if id.family == other.id.family { return true }
        guard kind == .term, other.kind == .term else { return false }
        return says(other.key) || other.says(key)
    }

    /// Whether the item's words hold an answer, word by word.
    fileprivate func says(_ answer: String) -> Bool { stem.joined(separator: " ").says(answer) }
}
