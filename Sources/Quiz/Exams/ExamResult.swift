/// What an attempt comes to.
package struct ExamResult: Sendable, Equatable {
    /// The fraction of each item, 0 to 1, in the order of the form; 0 where there is no answer.
    package let fractions: [Double]
    /// Sections in order.
    package let profile: [SectionResult]
    /// The least fraction that passes.
    package let passMark: Double

    /// One section.
    package struct SectionResult: Sendable, Equatable {
        /// The name by which the blueprint calls it.
        package let id: String
        /// What it is called.
        package let title: String
        /// How many items it has.
        package let count: Int
        /// 0 to 1.
        package let fraction: Double
    }

    /// The mean over all items, 0 to 1.
    package var fraction: Double { fractions.isEmpty ? 0 : fractions.reduce(0, +) / Double(fractions.count) }

    /// Whether the mark is reached; a hair's breadth of rounding in the sum fails nobody.
    package var isPassed: Bool { fraction + 1e-9 >= passMark }

    /// Judges answers as training does: each item by its own key.
    ///
    /// - Parameters:
    ///   - answers: By the items' positions.
    ///   - items: The form, section by section.
    ///   - sections: The parts of the form, in order, with their numbers of items.
    ///   - passMark: The least fraction that passes.
    package init(
        _ answers: [Int: String], to items: [Item], sections: [(id: String, title: String, count: Int)],
        passMark: Double
    ) {
        let fractions = items.enumerated().map { position, item in
            answers[position].flatMap { try? item.judge($0).fraction } ?? 0
        }
        self.fractions = fractions
        self.passMark = passMark
        var start = 0
        profile = sections.map { section in
            let part = fractions[min(start, fractions.count)..<min(start + section.count, fractions.count)]
            start += section.count
            return SectionResult(
                id: section.id, title: section.title, count: section.count,
                fraction: part.isEmpty ? 0 : part.reduce(0, +) / Double(part.count))
        }
    }
}

/// A fraction in percent with one decimal, never rounded up to a mark that was not reached.
package func mark(_ fraction: Double) -> String {
    let tenths = Int((fraction * 1_000 + 1e-6).rounded(.down))
    return "\(tenths / 10).\(tenths % 10) %"
}
