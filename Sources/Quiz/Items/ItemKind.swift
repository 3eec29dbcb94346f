/// What an item asks for.
package enum ItemKind: String, Sendable, CaseIterable {
    /// Which codes, and how many units.
    case claim
    /// Whether the add-on is reportable, and which circumstance fails.
    case circumstance
    /// A word or a short fact, typed.
    case term
}
