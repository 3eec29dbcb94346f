/// Why an item should be looked at: a figure of it is worse than it should be, for all that chance may do. The interval in
/// which the figure is likely to lie has to leave out what would be good enough.
package enum ItemFlag: Sendable, Equatable {
    /// Fewer than a fifth of the full marks were earned.
    case hard(difficulty: Double)
    /// Nearly everybody was right: the item tells nobody apart.
    case easy(difficulty: Double)
    /// Those who know less do better on it: the key may be wrong.
    case negativeDiscrimination(Double)
    /// It hardly tells apart who knows more. Below 0.2 by R. L. Ebel and D. A. Frisbie, "Essentials of Educational
    /// Measurement" (1991).
    case weakDiscrimination(Double)
    /// An option that earns nothing draws those who know more.
    case attractiveWrongOption(String, discrimination: Double)
    /// An offered option that fewer than one in twenty choose does no work (T. M. Haladyna and S. M. Downing, "How many
    /// options is enough for a multiple-choice test item?", 1993).
    case idleOption(String, share: Double)
    /// Half of the candidates needed more than three times as long as for the median item.
    case slow(milliseconds: Double)
    /// The figures of so few responses are far from what many would give.
    case fewResponses(Int)

    /// Responses below which figures are not to be relied on.
    package static let enoughResponses = 30

    /// With fewer who chose an option, nothing is said of who they are.
    private static let fewestChoosers = 5

    /// What is noteworthy of an item, the gravest first.
    ///
    /// - Parameters:
    ///   - item: The analysis.
    ///   - offered: The options that it had, where candidates chose among options.
    ///   - medianTime: The median of the items' median times in milliseconds.
    /// - Returns: Nothing for an item that does its work, and only that they are few where responses are.
    package static func flags(
        of item: ItemAnalysis, offered: [String] = [], medianTime: Double? = nil
    ) -> [ItemFlag] {
        // What chance alone would say of a few is no advice.
        if item.responses < enoughResponses { return [.fewResponses(item.responses)] }
        var flags: [ItemFlag] = []
        // A perfect correlation has no interval, and is no chance among so many.
        if let value = item.discrimination {
            let high = item.discriminationInterval?.high ?? value
            if high < 0.2 { flags.append(high < 0 ? .negativeDiscrimination(value) : .weakDiscrimination(value)) }
        }
        if let value = item.difficulty, let interval = item.difficultyInterval {
            if interval.high < 0.2 { flags.append(.hard(difficulty: value)) }
            if interval.low > 0.95 { flags.append(.easy(difficulty: value)) }
        }
        // A correlation with what one of many does is one person's score.
        for option in item.options where option.fraction == 0 && option.count >= fewestChoosers {
            if let value = option.discrimination,
                Interval(ofCorrelation: value, of: item.responses)?.low ?? value > 0
            {
                flags.append(.attractiveWrongOption(option.option, discrimination: value))
            }
        }
        if item.responses > 0 {
            for option in offered {
                let share = item.options.first { $0.option == option }?.share ?? 0
                if let interval = Interval(ofShare: share, of: item.responses), interval.high < 0.05 {
                    flags.append(.idleOption(option, share: share))
                }
            }
        }
        if let time = item.time, let medianTime, time.median > 3 * medianTime {
            flags.append(.slow(milliseconds: time.median))
        }
        return flags
    }
}
