import Content

/// Hypotheses in classes that no item tells apart, such as those that are wrong about nothing that a payer's items ask.
struct HypothesisClasses {
    /// For each hypothesis, by its position, the first of its class; that may be itself.
    let first: [Int]
    private let space: BeliefSpace

    /// Seeds of each template that are looked at.
    private static let seeds: UInt64 = 4

    /// Compares what hypotheses would answer to claims, clocks and circumstances. Answers to items of other kinds follow
    /// from these.
    init(of space: BeliefSpace, shownBy book: RecipeBook, from bank: inout CandidateBank) {
        self.space = space
        let all = Array(space.hypotheses.indices)
        var first = all.map { _ in space.right }
        for recipe in book.recipes(of: [.claim, .clock, .circumstance], seeds: Self.seeds) {
            guard let predictions = bank.candidate(recipe, live: all)?.predictions else { continue }
            // Splits each group by the answers: the first to give an answer opens a group, which the others join.
            var groups: [Group: Int] = [:]
            for position in all {
                let group = Group(before: first[position], answer: predictions.positions[position])
                first[position] = groups[group, default: position]
                groups[group] = first[position]
            }
        }
        self.first = first
    }

    private struct Group: Hashable {
        let before: Int
        let answer: Int?
    }

    /// The likeliest hypothesis, the probabilities of a class added up.
    func named(by beliefs: BeliefPosterior) -> (hypothesis: Hypothesis, probability: Double) {
        var sums = [Double](repeating: 0, count: first.count)
        for (position, probability) in beliefs.probabilities.enumerated() { sums[first[position]] += probability }
        var best = 0
        for position in sums.indices where sums[position] > sums[best] { best = position }
        return (space.hypotheses[best], sums[best])
    }
}
