import Glibc

/// One pass over everybody's answers, which renews what is believed of abilities and items, and gathers what families'
/// lines are to be mended by.
struct FamilySweep {
    /// For each family, the derivatives of the expected logarithm of likelihood.
    private(set) var lines: [LineDerivatives]
    /// What each family's line would have of information if abilities and items were known, less what is missing.
    private(set) var information: [LineDerivatives]
    /// How lines of different families are tied to each other; nil unless asked for.
    private(set) var ties: FamilyTies?

    private let quadrature: Quadrature
    /// exp of each family's logit at each point.
    private let odds: [[Double]]
    private let families: Families
    private let variance: Double

    /// - Parameters:
    ///   - responses: Everybody's answers.
    ///   - families: The families of items.
    ///   - lines: The families' lines.
    ///   - variance: Of items within families.
    ///   - quadrature: Stands for abilities.
    ///   - isTied: Whether to gather how lines are tied to each other, which only errors need.
    ///   - beliefs: Of items, which are renewed.
    init(
        over responses: ItemResponses, of families: Families, under lines: Lines, variance: Double,
        quadrature: Quadrature, isTied: Bool = false, _ beliefs: inout VariantBeliefs
    ) {
        self.lines = Array(repeating: LineDerivatives(), count: families.count)
        information = self.lines
        ties = isTied ? FamilyTies(families: families.count) : nil
        self.quadrature = quadrature
        self.families = families
        self.variance = variance
        odds = lines.table(at: quadrature.points, exp)
        var tied = [LineWeights](repeating: LineWeights(), count: responses.itemCount)
        for person in responses.people.indices {
            take(responses.people[person], of: person, &beliefs, &tied)
        }
        addMissing(tied, beliefs)
    }

    private mutating func take(
        _ row: [ItemResponse], of person: Int, _ beliefs: inout VariantBeliefs, _ tied: inout [LineWeights]
    ) {
        let chances = row.indices.map { index in
            let others = beliefs.belief(
                of: row[index].item, withoutAnswer: index, of: person, variance: variance)
            return AnswerChances(of: row[index], odds: odds[families.ofItem[row[index].item]], others: others)
        }
        var logs = quadrature.weights.map { log($0) }
        for own in chances { for point in logs.indices { logs[point] += log(max(own.given[point], 1e-300)) } }
        let most = logs.max() ?? 0
        let shares = logs.map { exp($0 - most) }
        var answers: [(family: Int, residuals: [Double])] = []
        for (index, response) in row.enumerated() {
            let belief = AnswerBelief(of: response, chances[index], shares)
            let others = chances[index].others
            beliefs.reconsider(
                item: response.item, answer: index, of: person, others: others, mean: belief.mean,
                variance: belief.variance)
            gather(response, belief, &tied[response.item])
            if ties != nil { answers.append((families.ofItem[response.item], belief.residuals)) }
        }
        ties?.add(answers, shares, at: quadrature.points)
    }

    private mutating func gather(_ response: ItemResponse, _ belief: AnswerBelief, _ tied: inout LineWeights) {
        var own = LineDerivatives()
        var scatter = LineDerivatives()
        for (point, ability) in quadrature.points.enumerated() {
            own.add(slope: ability, gradient: belief.residuals[point], curvature: belief.weights[point])
            scatter.add(slope: ability, gradient: 0, curvature: belief.squares[point])
        }
        let family = families.ofItem[response.item]
        lines[family].add(own)
        // The variance of the answer's derivatives; its tie to other answers to the item comes later.
        scatter.slopeSlope -= own.slope * own.slope
        scatter.slopeIntercept -= own.slope * own.intercept
        scatter.interceptIntercept -= own.intercept * own.intercept
        information[family].addSecond(own, times: 1)
        information[family].addSecond(scatter, times: -1)
        tied.add(slope: own.slopeIntercept, intercept: own.interceptIntercept)
    }

    /// Answers to one item share what is not known of it, so that their derivatives scatter together.
    private mutating func addMissing(_ tied: [LineWeights], _ beliefs: VariantBeliefs) {
        for (item, weights) in tied.enumerated() where beliefs.varies[item] {
            let variance = beliefs.belief(of: item, variance: self.variance).variance
            information[families.ofItem[item]].addSecond(weights.products, times: -variance)
        }
    }
}

/// How derivatives by a line move with an item's deviation: summed over its answers, and the sum of their squares.
private struct LineWeights {
    private var slope = 0.0
    private var intercept = 0.0
    private var squares = LineDerivatives()

    mutating func add(slope: Double, intercept: Double) {
        self.slope += slope
        self.intercept += intercept
        squares.slopeSlope += slope * slope
        squares.slopeIntercept += slope * intercept
        squares.interceptIntercept += intercept * intercept
    }

    /// The products of the weights of different answers.
    var products: LineDerivatives {
        var products = LineDerivatives()
        products.slopeSlope = slope * slope - squares.slopeSlope
        products.slopeIntercept = slope * intercept - squares.slopeIntercept
        products.interceptIntercept = intercept * intercept - squares.interceptIntercept
        return products
    }
}
