/// All that responses tell of a test, its items and their templates.
package struct TestStatistics: Sendable, Equatable {
    /// How many candidates the responses are of.
    package let candidates: Int
    /// The mean share of the full score; nil without candidates or items, and where shares are of different tests.
    package let mean: Double?
    /// The standard deviation of that share; nil for fewer than two candidates, and where there is no mean.
    package let standardDeviation: Double?
    /// How far the scores would be the same another time; nil where that cannot be reckoned.
    package let reliability: Reliability?
    /// How often candidates would be passed or failed alike, at the pass mark.
    package let consistency: DecisionConsistency?
    /// Each item, with what is noteworthy of it.
    package let items: [Flagged]
    /// Each template, its items taken together.
    package let families: [Flagged]

    /// An item or a template with what is noteworthy of it.
    package struct Flagged: Sendable, Equatable {
        /// What the responses tell of it.
        package let analysis: ItemAnalysis
        /// What is noteworthy; empty where nothing is.
        package let flags: [ItemFlag]
    }

    /// The statistics of a test.
    ///
    /// - Parameters:
    ///   - matrix: The responses.
    ///   - passMark: The least share of the full score that passes, from 0 to 1.
    ///   - offered: The options of items, by the items' names.
    package init(of matrix: ResponseMatrix, passMark: Double, offered: [String: [String]] = [:]) {
        self.init(of: ResponseTable(matrix), aligned: AlignedForms(matrix), passMark: passMark, offered: offered)
    }

    /// The same, reliability and consistency from forms side by side; nil where there are none for them.
    ///
    /// - Parameters:
    ///   - table: The responses.
    ///   - aligned: The same for what needs everybody's response to everything.
    ///   - passMark: The least share of the full score that passes, from 0 to 1.
    ///   - offered: The options of items, by the items' names.
    ///   - areJudged: Whether shares that are right tell of candidates and items.
    init(
        of table: ResponseTable, aligned: AlignedForms?, passMark: Double, offered: [String: [String]] = [:],
        areJudged: Bool = true
    ) {
        candidates = table.rows.count
        let shares = table.rows.compactMap { row in Quiz.mean(row.map(\.response.fraction)) }
        mean = areJudged ? Quiz.mean(shares) : nil
        standardDeviation = areJudged ? variance(shares)?.squareRoot() : nil
        reliability = aligned.flatMap { Reliability(of: $0) }
        consistency = aligned.flatMap { DecisionConsistency(of: $0.matrix, passMark: passMark) }
        guard areJudged else {
            items = Self.counted(ItemAnalysis.items(of: table))
            families = Self.counted(ItemAnalysis.families(of: table))
            return
        }
        items = Self.flagged(ItemAnalysis.items(of: table), offered: offered)
        families = Self.flagged(ItemAnalysis.families(of: table), offered: [:])
    }

    private static func counted(_ analyses: [ItemAnalysis]) -> [Flagged] {
        analyses.map { Flagged(analysis: $0.counted, flags: []) }
    }

    private static func flagged(_ analyses: [ItemAnalysis], offered: [String: [String]]) -> [Flagged] {
        let median = quantile(0.5, ofSorted: analyses.compactMap { $0.time?.median }.sorted())
        return analyses.map { analysis in
            let options = offered[analysis.name] ?? []
            return Flagged(
                analysis: analysis, flags: ItemFlag.flags(of: analysis, offered: options, medianTime: median))
        }
    }
}
