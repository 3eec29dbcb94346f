import Content
import Scoring

/// What makes an item about a visit: the visit, the policy and the kind.
struct Recipe: Hashable {
    enum Source: Hashable {
        /// A scenario, by its position in the pack.
        case scenario(Int, Register)
        case template(Int, seed: UInt64, Register)
    }

    let source: Source
    /// The policy, by its position in the pack.
    let policy: Int
    let kind: ItemKind
}

extension Recipe {
    /// The same told in papers.
    fileprivate var inPapers: Recipe {
        let source: Source =
            switch source {
            case .scenario(let position, _): .scenario(position, .chart)
            case .template(let position, let seed, _): .template(position, seed: seed, .chart)
            }
        return Recipe(source: source, policy: policy, kind: kind)
    }
}

/// The recipes of a pack that fit what a learner asks to practise.
struct RecipeBook: Sendable {
    let pack: Pack
    private let payers: [Payer]
    private let kinds: [ItemKind]
    /// Scenarios with policies, by their positions in the pack.
    private let scenarios: [(scenario: Int, policy: Int)]
    private let templates: [(template: Int, policies: [Int])]
    /// How many seeds of a template are drawn from.
    private let variants: Int

    /// How often items of each kind come up among those that were asked for, as shares.
    private static let shares: [(kind: ItemKind, share: Int)] = [
        (.claim, 5), (.choice, 2), (.audit, 2), (.circumstance, 2), (.clock, 1), (.denial, 2),
    ]

    /// What a pack can make under its payers.
    init(of pack: Pack, for request: PracticeRequest, variants: Int, under payers: Payers) {
        self.pack = pack
        self.payers = payers.all
        self.variants = max(1, variants)
        let kinds = Self.shares.filter { request.kinds.isEmpty || request.kinds.contains($0.kind) }
        self.kinds = kinds.flatMap { Array(repeating: $0.kind, count: $0.share) }
        let ids = pack.policies.map(\.id)
        let policies = ids.indices.filter { request.policy == nil || ids[$0] == request.policy }
        let scenarios = pack.scenarios.enumerated().flatMap { position, scenario in
            policies.filter { scenario.isAsked(under: ids[$0]) }.map { (position, $0) }
        }
        self.scenarios =
            request.skills.isEmpty
            ? scenarios
            : scenarios.filter { scenario, policy in
                let situation = Situation(pack.scenarios[scenario], under: payers.all[policy])
                return kinds.contains { situation.item($0.kind).map { request.allow($0.skills) } ?? false }
            }
        templates = pack.templates.enumerated().compactMap { position, template in
            let asked = policies.filter { template.isAsked(under: ids[$0]) }
            return asked.isEmpty ? nil : (position, asked)
        }
    }

    /// How often an item of a kind should come up, 0 to 1.
    func share(of kind: ItemKind) -> Double {
        kinds.isEmpty ? 0 : Double(kinds.count { $0 == kind }) / Double(kinds.count)
    }

    var isEmpty: Bool { kinds.isEmpty || scenarios.isEmpty && templates.isEmpty }

    var hasTemplates: Bool { !templates.isEmpty && !kinds.isEmpty }

    /// One of the recipes, from scenarios and templates alike, and where papers may be read a third of them in papers; nil
    /// where there is none.
    func draw(with generator: inout SeededGenerator, inPapers mayBePapers: Bool = false) -> Recipe? {
        let recipe = draw(&generator)
        guard mayBePapers, generator.below(3) == 0 else { return recipe }
        return recipe?.inPapers
    }

    private func draw(_ generator: inout SeededGenerator) -> Recipe? {
        guard !kinds.isEmpty else { return nil }
        let kind = kinds[generator.below(kinds.count)]
        guard !templates.isEmpty, scenarios.isEmpty || generator.below(2) == 0 else {
            guard !scenarios.isEmpty else { return nil }
            let (scenario, policy) = scenarios[generator.below(scenarios.count)]
            return Recipe(source: .scenario(scenario, .plain), policy: policy, kind: kind)
        }
        let (template, policies) = templates[generator.below(templates.count)]
        let isNote = pack.templates[template].note != nil && generator.below(3) == 0
        let seed = UInt64(generator.below(variants))
        return Recipe(
            source: .template(template, seed: seed, isNote ? .note : .plain),
            policy: policies[generator.below(policies.count)], kind: kind)
    }

    /// Every recipe about a scenario, in the order of the pack, each policy in turn.
    var ofScenarios: [Recipe] {
        ItemKind.allCases.filter(kinds.contains).flatMap { kind in
            scenarios.map { Recipe(source: .scenario($0.scenario, .plain), policy: $0.policy, kind: kind) }
        }
    }

    /// Every scenario and so many fillings of each template, as items of some kinds, under each policy.
    func recipes(of kinds: [ItemKind], seeds: UInt64) -> [Recipe] {
        let visits =
            scenarios.map { (Recipe.Source.scenario($0.scenario, .plain), $0.policy) }
            + templates.flatMap { template, policies in
                (0..<seeds).flatMap { seed in policies.map { (.template(template, seed: seed, .plain), $0) } }
            }
        return visits.flatMap { source, policy in
            kinds.map { Recipe(source: source, policy: policy, kind: $0) }
        }
    }

    /// Nil where the visit has nothing for the kind to ask, or the template cannot be so filled.
    func item(_ recipe: Recipe) -> Item? {
        let payer = payers[recipe.policy]
        switch recipe.source {
        case .scenario(let position, let register):
            return Situation(pack.scenarios[position], as: register, under: payer)?.item(recipe.kind)
        case .template(let position, let seed, let register):
            return Situation(pack.templates[position], seed: seed, as: register, under: payer)?.item(recipe.kind)
        }
    }
}

extension PracticeRequest {
    /// Whether an item that exercises these skills is wished for.
    func allow(_ skills: Set<Skill>) -> Bool { self.skills.isEmpty || !self.skills.isDisjoint(with: skills) }
}
