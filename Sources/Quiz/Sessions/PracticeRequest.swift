package import Content
package import Scoring

/// What a learner asks to practise.
package struct PracticeRequest: Sendable {
    /// How many items.
    package var count = 12
    /// Only this policy; nil for every one of the pack.
    package var policy: ID<Policy>?
    /// Only these kinds; empty for all.
    package var kinds: Set<ItemKind> = []
    /// Only items that exercise one of these; empty for all.
    package var skills: Set<Skill> = []

    /// Whether skills come in their order, where none is asked for: nothing that rests on what was not shown.
    package var isOrdered = true

    package init() {}
}
