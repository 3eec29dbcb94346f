import Content

/// The items that one simulated learner is asked.
struct ItemSequence {
    private let order: Simulation.Order
    private let book: RecipeBook
    private var planner: Planner
    private var generator: SeededGenerator
    private var asked: Set<String> = []
    private var position = 0

    /// Kinds in turn where nobody chooses.
    private static let rhythm: [ItemKind] = [
        .claim, .choice, .claim, .circumstance, .audit, .claim, .clock, .claim, .denial,
    ]

    init(_ order: Simulation.Order, of book: RecipeBook, for request: PracticeRequest, seed: UInt64, pack: Pack) {
        self.order = order
        self.book = book
        planner = Planner(with: book, for: request, seed: seed)
        generator = SeededGenerator(seed: seed)
    }

    /// The next item; nil where there are no more.
    mutating func next(for learner: LearnerModel, from bank: inout CandidateBank) -> Candidate? {
        switch order {
        case .adaptive:
            return planner.nextVisit(for: learner, from: &bank)
        case .telling:
            return mostTelling(for: learner, from: &bank)
        case .random:
            return first(from: &bank) { sequence in sequence.book.draw(with: &sequence.generator) }
        case .fixed:
            return first(from: &bank) { sequence in sequence.inPackOrder() }
        }
    }

    /// The first that can be made and was not asked before.
    private mutating func first(
        from bank: inout CandidateBank, _ recipe: (inout ItemSequence) -> Recipe?
    ) -> Candidate? {
        for _ in 0..<1000 {
            guard let recipe = recipe(&self) else { return nil }
            guard let candidate = bank.candidate(recipe, live: []), asked.insert(candidate.identity).inserted
            else { continue }
            return candidate
        }
        return nil
    }

    /// What is expected to tell most about the learner's beliefs, of every item that was not asked.
    private mutating func mostTelling(for learner: LearnerModel, from bank: inout CandidateBank) -> Candidate? {
        let weights = learner.beliefs.probabilities
        var best: (candidate: Candidate, gain: Double)?
        for recipe in book.recipes(of: ItemKind.allCases, seeds: Simulation.variants) {
            guard let candidate = bank.candidate(recipe, live: []), !asked.contains(candidate.identity) else {
                continue
            }
            let gain = candidate.predictions?.gain(weights, learner.answering) ?? 0
            if best.map({ gain > $0.gain }) ?? true { best = (candidate, gain) }
        }
        if let best { asked.insert(best.candidate.identity) }
        return best?.candidate
    }

    private mutating func inPackOrder() -> Recipe? {
        let (scenarios, policies) = (book.pack.scenarios.count, book.pack.policies.count)
        guard scenarios > 0, policies > 0 else { return nil }
        let (round, scenario) = position.quotientAndRemainder(dividingBy: scenarios)
        let kind = Self.rhythm[(position + round) % Self.rhythm.count]
        position += 1
        // The next policy in turn under which the scenario is asked.
        let turns = (0..<policies).map { (scenario + round + $0) % policies }
        let policy = turns.first { book.pack.scenarios[scenario].isAsked(under: book.pack.policies[$0]) } ?? turns[0]
        return Recipe(source: .scenario(scenario, .plain), policy: policy, kind: kind)
    }
}
