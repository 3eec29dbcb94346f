/// What the modifiers and the stand-ins of a code set and of a payer depend on. Beliefs that are about neither share it.
final class Conditions: Sendable {
    /// The modifiers that are due, those of the code set before the payer's.
    let modifierRules: [ModifierRule]
    /// The indices of those of them that ask what is billed beside a line.
    let besideRules: [Int]
    /// Whether anything is billed otherwise by who, where, how often or how much.
    let askAboutSettings: Bool
    /// Whether anything is billed otherwise by how long ago the last visit was.
    let askAboutLastVisit: Bool
    /// The indices of the rules of modifiers for each definition of the code set.
    private let rulesByDefinition: [[Int]]

    init(of codes: CodeSet, _ policy: Policy) {
        let rules = codes.modifierRules + policy.modifierRules
        let families = codes.families.lazy.filter { !$0.standIns.isEmpty }
        modifierRules = rules
        besideRules = Array(rules.indices.filter { !rules[$0].when.beside.isEmpty }.prefix(ModifierRule.besideLimit))
        askAboutSettings = !rules.isEmpty || !policy.standIns.isEmpty || !families.isEmpty
        askAboutLastVisit =
            rules.contains { $0.when.daysSinceLast != nil }
            || policy.standIns.contains { $0.when.daysSinceLast != nil }
            || families.contains { $0.standIns.contains { $0.when.daysSinceLast != nil } }
        var rulesByDefinition = Array(repeating: [Int](), count: codes.definitions.count)
        for (number, rule) in rules.enumerated() {
            for code in rule.codes {
                guard let definition = codes.index(of: code), rulesByDefinition[definition].last != number else {
                    continue
                }
                rulesByDefinition[definition].append(number)
            }
        }
        self.rulesByDefinition = rulesByDefinition
    }

    /// The indices of the rules of modifiers for the lines of a code, in their order; none where the set lacks it.
    func modifierRules(for definition: Int?) -> [Int] { definition.map { rulesByDefinition[$0] } ?? [] }
}
