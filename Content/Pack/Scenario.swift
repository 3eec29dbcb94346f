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
    /// Ids of the pack's sources.
    package var sources: [String]

    package init(id: ID<Scenario>, title: String, stem: String, encounter: Encounter, sources: [String]) {
        self.id = id
        self.title = title
        self.stem = stem
        self.encounter = encounter
        self.sources = sources
    }
}
