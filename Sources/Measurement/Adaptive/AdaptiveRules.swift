/// What an adaptive exam must contain, and when it ends.
package struct AdaptiveRules: Sendable, Equatable {
    /// The least and the most items of each section.
    package var sections: [ClosedRange<Int>]
    /// The least and the most items of all.
    package var length: ClosedRange<Int>
    /// The exam ends once ability is known as well as this, in standard deviations; nil where it does not.
    package var standardError: Double?
    /// The exam ends once it is clear on which side of a cut the candidate is; nil where it does not.
    package var classification: Classification?
    /// The largest share of candidates who may get an item of the same family, from 0 to 1; 1 leaves it open.
    package var exposure: Double
    /// What is known of candidates beforehand: those whom the items were calibrated on have abilities of 0 with a deviation
    /// of 1.
    package var start: Ability

    package init(
        sections: [ClosedRange<Int>], length: ClosedRange<Int>, standardError: Double? = nil,
        classification: Classification? = nil, exposure: Double = 0.25, start: Ability = Ability(value: 0, error: 1)
    ) {
        self.sections = sections
        self.length = length
        self.standardError = standardError
        self.classification = classification
        self.exposure = exposure
        self.start = start
    }

    /// What keeps every exam from being as these rules want it; nil where a pool has what it takes.
    package func obstacle(in pool: AdaptivePool) -> Obstacle? {
        guard isMeaningful else { return .figures }
        guard sections.count == pool.sectionCount else {
            return .sections(rules: sections.count, pool: pool.sectionCount)
        }
        let (least, most) = (sections.reduce(0) { $0 + $1.lowerBound }, sections.reduce(0) { $0 + $1.upperBound })
        guard least <= length.upperBound, most >= length.lowerBound else { return .length(least: least, most: most) }
        let all = [Bool](repeating: true, count: pool.familyCount)
        let need = Need(rules: self, used: sections.map { _ in 0 })
        return Completion(of: need, from: pool, free: all) == nil ? .families : nil
    }

    /// Whether no figure is out of its range.
    private var isMeaningful: Bool {
        length.lowerBound >= 0 && sections.allSatisfy { $0.lowerBound >= 0 } && exposure > 0 && exposure <= 1
            && standardError ?? 1 > 0 && start.error > 0 && start.value.isFinite
            && classification?.isMeaningful ?? true
    }

    /// Why no exam can be as the rules want it.
    package enum Obstacle: Error, Sendable, Equatable {
        /// A figure is out of its range: a count or an error less than 0, a share beyond 1.
        case figures
        /// Rules and pool speak of other sections.
        case sections(rules: Int, pool: Int)
        /// The sections together have fewer items at most, or more at least, than the exam may.
        case length(least: Int, most: Int)
        /// The pool has too few families that go together.
        case families
    }
}
