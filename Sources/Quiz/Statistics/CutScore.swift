/// What the rounds of a standard setting come to.
package struct CutScore: Sendable, Equatable {
    /// The rounds, in their order.
    package let rounds: [AngoffRound]
    /// What changed from the first round to the last; nil where there was one only.
    package let change: Change?

    /// What talking about the items changed.
    package struct Change: Sendable, Equatable {
        /// By how much the cut rose; less than 0 where it fell.
        package let cut: Double
        /// By how much the raters' own cuts scatter more; less than 0 where they came nearer to each other.
        package let deviation: Double
        /// The share of ratings that are others than before.
        package let share: Double
        /// The mean of how far ratings moved, either way.
        package let distance: Double
    }

    /// The cut score; nil without a round, or where a rating of one is missing.
    ///
    /// - Parameters:
    ///   - ratings: The ratings of each round from 0 to 100, a row for each item, a column for each rater.
    ///   - items: The items' names.
    ///   - raters: The raters' names.
    package init?(rounds ratings: [[[Double]]], items: [String], raters: [String]) {
        rounds = ratings.compactMap { AngoffRound($0, items: items, raters: raters) }
        guard let first = rounds.first, let last = rounds.last, rounds.count == ratings.count else { return nil }
        guard rounds.count > 1, let before = ratings.first, let after = ratings.last else {
            change = nil
            return
        }
        let moves = zip(before.joined(), after.joined()).map { abs($1 - $0) }
        change = Change(
            cut: last.cut - first.cut, deviation: last.deviation - first.deviation,
            share: Double(moves.count { $0 > 0 }) / Double(moves.count),
            distance: moves.reduce(0, +) / Double(moves.count))
    }

    /// The round that counts.
    package var last: AngoffRound { rounds[rounds.count - 1] }

    /// The pass mark to set, of 100: the cut of the last round, to the nearest whole.
    package var passMark: Int { Int((last.cut + 0.5 + 1e-9).rounded(.down)) }
}
