/// The logits of right answers as lines over ability, slope times ability plus intercept: the form in which the
/// likelihood of items is fitted, since it is concave in it.
struct Lines: Sendable {
    /// A slope and an intercept for each item, one after the other; the vector that is searched.
    var values: [Double]

    /// Lines of slope 1 through what share of people was right; for an item that nobody answered, or all alike, through 0.
    init(through counts: [(answered: Int, right: Int)]) {
        values = counts.flatMap { count in
            let share = (Double(count.right) + 0.5) / (Double(count.answered) + 1)
            // Odds in a population of deviation 1 are flatter than the logistic curve of any one ability.
            return [1, 1.2 * logOdds(share)]
        }
    }

    func slope(_ item: Int) -> Double { values[2 * item] }
    func intercept(_ item: Int) -> Double { values[2 * item + 1] }

    func logit(_ item: Int, at ability: Double) -> Double { values[2 * item] * ability + values[2 * item + 1] }

    /// A function of the logit of each item at each of some abilities, item by item.
    func table(at abilities: [Double], _ function: (Double) -> Double) -> [[Double]] {
        stride(from: 0, to: values.count, by: 2).map { index in
            abilities.map { function(values[index] * $0 + values[index + 1]) }
        }
    }
}
