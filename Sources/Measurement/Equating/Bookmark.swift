import Glibc

/// A standard setting by bookmarks: raters go through the items from the easiest to the hardest and put a bookmark at the
/// first that a minimally qualified candidate would no longer be likely to have right (D. M. Lewis, H. C. Mitzel and D. R.
/// Green, 1996; H. C. Mitzel, D. M. Lewis, R. J. Patz and D. R. Green in Cizek, "Setting Performance Standards", 2001).
package struct Bookmark: Sendable, Equatable {
    /// The ability from which candidates pass: the mean of the raters' cuts.
    package let cut: Double
    /// The standard deviation of the raters' cuts.
    package let deviation: Double
    /// How far the cut would scatter with other raters of the same kind: the deviation by the root of their number.
    package let standardError: Double
    /// Each rater's cut, in their order.
    package let cuts: [Double]

    /// The chance of a right answer that counts as likely: two in three.
    package static let likely = 2.0 / 3

    /// The indices of items in the order in which raters read them: by the ability at which a right answer is likely.
    package static func booklet(of items: [ItemParameters]) -> [Int] {
        items.indices.sorted { (items[$0].location, $0) < (items[$1].location, $1) }
    }

    /// A standard setting; nil for fewer than two raters, without items, for items that do not discriminate, and for a
    /// bookmark outside of the booklet.
    ///
    /// A rater's cut lies half way between the bookmarked item and the one before: from there up to the bookmark, all
    /// before it are likely and it is not.
    ///
    /// - Parameters:
    ///   - items: In any order.
    ///   - bookmarks: For each rater how many items of the booklet lie before the bookmark, from 0 to all of them.
    package init?(_ items: [ItemParameters], bookmarks: [Int]) {
        guard bookmarks.count > 1, !items.isEmpty, items.allSatisfy({ $0.discrimination > 0 }),
            bookmarks.allSatisfy({ (0...items.count).contains($0) })
        else { return nil }
        let locations = items.map(\.location).sorted()
        cuts = bookmarks.map { index in
            (locations[max(index - 1, 0)] + locations[min(index, locations.count - 1)]) / 2
        }
        let mean = cuts.reduce(0, +) / Double(cuts.count)
        let squares = cuts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        cut = mean
        deviation = (squares / Double(cuts.count - 1)).squareRoot()
        standardError = deviation / Double(cuts.count).squareRoot()
    }
}

extension ItemParameters {
    /// The ability at which a right answer is likely.
    fileprivate var location: Double { difficulty + logOdds(Bookmark.likely) / discrimination }
}
