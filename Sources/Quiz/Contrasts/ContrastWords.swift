package import Scoring

/// How the two visits of a contrast are shown.
extension Contrast {
    /// The lines that all bill, by the key and as is believed, where there are so many lines that these would hide what
    /// differs.
    package var sameLines: Claim {
        let claims = sides.flatMap { [$0.key, $0.believed] }
        guard let first = claims.first, claims.contains(where: { $0.lines.count > 3 }) else { return Claim() }
        return Claim(first.lines.filter { line in claims.allSatisfy { $0.lines.contains(line) } })
    }

    /// What stands above the visits.
    package var heading: String {
        let beside = sameLines.isEmpty ? "" : ", beside \(sameLines)"
        return "alike but for one thing, by the key and as if so\(beside):"
    }

    /// A row for each visit: what sets it apart, what it bills, and what is believed.
    package var rows: [[String]] {
        let same = sameLines.lines
        return sides.map { side in
            let key = Claim(side.key.lines.filter { !same.contains($0) })
            let believed = Claim(side.believed.lines.filter { !same.contains($0) })
            let words = { (claim: Claim, other: Claim, isAll: Bool) in
                claim.isEmpty && !isAll ? "nothing more" : claim.shown(beside: CollectionOfOne(other))
            }
            return [
                side.words, words(key, believed, key.lines.count == side.key.lines.count),
                side.isRight ? "the same" : words(believed, key, believed.lines.count == side.believed.lines.count),
            ]
        }
    }
}
