/// What the modifiers and the stand-ins of a code set and of a payer depend on. Beliefs that are about neither share it.
final class Conditions: Sendable {
    /// The modifiers that are due, those of the code set before the payer's.
    let modifierRules: [ModifierRule]
    /// The indices of the rules that ask what else is billed.
    let waitingRules: [Int]
    /// Whether anything is billed otherwise by who, where, how often or how much.
    let askAboutSettings: Bool
    /// Whether anything is billed otherwise by how long ago the last visit was.
    let askAboutLastVisit: Bool
    /// Whether anything is billed otherwise by the way or the access by which it was given.
    let askAboutWays: Bool
    /// Whether codes that exclude each other are both paid where they were done at different sites.
    let partsBySite: Bool
    /// Whether anything is billed otherwise by how much of the minutes is whose.
    let askAboutShares: Bool
    /// The indices of the families of which a code or a modifier goes by who gave the care, so that what one person did
    /// is billed apart from what another did.
    let familiesByPerformer: [Int]
    /// The indices of the rules of modifiers for each definition of the code set, one definition after the other: an
    /// array of arrays would be most of what it takes to hold a belief.
    let rulesInOrder: [Int]
    /// Where those of each definition begin, and where all end.
    private let starts: [Int]

    init(of codes: CodeSet, _ policy: Policy) {
        let rules = codes.modifierRules + policy.modifierRules
        let families = codes.families.lazy.filter { !$0.standIns.isEmpty }
        modifierRules = rules
        waitingRules = Array(rules.indices.filter { rules[$0].when.waitsForClaim }.prefix(ModifierRule.besideLimit))
        partsBySite = codes.exclusions.contains(where: \.isPartedBySite)
        let hasSites = partsBySite || codes.families.contains { $0.measure == .sites }
        askAboutSettings = !rules.isEmpty || !policy.standIns.isEmpty || !families.isEmpty || hasSites
        func anyone(asks: (Condition) -> Bool) -> Bool {
            rules.contains { asks($0.when) } || policy.standIns.contains { asks($0.when) }
                || families.contains { $0.standIns.contains { asks($0.when) } }
        }
        askAboutLastVisit = anyone { $0.daysSinceLast != nil }
        askAboutWays = hasSites || anyone { !$0.routes.isEmpty || !$0.sites.isEmpty }
        askAboutShares = anyone { $0.shareOver != nil }
        familiesByPerformer =
            anyone { !$0.performers.isEmpty } ? Self.familiesByPerformer(of: codes, policy, rules) : []
        (starts, rulesInOrder) = Self.sorted(rules, by: codes)
    }

    /// Those of which no rule asks who gave the care together, or how much of it each gave.
    private static func familiesByPerformer(of codes: CodeSet, _ policy: Policy, _ rules: [ModifierRule]) -> [Int] {
        codes.families.indices.filter { number in
            let family = codes.families[number]
            let billed = Set(family.codes)
            var asked = family.standIns.map(\.when)
            asked += policy.standIns.filter { billed.contains($0.of) }.map(\.when)
            asked += rules.filter { $0.codes.contains(where: billed.contains) }.map(\.when)
            return asked.contains { !$0.performers.isEmpty }
                && asked.allSatisfy { $0.together.isEmpty && $0.shareOver == nil }
        }
    }

    private static func sorted(_ rules: [ModifierRule], by codes: CodeSet) -> (starts: [Int], numbers: [Int]) {
        var starts = Array(repeating: 0, count: codes.definitions.count + 1)
        var last = Array(repeating: -1, count: codes.definitions.count)
        var pairs: [(definition: Int, rule: Int)] = []
        for (number, rule) in rules.enumerated() {
            for code in rule.codes {
                guard let definition = codes.index(of: code), last[definition] != number else { continue }
                last[definition] = number
                starts[definition + 1] += 1
                pairs.append((definition, number))
            }
        }
        for definition in last.indices { starts[definition + 1] += starts[definition] }
        var next = starts
        var numbers = Array(repeating: 0, count: pairs.count)
        for pair in pairs {
            numbers[next[pair.definition]] = pair.rule
            next[pair.definition] += 1
        }
        return (starts, numbers)
    }

    /// Where the rules of modifiers for the lines of a code stand in their order; nowhere where the set lacks it.
    func positions(of definition: Int?) -> Range<Int> {
        guard let definition else { return 0..<0 }
        return starts[definition]..<starts[definition + 1]
    }
}
