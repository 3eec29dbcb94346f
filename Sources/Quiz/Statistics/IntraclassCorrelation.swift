/// How far raters agree on the same items, as shares of the variance of their ratings (P. E. Shrout and J. L. Fleiss,
/// "Intraclass correlations: uses in assessing rater reliability", Psychological Bulletin 86 (1979); in the words of
/// K. O. McGraw and S. P. Wong, Psychological Methods 1 (1996)). Each is 1 where raters agree, and can fall below 0.
package struct IntraclassCorrelation: Sendable, Equatable {
    /// One rating, where each item has raters of its own: ICC(1,1).
    package let oneWay: Double
    /// One rating of one rater, level included: ICC(2,1), absolute agreement.
    package let agreement: Double
    /// One rating of one rater, differences of level left out: ICC(3,1), consistency.
    package let consistency: Double
    /// The mean of all raters, in each of the three ways: ICC(1,k), ICC(2,k), ICC(3,k).
    package let oneWayOfMean, agreementOfMean, consistencyOfMean: Double

    /// The correlations; nil for fewer than two items or raters, where a rating is missing, and where nothing varies.
    ///
    /// - Parameter ratings: A row for each item, a column for each rater.
    package init?(of ratings: [[Double]]) {
        guard let raters = ratings.first?.count, raters > 1, ratings.count > 1,
            ratings.allSatisfy({ $0.count == raters })
        else { return nil }
        let (items, width) = (Double(ratings.count), Double(raters))
        let all = ratings.joined().reduce(0, +) / (items * width)
        let rows = ratings.map { $0.reduce(0, +) / width }
        let columns = (0..<raters).map { column in ratings.reduce(0) { $0 + $1[column] } / items }
        let total = ratings.joined().reduce(0) { $0 + ($1 - all) * ($1 - all) }
        let betweenItems = width * rows.reduce(0) { $0 + ($1 - all) * ($1 - all) }
        let betweenRaters = items * columns.reduce(0) { $0 + ($1 - all) * ($1 - all) }
        let item = betweenItems / (items - 1)
        let rater = betweenRaters / (width - 1)
        let within = (total - betweenItems) / (items * (width - 1))
        let rest = max(0, total - betweenItems - betweenRaters) / ((items - 1) * (width - 1))
        guard item > 1e-12 else { return nil }
        oneWay = (item - within) / (item + (width - 1) * within)
        agreement = (item - rest) / (item + (width - 1) * rest + width * (rater - rest) / items)
        consistency = (item - rest) / (item + (width - 1) * rest)
        oneWayOfMean = (item - within) / item
        agreementOfMean = (item - rest) / (item + (rater - rest) / items)
        consistencyOfMean = (item - rest) / item
    }
}
