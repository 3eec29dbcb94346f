import Glibc

/// How far answers to an item lie from what the model expects, as mean squares: 1 where they scatter as they should, above
/// where they are erratic, below where they are too regular (B. D. Wright and G. N. Masters, "Rating Scale Analysis",
/// 1982, chapter 5).
package struct MeanSquares: Sendable, Equatable {
    /// The mean of squared standardised residuals: surprised by single answers far from an item's difficulty.
    package let outfit: Double
    /// The same weighed by what each answer tells: moved by those near to the difficulty.
    package let infit: Double
    /// Outfit as a standard normal figure would be, by Wilson and Hilferty's cube root; nil where nothing could vary.
    package let outfitZ: Double?
    /// Infit in the same way.
    package let infitZ: Double?
    /// How many answers it rests on.
    package let answers: Int

    /// By convention, mean squares in between leave measurement as it is (B. D. Wright and J. M. Linacre, "Reasonable
    /// mean-square fit values", Rasch Measurement Transactions 8 (1994)).
    package static let productive = 0.5...1.5

    /// - Parameter answers: Whether each was right, and how likely that was.
    init?(of answers: [(isRight: Bool, chance: Double)]) {
        guard !answers.isEmpty else { return nil }
        var (squares, weighed, variances, kurtosis, excess) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (isRight, chance) in answers {
            let variance = max(chance * (1 - chance), 1e-12)
            let square = (isRight ? 1 - chance : chance) * (isRight ? 1 - chance : chance)
            let fourth = variance * (1 - 3 * variance)
            squares += square / variance
            weighed += square
            variances += variance
            kurtosis += fourth / (variance * variance)
            excess += fourth - variance * variance
        }
        let count = Double(answers.count)
        self.answers = answers.count
        outfit = squares / count
        infit = weighed / variances
        outfitZ = Self.standardised(outfit, variance: kurtosis / (count * count) - 1 / count)
        infitZ = Self.standardised(infit, variance: excess / (variances * variances))
    }

    private static func standardised(_ square: Double, variance: Double) -> Double? {
        guard variance > 1e-12 else { return nil }
        let deviation = variance.squareRoot()
        return (cbrt(square) - 1) * 3 / deviation + deviation / 3
    }

    /// Those of each item, of the people for whom the model gives a most likely ability: who had all right or all wrong
    /// tells nothing of fit.
    ///
    /// - Parameters:
    ///   - responses: What people answered.
    ///   - items: The items' parameters by their numbers; nil where there are none.
    /// - Returns: By the items' numbers; nil where nobody is left.
    package static func items(of responses: ItemResponses, _ items: [ItemParameters?]) -> [MeanSquares?] {
        families(of: responses, items, Families(items.count, Array(items.indices)))
    }

    /// Those of each family, over the answers to all of its items.
    ///
    /// - Parameters:
    ///   - responses: What people answered.
    ///   - items: The items' parameters by their numbers; nil where there are none.
    ///   - families: The family of each item.
    /// - Returns: By the families' numbers; nil where nobody is left.
    package static func families(
        of responses: ItemResponses, _ items: [ItemParameters?], _ families: Families
    ) -> [MeanSquares?] {
        var answers = [[(isRight: Bool, chance: Double)]](repeating: [], count: families.count)
        for (row, known) in zip(responses.people, responses.answers(to: items)) {
            guard let ability = Ability.mostLikely(of: known) else { continue }
            for response in row {
                guard let item = items[response.item] else { continue }
                answers[families.ofItem[response.item]].append(
                    (response.isRight, item.probability(at: ability.value)))
            }
        }
        return answers.map { MeanSquares(of: $0) }
    }

    /// Whether answers are more erratic than chance makes them, by so much that they harm.
    package var isErratic: Bool {
        (infit > Self.productive.upperBound && infitZ ?? 0 > 2)
            || (outfit > Self.productive.upperBound && outfitZ ?? 0 > 2)
    }
}
