package import Content
import Scoring

/// The items that may stand in each section of a blueprint's forms, by the families that make them.
package struct FormBank: Sendable {
    /// Where the items come from.
    package let pack: Pack
    /// What the forms must contain.
    package let blueprint: Blueprint
    let sections: [Stock]
    private let pool: ExamPool
    let payers: Payers
    let terms: [String: Item]
    private let levels: CalibratedLevels

    /// What a section may be filled with.
    struct Stock: Sendable {
        /// The families that can give an item, in order, each with the ways in which it can.
        var families: [(family: ItemFamily, ways: [Way])] = []
        /// The mean difficulty of what they give, which forms are held to.
        var target = 0.0
        /// The mean difficulty of what each family gives in each kind of item.
        var difficulties: [ItemFamily: [ItemKind: Double]] = [:]
    }

    /// How a family gives an item; the numbers are positions in the pool, and policies of the pack.
    enum Way: Sendable {
        case scenario(Int, policy: Int, ItemKind)
        case template(Int, policy: Int, ItemKind, Register)
        case entry(String)

        var kind: ItemKind {
            switch self {
            case .scenario(_, _, let kind), .template(_, _, let kind, _): kind
            case .entry: .term
            }
        }
    }

    /// Seeds of templates run up to this number.
    private static let seeds = 1_000_000
    /// Visits of a template that are looked at to find out what it can give.
    private static let probes: UInt64 = 6

    /// Takes stock of all that a pack can put into the sections of a blueprint.
    package init(for blueprint: Blueprint, of pack: Pack) { self.init(for: blueprint, of: pack, knowing: nil) }

    /// The same, where it was found out before what the pack can put there.
    ///
    /// - Parameters:
    ///   - blueprint: Of the pack.
    ///   - pack: As it was then.
    ///   - known: What was found out; nil where it was not.
    package init(for blueprint: Blueprint, of pack: Pack, knowing known: KnownStock?) {
        self.pack = pack
        self.blueprint = blueprint
        payers = Payers(of: pack)
        let levels = CalibratedLevels(of: pack)
        self.levels = levels
        pool = ExamPool(of: pack)
        terms = Dictionary(
            pack.termItems.map { ($0.id.subject.description, $0) }, uniquingKeysWith: { first, _ in first })
        if let known, known.sections.count == blueprint.sections.count {
            sections = known.sections
            return
        }
        var stocks = Array(repeating: StockTaking(), count: blueprint.sections.count)
        for (entry, difficulty) in Self.visits(
            of: pack, under: payers.all, for: blueprint.sections, seeds: 0..<Self.probes, told: blueprint.tellings)
        {
            for (position, section) in blueprint.sections.enumerated() where section.allows(entry.item, difficulty) {
                stocks[position].add(entry.item, entry.way, levels.level(of: entry.item, predicted: difficulty))
            }
        }
        for term in pack.termItems {
            let difficulty = PredictedDifficulty(of: term)
            for (position, section) in blueprint.sections.enumerated() where section.allows(term, difficulty) {
                stocks[position].add(
                    term, .entry(term.id.subject.description), levels.level(of: term, predicted: difficulty))
            }
        }
        sections = stocks.map(\.stock)
    }

    /// The items that sections may ask for: every one about a scenario, and those of each template that some seeds make.
    static func visits(
        of pack: Pack, under payers: [Payer], for sections: [Blueprint.Section], seeds: Range<UInt64>,
        told tellings: [Register] = [.plain, .note]
    ) -> [(entry: (item: Item, way: Way), difficulty: PredictedDifficulty)] {
        let pool = ExamPool(of: pack)
        var found: [(entry: (item: Item, way: Way), difficulty: PredictedDifficulty)] = []
        func add(_ situation: Situation, _ kinds: [ItemKind], _ way: (ItemKind) -> Way) {
            let misled = situation.misled
            for kind in kinds {
                guard let item = situation.item(kind) else { continue }
                found.append(((item, way(kind)), PredictedDifficulty(of: item, misled: misled)))
            }
        }
        for policy in pack.policies.indices {
            let id = pack.policies[policy].id
            let kinds = Dictionary(uniqueKeysWithValues: tellings.map { ($0, sections.kinds(under: id, told: $0)) })
            let plain = kinds[.plain] ?? []
            for (position, scenario) in pool.scenarios.enumerated()
            where !plain.isEmpty && scenario.isAsked(under: pack.policies[policy])
                && pack.policies[policy].isInForce(for: scenario)
            {
                add(Situation(scenario, under: payers[policy]), plain) { .scenario(position, policy: policy, $0) }
            }
            for (position, template) in pool.templates.enumerated()
            where template.isAsked(under: pack.policies[policy]) {
                for telling in tellings {
                    guard let asked = kinds[telling], !asked.isEmpty else { continue }
                    for seed in seeds {
                        let situation = Situation(template, seed: seed, as: telling, under: payers[policy])
                        guard let situation else { break }
                        add(situation, asked) { .template(position, policy: policy, $0, telling) }
                    }
                }
            }
        }
        return found
    }

    /// An item that a family gives in one of its ways; nil where it gives none that the section allows.
    func draw(
        _ ways: [Way], for section: Blueprint.Section, with generator: inout SeededGenerator
    ) -> (item: Item, difficulty: PredictedDifficulty)? {
        for _ in 0..<12 {
            let way = ways[generator.below(ways.count)]
            guard let (item, difficulty) = make(way, with: &generator), section.allows(item, difficulty) else {
                continue
            }
            return (item, levels.level(of: item, predicted: difficulty))
        }
        return nil
    }

    private func make(
        _ way: Way, with generator: inout SeededGenerator
    ) -> (item: Item, difficulty: PredictedDifficulty)? {
        let situation: Situation?
        let kind: ItemKind
        switch way {
        case .entry(let id): return terms[id].map { ($0, PredictedDifficulty(of: $0)) }
        case .scenario(let position, let policy, let asked):
            situation = Situation(pool.scenarios[position], under: payers.all[policy])
            kind = asked
        case .template(let position, let policy, let asked, let telling):
            let seed = UInt64(generator.below(Self.seeds))
            situation = Situation(pool.templates[position], seed: seed, as: telling, under: payers.all[policy])
            kind = asked
        }
        guard let situation, let item = situation.item(kind) else { return nil }
        return (item, PredictedDifficulty(of: item))
    }
}

