/// What an item asks for.
package enum ItemKind: String, Sendable, CaseIterable {
    /// Which codes, and how many units.
    case claim
    /// The same with options, each wrong one the answer of a misconception.
    case choice
    /// A claim as billed: pay or deny, which edit fails, and the corrected claim.
    case audit
    /// How many minutes count.
    case clock
    /// Whether the add-on is reportable, and which circumstance fails.
    case circumstance
    /// A payer's reason code came back: what went wrong, and what to bill instead.
    case denial
    /// A word or a short fact, typed.
    case term
}
