package import Content
package import Scoring

extension Situation {
    /// The item of a kind about this visit; nil where the visit has nothing for that kind to ask.
    package func item(_ kind: ItemKind) -> (any Item)? {
        switch kind {
        case .claim: ClaimItem(self)
        case .choice: ChoiceItem(self, seed: seed)
        case .audit: AuditItem(self, seed: seed)
        case .clock: ClockItem(self)
        case .circumstance: CircumstanceItem(self)
        case .denial: DenialItem(self, seed: seed)
        case .term: nil
        }
    }

    /// Chooses among mistakes and orders options: the same for the same visit under the same policy.
    private var seed: UInt64 {
        if case .template(_, let seed, _) = subject { return seed }
        return "\(subject)/\(policy.id)".utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }
    }
}

extension Pack {
    /// The policies that a template may be asked under.
    package func policies(for template: Template) -> [Policy] {
        template.policies.isEmpty ? policies : policies.filter { template.policies.contains($0.id) }
    }

    /// An item for every term and fact.
    package var termItems: [TermItem] {
        terms.map { TermItem($0, in: self) } + facts.map { TermItem($0, in: self) }
    }
}
