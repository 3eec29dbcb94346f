package import Content
import Scoring

/// An item about a visit. Heading, stem, skills, hints, explanation and sources are the visit's, unless the kind has
/// others.
package protocol VisitItem: ItemContent {
    /// The visit under its payer.
    var situation: Situation { get }
}

extension VisitItem {
    package var heading: String { situation.heading }
    package var stem: [String] { situation.stem }
    package var sheets: [Sheet] { situation.sheets }
    package var skills: Set<Skill> { situation.skills }
    package var hints: [String] { situation.hints }
    package var why: String { situation.why }
    package var sources: [String] { situation.sources }
}

extension Situation {
    /// The item of a kind about this visit; nil where the visit has nothing for that kind to ask.
    package func item(_ kind: ItemKind) -> Item? {
        switch kind {
        case .claim: .claim(ClaimItem(self))
        case .choice: ChoiceItem(self, seed: seed).map { .choice($0) }
        case .audit: AuditItem(self, seed: seed).map { .audit($0) }
        case .clock: ClockItem(self).map { .clock($0) }
        case .circumstance: CircumstanceItem(self).map { .circumstance($0) }
        case .denial: DenialItem(self, seed: seed).map { .denial($0) }
        case .term: nil
        }
    }

    /// Chooses among mistakes and orders options: the same for the same visit under the same policy.
    ///
    /// What items of scenarios look like follows from this very sum, so it stays what it is.
    private var seed: UInt64 {
        if case .template(_, let seed, _) = subject { return seed }
        return "\(subject)/\(policy.id)".utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }
    }
}