/// How hard items are, as far as a calibration of the pack found it out.
private struct CalibratedLevels: Sendable {
    private let found: [FamilyDifficulty.Key: PredictedDifficulty]

    init(of pack: Pack) {
        found = Dictionary(pack.calibration.map { ($0.key, PredictedDifficulty(of: $0)) }) { first, _ in first }
    }

    func level(of item: Item, predicted: PredictedDifficulty) -> PredictedDifficulty {
        found[FamilyDifficulty.Key(item.id.family.subject, item.kind)] ?? predicted
    }
}

/// Collects what a section may be filled with.
private struct StockTaking {
    private var ways: [ItemFamily: [FormBank.Way]] = [:]
    private var sums: [ItemFamily: [ItemKind: (sum: Double, count: Int)]] = [:]
    private var sum = 0.0
    private var count = 0

    mutating func add(_ item: Item, _ way: FormBank.Way, _ difficulty: PredictedDifficulty) {
        let family = item.id.family
        ways[family, default: []].append(way)
        let before = sums[family]?[item.kind] ?? (0, 0)
        sums[family, default: [:]][item.kind] = (before.sum + difficulty.value, before.count + 1)
        sum += difficulty.value
        count += 1
    }

    var stock: FormBank.Stock {
        let families = ways.sorted { $0.key < $1.key }.map { (family: $0.key, ways: $0.value) }
        return FormBank.Stock(
            families: families, target: count == 0 ? 0 : sum / Double(count),
            difficulties: sums.mapValues { $0.mapValues { $0.sum / Double($0.count) } })
    }
}

extension Blueprint.Section {
    /// Whether an item may stand in the section.
    package func allows(_ item: Item, _ difficulty: PredictedDifficulty) -> Bool {
        let id = item.id
        guard kinds.contains(id.kind) else { return false }
        if !difficulties.isEmpty, !difficulties.contains(difficulty.band) { return false }
        if let policy = id.policy, !allows(policy) { return false }
        guard id.subject.telling.map(allows) ?? true else { return false }
        return skills.isEmpty || !item.skills.isDisjoint(with: skills)
    }

    fileprivate func allows(_ policy: ID<Policy>) -> Bool { policies.isEmpty || policies.contains(policy) }

    /// Papers are what a section asks for by name: forms that were made before there were any stay as they are.
    fileprivate func allows(_ telling: Register) -> Bool {
        tellings.isEmpty ? telling != .chart : tellings.contains(telling)
    }
}

extension [Blueprint.Section] {
    /// The kinds of item for which any of them asks about visits under a policy that are told so.
    fileprivate func kinds(under policy: ID<Policy>, told telling: Register) -> [ItemKind] {
        let asking = filter { $0.allows(policy) && $0.allows(telling) }
        return ItemKind.allCases.filter { kind in asking.contains { $0.kinds.contains(kind) } }
    }
}

extension ItemID.Subject {
    /// How the visit is told that is asked about; nil where that is none.
    fileprivate var telling: Register? {
        switch self {
        case .template(_, _, let telling): telling
        case .scenario: .plain
        case .papers: .chart
        case .entry: nil
        }
    }
}

extension Blueprint {
    /// How visits of the blueprint may be told.
    fileprivate var tellings: [Register] {
        let asked = Set(sections.flatMap { $0.tellings.isEmpty ? [.plain, .note] : $0.tellings })
        return Register.allCases.filter(asked.contains)
    }
}

extension Policy {
    fileprivate func isInForce(for scenario: Scenario) -> Bool { effective.contains(scenario.encounter.date) }
}
