package import Content
import Glibc
import Scoring

/// How hard an item is likely to be, 0 to 1: a guess at the share of new coders who would miss it, made from its facts
/// before anybody has answered it. It only serves to make forms alike.
///
/// The guess begins with the kind of item: 0.20 for a choice, 0.25 for a term or fact, 0.30 for the clock and for
/// circumstances, 0.35 for a claim, 0.40 for a denial, 0.45 for an audit. Then come up to 0.30 by the share of the
/// pack's misconceptions that lead to another claim, 0.03 for each skill beyond the first two that the visit takes
/// (0.15 at most), and 0.05 where it is told as a nurse charts it; for a term 0.03 for each word of its answer beyond
/// the first (0.15 at most). An easy item lies below 0.45, a hard one at 0.60 or above.
///
/// Once a calibration tells how hard items of a family are, forms are held to that; what is easy and hard for a
/// blueprint stays as it was predicted.
package struct PredictedDifficulty: Sendable, Comparable {
    /// The share of new coders who would miss it, 0 to 1.
    package let value: Double

    /// The difficulty as blueprints ask for it: easy below 0.45, hard from 0.60 on.
    package var band: Blueprint.Difficulty { value < 0.45 ? .easy : value < 0.60 ? .medium : .hard }

    init(of item: Item) { self.init(of: item, misled: item.situation?.misled ?? 0) }

    /// The same where it is known already what share of misconceptions leads astray in the item's visit.
    init(of item: Item, misled: Double) {
        guard let situation = item.situation else {
            let words = item.key.split(separator: " ").count
            value = Self.base(of: item.kind) + 0.03 * Double(min(words - 1, 5))
            return
        }
        let skills = Double(min(max(item.skills.count - 2, 0), 5))
        let charted = situation.subject.isCharted ? 0.05 : 0
        value = Self.base(of: item.kind) + 0.30 * misled + 0.03 * skills + charted
    }

    /// The share of those who were calibrated on that misses an item, where abilities are 0 on average.
    init(of family: FamilyDifficulty) {
        value = 1 / (1 + exp(-Double(family.discrimination) * Double(family.difficulty) / 1_000_000))
    }

    private static func base(of kind: ItemKind) -> Double {
        switch kind {
        case .choice: 0.20
        case .term: 0.25
        case .clock, .circumstance: 0.30
        case .claim: 0.35
        case .denial: 0.40
        case .audit: 0.45
        }
    }

    package static func < (left: PredictedDifficulty, right: PredictedDifficulty) -> Bool { left.value < right.value }
}

extension Situation {
    /// The share of the pack's misconceptions that lead to another claim.
    var misled: Double {
        let beliefs = pack.misconceptions.count
        return beliefs == 0 ? 0 : Double(judged.differential.singles.count) / Double(beliefs)
    }
}
