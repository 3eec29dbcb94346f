/// What responses tell of an item, or of all items of one template.
package struct ItemAnalysis: Sendable, Equatable {
    /// The item, or the template.
    package let name: String
    /// How many items it speaks of.
    package let items: Int
    /// How many candidates got the item.
    package let responses: Int
    /// The mean fraction: 1 where everybody was right. Nil without responses.
    package let difficulty: Double?
    /// The corrected point-biserial: the correlation of the fraction with the score on the rest of the test (Henrysson,
    /// 1963). Where candidates got different items, with the share of the full score on those of the rest they got. Nil
    /// where either side does not vary.
    package let discrimination: Double?
    /// Where the difficulty is likely to lie; nil without responses.
    package let difficultyInterval: Interval?
    /// Where the discrimination is likely to lie; nil where it is, and of fewer than four candidates.
    package let discriminationInterval: Interval?
    /// The options or misconceptions, the most frequent first.
    package let options: [OptionAnalysis]
    /// How long they took; nil where nobody's time is known.
    package let time: TimeSummary?

    /// The analysis of each item of a table, in its order.
    static func items(of table: ResponseTable) -> [ItemAnalysis] {
        analyses(of: table, by: Array(table.columns.indices), table.columns.map(\.name))
    }

    /// The analysis of each template with the items made from it, in the order of their first items.
    static func families(of table: ResponseTable) -> [ItemAnalysis] {
        let families = table.families
        return analyses(of: table, by: families.ofColumns, families.names)
    }

    /// The analysis of groups of columns, each by the position of its name.
    private static func analyses(of table: ResponseTable, by groups: [Int], _ names: [String]) -> [ItemAnalysis] {
        let rows = table.rows.map { cells in cells.reduce(into: RowSum()) { $0.add($1.response) } }
        var own = [[Own]](repeating: [], count: names.count)
        for (row, cells) in table.rows.enumerated() {
            for cell in cells { own[groups[cell.column]].append((row, cell.response)) }
        }
        var counts = [Int](repeating: 0, count: names.count)
        for group in groups { counts[group] += 1 }
        return names.indices.map { ItemAnalysis(names[$0], items: counts[$0], of: own[$0], rows) }
    }

    /// A response, and the row of whose it is.
    private typealias Own = (row: Int, response: ScoredResponse)

    /// What responses tell of their items, row by row.
    private init(_ name: String, items: Int, of own: [Own], _ rows: [RowSum]) {
        var responses: [(response: ScoredResponse, rest: Double?)] = []
        var pairs: [(Double, Double)] = []
        responses.reserveCapacity(own.count)
        pairs.reserveCapacity(own.count)
        var index = 0
        while index < own.count {
            let (row, start) = (own[index].row, index)
            var sum = RowSum()
            while index < own.count, own[index].row == row {
                sum.add(own[index].response)
                index += 1
            }
            let rest = rows[row].mean(without: sum)
            for one in own[start..<index] { responses.append((one.response, rest)) }
            if let rest { pairs.append((sum.mean, rest)) }
        }
        self.name = name
        self.items = items
        self.responses = responses.count
        difficulty = mean(responses.map(\.response.fraction))
        discrimination = correlation(pairs)
        difficultyInterval = Interval(ofShare: difficulty, of: responses.count)
        discriminationInterval = Interval(ofCorrelation: discrimination, of: pairs.count)
        options = OptionAnalysis.analyses(of: responses)
        time = TimeSummary(responses.compactMap(\.response.milliseconds))
    }
}

extension ItemAnalysis {
    /// The same without what is right in it and how that tells people apart: where items follow from answers, who gets one
    /// depends on how able they are, and everybody has about as much right as everybody else.
    var counted: ItemAnalysis {
        ItemAnalysis(
            name: name, items: items, responses: responses,
            options: options.map { $0.counted }, time: time)
    }

    private init(name: String, items: Int, responses: Int, options: [OptionAnalysis], time: TimeSummary?) {
        (self.name, self.items, self.responses, self.options, self.time) = (name, items, responses, options, time)
        (difficulty, discrimination, difficultyInterval, discriminationInterval) = (nil, nil, nil, nil)
    }
}

/// What a candidate reached on some items.
private struct RowSum {
    private var fractions = 0.0
    private var count = 0

    /// With one item more.
    mutating func add(_ response: ScoredResponse) {
        fractions += response.fraction
        count += 1
    }

    /// The mean fraction, of one item at least.
    var mean: Double { fractions / Double(count) }

    /// The mean fraction on all but some of them; nil where none is left.
    func mean(without part: RowSum) -> Double? {
        count > part.count ? (fractions - part.fractions) / Double(count - part.count) : nil
    }
}
