package import Content
package import Scoring

/// What an item is made from: the same identity always gives the same words and the same key.
package struct ItemID: Hashable, Sendable {
    package let pack: ID<Pack>
    package let edition: String
    package let kind: ItemKind
    /// The scenario, term or fact that the item asks about.
    package let subject: String
    /// The policy that it is asked under; nil where none matters.
    package let policy: ID<Policy>?

    init(_ kind: ItemKind, of subject: String, under policy: ID<Policy>? = nil, in pack: Pack) {
        self.pack = pack.id
        edition = pack.edition
        self.kind = kind
        self.subject = subject
        self.policy = policy
    }
}

extension ItemID: CustomStringConvertible {
    /// `home-infusion@2026.1/claim/iv-antibiotics/cpt-midpoint`
    package var description: String {
        let parts = ["\(pack)@\(edition)", kind.rawValue, subject] + (policy.map { [$0.text] } ?? [])
        return parts.joined(separator: "/")
    }
}
