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
    /// The pack's misconceptions about the rules of a policy; to be kept by whoever makes many items.
    package func beliefs(under policy: Policy) -> Beliefs { Beliefs(misconceptions, about: rules(under: policy)) }

    /// The item that a template makes with a seed; nil where the template, so filled, has nothing for that kind to ask.
    package func item(
        _ kind: ItemKind, from template: Template, seed: UInt64, as register: Register = .plain, among beliefs: Beliefs
    ) -> (any Item)? {
        Situation(template, seed: seed, as: register, among: beliefs, in: self)?.item(kind)
    }

    /// The item of an identity; nil where the pack no longer makes it, or makes other words or another key of it.
    package func item(_ id: ItemID, among beliefs: (Policy) -> Beliefs) -> (any Item)? {
        let item = itemNow(at: id, among: beliefs)
        return item.flatMap { $0.id == id ? $0 : nil }
    }

    /// The item that the pack makes now of the subject, kind and policy of an identity, whatever its words and key were;
    /// nil where it makes none.
    package func itemNow(at id: ItemID, among beliefs: (Policy) -> Beliefs) -> (any Item)? {
        switch (id.subject, id.policy.flatMap(policy)) {
        case (.scenario(let name), let policy?):
            scenario(name).flatMap { Situation($0, among: beliefs(policy), in: self).item(id.kind) }
        case (.template(let name, let seed, let register), let policy?):
            template(name).flatMap { item(id.kind, from: $0, seed: seed, as: register, among: beliefs(policy)) }
        case (.entry, nil):
            termItems.first { $0.id == id } ?? termItems.first { $0.id.subject == id.subject }
        default: nil
        }
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
