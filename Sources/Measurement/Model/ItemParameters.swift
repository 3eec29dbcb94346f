import Glibc

/// How an item answers to ability: the two-parameter logistic model (A. Birnbaum, in Lord and Novick, "Statistical
/// Theories of Mental Test Scores", 1968, chapter 17). The Rasch model is the one in which all items discriminate alike.
package struct ItemParameters: Sendable, Equatable {
    /// By how many logits the chance of a right answer rises with a standard deviation of ability.
    package var discrimination: Double
    /// The ability at which half are right, in standard deviations of those whom the items were calibrated on.
    package var difficulty: Double

    package init(discrimination: Double, difficulty: Double) {
        self.discrimination = discrimination
        self.difficulty = difficulty
    }

    /// The chance that somebody of an ability is right.
    package func probability(at ability: Double) -> Double {
        logistic(discrimination * (ability - difficulty))
    }

    /// Fisher's information about an ability: how much an answer narrows it down.
    package func information(at ability: Double) -> Double {
        let right = probability(at: ability)
        return discrimination * discrimination * right * (1 - right)
    }
}

extension Collection<ItemParameters> {
    /// The test characteristic curve: how many items somebody of an ability is expected to have right.
    package func expectedScore(at ability: Double) -> Double {
        reduce(0) { $0 + $1.probability(at: ability) }
    }

    /// The information of all of the items together about an ability.
    package func information(at ability: Double) -> Double {
        reduce(0) { $0 + $1.information(at: ability) }
    }
}

/// The chance whose logarithm of odds this is.
func logistic(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }

/// log(1 + exp(x)), which neither overflows nor loses what is small.
func softplus(_ x: Double) -> Double { x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)) }

/// The logarithm of the odds of a chance.
func logOdds(_ chance: Double) -> Double { log(chance / (1 - chance)) }
