/// Parameters of families of items, and of the items within them: each item is as hard as its family but for a deviation
/// of its own, which is normal (S. Sinharay, M. S. Johnson and D. M. Williamson, "Calibrating item families and
/// summarizing the results using family expected response functions", Journal of Educational and Behavioral Statistics 28
/// (2003); C. A. W. Glas and W. J. van der Linden, "Computerized adaptive testing with item cloning", Applied Psychological
/// Measurement 27 (2003)). A variant has a difficulty from the day that it is made: its family's, with how far variants
/// of a family scatter.
package struct FamilyCalibration: Sendable {
    /// The one that was fitted.
    package let model: CalibrationModel
    /// By their numbers; nil for a family that nobody answered, or that all answered alike.
    package let families: [CalibratedFamily?]
    /// The items by their numbers; nil for those of a family without parameters.
    package let items: [CalibratedItem?]
    /// The standard deviation of items' logits within families; half a logit until answers tell.
    package let deviation: Double
    /// How often beliefs and parameters were worked out from one another.
    package let rounds: Int
    /// Whether the last round moved no parameter by more than a thousandth, and none is held back from going on.
    package let isConverged: Bool

    /// Calibrates families and their items.
    package init(of responses: ItemResponses, families: Families, model: CalibrationModel) {
        let counts = families.counts(of: responses)
        let isLeftOut = counts.map { $0.right == 0 || $0.right == $0.answered }
        let kept = responses.keeping { !isLeftOut[families.ofItem[$0]] }
        let variants = families.variants(in: kept)
        let found = FamilyEstimate(
            of: kept, families: families, variants: variants, from: Lines(through: counts),
            by: FamilyMaximization(model: model, isLeftOut: isLeftOut))
        let variance = found.state.variance
        self.model = model
        rounds = found.rounds
        isConverged =
            found.isConverged
            && !isLeftOut.indices.contains { !isLeftOut[$0] && Maximization.isAtEnd(found.state.lines.slope($0)) }
        deviation = variance.squareRoot()
        let calibrated = (0..<families.count).map { family -> CalibratedFamily? in
            guard !isLeftOut[family] else { return nil }
            return CalibratedFamily(
                mean: CalibratedItem(
                    slope: found.state.lines.slope(family), intercept: found.state.lines.intercept(family),
                    covariance: found.covariances[family], responses: counts[family].answered),
                variants: variants[family].count, variance: variance)
        }
        self.families = calibrated
        items = responses.counts.enumerated().map { item, count in
            guard let family = calibrated[families.ofItem[item]] else { return nil }
            if count.answered == 0 { return family.freshVariant }
            return family.variant(found.beliefs.belief(of: item, variance: variance), answered: count.answered)
        }
    }
}

/// A family's parameters and how sure they are.
package struct CalibratedFamily: Sendable, Equatable {
    /// The parameters of an item that is as hard as the family on average.
    package let mean: CalibratedItem
    /// How many of its items somebody answered.
    package let variants: Int
    /// The variance of items' logits within families.
    let variance: Double

    init(mean: CalibratedItem, variants: Int, variance: Double) {
        self.mean = mean
        self.variants = variants
        self.variance = variance
    }

    /// The standard deviation of the difficulties of the family's items.
    package var deviation: Double { variance.squareRoot() / abs(mean.parameters.discrimination) }

    /// An item that nobody has answered yet: the family's parameters, and an error that holds how far items scatter and
    /// how far the family's own difficulty is uncertain.
    package var freshVariant: CalibratedItem {
        // Of the one item of a family nobody knows how far it lies off the family itself.
        let scatter = variance * (variants == 1 ? 2 : 1)
        return variant(VariantBeliefs.Normal(precision: 1 / scatter), answered: 0)
    }

    /// An item of which something is believed; nothing where it is its family's only one. What is not known of the family
    /// counts as far as the belief rests on it.
    func variant(_ belief: VariantBeliefs.Normal, answered: Int) -> CalibratedItem {
        let slope = mean.parameters.discrimination
        let reliance = belief.precision > 0 ? min(1, 1 / variance / belief.precision) : 1
        let error = mean.difficultyError.map { error in
            (belief.variance / (slope * slope) + reliance * reliance * error * error).squareRoot()
        }
        return CalibratedItem(
            parameters: ItemParameters(
                discrimination: slope, difficulty: mean.parameters.difficulty - belief.mean / slope),
            discriminationError: mean.discriminationError, difficultyError: error, responses: answered)
    }
}

extension Families {
    /// How many answers there are to each family, and how many of them right.
    fileprivate func counts(of responses: ItemResponses) -> [(answered: Int, right: Int)] {
        var counts = [(answered: Int, right: Int)](repeating: (0, 0), count: count)
        for (item, own) in responses.counts.enumerated() {
            counts[ofItem[item]].answered += own.answered
            counts[ofItem[item]].right += own.right
        }
        return counts
    }
}

extension ItemResponses {
    /// The responses to some items.
    fileprivate func keeping(_ isKept: (Int) -> Bool) -> ItemResponses {
        ItemResponses(itemCount: itemCount, sorted: people.map { $0.filter { isKept($0.item) } })
    }
}
