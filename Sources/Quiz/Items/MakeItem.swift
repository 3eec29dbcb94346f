package import Content
package import Scoring

extension Situation {
    /// The item of a kind about this visit; nil where the visit has nothing for that kind to ask.
    ///
    /// The seed chooses among mistakes and orders options.
    package func item(_ kind: ItemKind, seed: UInt64) -> (any Item)? {
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
}

extension Pack {
    /// The pack's misconceptions about the rules of a policy; to be kept by whoever makes many items.
    package func beliefs(under policy: Policy) -> Beliefs { Beliefs(misconceptions, about: rules(under: policy)) }

    /// The item that a template makes with a seed; nil where the template, so filled, has nothing for that kind to ask.
    package func item(
        _ kind: ItemKind, from template: Template, seed: UInt64, as register: Register = .plain, among beliefs: Beliefs
    ) -> (any Item)? {
        Situation(template, seed: seed, as: register, among: beliefs, in: self)?.item(kind, seed: seed)
    }

    /// The policies that a template may be asked under.
    package func policies(for template: Template) -> [Policy] {
        template.policies.isEmpty ? policies : policies.filter { template.policies.contains($0.id) }
    }

    /// An item for every term and fact.
    package var termItems: [TermItem] {
        terms.map { TermItem($0, in: self) } + facts.map { TermItem($0, in: self) }
    }
}
