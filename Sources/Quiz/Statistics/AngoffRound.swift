/// One round of a modified Angoff standard setting: raters say of each item how many of 100 minimally qualified
/// candidates would answer it right; the mean is the cut score (W. H. Angoff, "Scales, norms, and equivalent scores",
/// 1971; G. J. Cizek and M. B. Bunch, "Standard Setting", 2007, chapter 6).
package struct AngoffRound: Sendable, Equatable {
    /// What the raters made of each item.
    package let items: [Item]
    /// What each rater made of the items.
    package let raters: [Rater]
    /// The mean over raters and items, of 100.
    package let cut: Double
    /// The standard deviation of the raters' own cut scores.
    package let deviation: Double
    /// How far the cut would scatter with other raters of the same kind: the deviation by the root of their number.
    package let standardError: Double
    /// Nil where no item differs from any other.
    package let agreement: IntraclassCorrelation?

    /// What raters made of one item.
    package struct Item: Sendable, Equatable {
        /// The name by which the worksheet calls the item.
        package let name: String
        /// The mean of the ratings, of 100.
        package let mean: Double
        /// The standard deviation of the ratings.
        package let deviation: Double
        /// The lowest rating, of 100.
        package let lowest: Double
        /// The highest rating, of 100.
        package let highest: Double

        /// Ratings that lie further apart are talked about before the next round.
        package static let widest = 30.0

        /// Whether raters are to talk about it.
        package var isToDiscuss: Bool { highest - lowest > Self.widest }
    }

    /// One rater.
    package struct Rater: Sendable, Equatable {
        /// The rater, as the worksheet heads the column.
        package let name: String
        /// The mean of the rater's ratings: the cut score that the rater alone would set.
        package let cut: Double
        /// The correlation with the mean of the other raters, item by item; nil where either does not vary.
        package let correlation: Double?
    }

    /// A round; nil for fewer than two raters or items, or where a rating is missing.
    ///
    /// - Parameters:
    ///   - ratings: From 0 to 100, a row for each item, a column for each rater.
    ///   - items: The items' names.
    ///   - raters: The raters' names.
    package init?(_ ratings: [[Double]], items: [String], raters: [String]) {
        guard raters.count > 1, items.count > 1, ratings.count == items.count,
            ratings.allSatisfy({ $0.count == raters.count })
        else { return nil }
        self.items = zip(items, ratings).map { name, row in
            Item(
                name: name, mean: mean(row) ?? 0, deviation: (variance(row) ?? 0).squareRoot(), lowest: row.min() ?? 0,
                highest: row.max() ?? 0)
        }
        self.raters = raters.enumerated().map { position, name in
            let others = ratings.map { row in
                (row[position], (row.reduce(0, +) - row[position]) / Double(row.count - 1))
            }
            return Rater(name: name, cut: mean(ratings.map { $0[position] }) ?? 0, correlation: correlation(others))
        }
        cut = mean(self.raters.map(\.cut)) ?? 0
        deviation = (variance(self.raters.map(\.cut)) ?? 0).squareRoot()
        standardError = deviation / Double(raters.count).squareRoot()
        agreement = IntraclassCorrelation(of: ratings)
    }
}
