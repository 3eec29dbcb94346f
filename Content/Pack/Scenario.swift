package import Scoring

/// A visit to code: its facts, and the words in which they are told. It has no key of its own.
package struct Scenario: Sendable, Equatable {
    /// The name by which items keep it.
    package var id: ID<Scenario>
    /// What the visit is about, for whoever writes and checks packs.
    package var title: String
    /// The facts in words; the policy's statement is added when it is asked.
    package var stem: String
    /// The facts.
    package var encounter: Encounter
    /// The policies that it makes sense under; empty for all of the pack.
    package var policies: [ID<Policy>]
    /// Ids of the pack's sources.
    package var sources: [String]

    package init(
        id: ID<Scenario>, title: String, stem: String, encounter: Encounter, policies: [ID<Policy>] = [],
        sources: [String]
    ) {
        self.id = id
        self.title = title
        self.stem = stem
        self.encounter = encounter
        self.policies = policies
        self.sources = sources
    }

    /// Whether it makes sense under a policy.
    package func isAsked(under policy: Policy) -> Bool { isAsked(under: policy.id) }

    /// The same for a policy by its id.
    package func isAsked(under policy: ID<Policy>) -> Bool { policies.isEmpty || policies.contains(policy) }
}
