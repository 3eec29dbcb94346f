/// What is found by working out beliefs of abilities and items, and parameters of families, from one another until neither
/// moves.
struct FamilyEstimate {
    private(set) var state: FamilyMaximization.State
    private(set) var beliefs: VariantBeliefs
    /// Of each family's line; nil where the information does not suffice.
    let covariances: [Covariance?]
    private(set) var rounds = 0
    let isConverged: Bool

    private static let tolerance = 1e-3
    private static let limit = 200

    /// - Parameters:
    ///   - responses: To families that can be calibrated.
    ///   - families: The families of items.
    ///   - variants: The items of each that somebody answered.
    ///   - lines: Where the families' lines begin.
    ///   - maximization: What moves them.
    init(
        of responses: ItemResponses, families: Families, variants: [[Int]], from lines: Lines,
        by maximization: FamilyMaximization
    ) {
        // Abilities are told apart less finely where items are uncertain themselves, so that fewer points do.
        let quadrature = Quadrature(items: responses.people.map(\.count).max() ?? 0, least: 31)
        var beliefs = VariantBeliefs(of: responses, variants: variants)
        var state = FamilyMaximization.State(lines: lines, variance: FamilyMaximization.supposed.variance)
        func sweep(isTied: Bool = false) -> FamilySweep {
            FamilySweep(
                over: responses, of: families, under: state.lines, variance: state.variance,
                quadrature: quadrature, isTied: isTied, &beliefs)
        }
        var move = Double.infinity
        while move > Self.tolerance, rounds < Self.limit {
            let next = maximization.next(state, sweep(), beliefs, families)
            move = next.distance(from: state)
            state = next
            rounds += 1
        }
        covariances = maximization.covariances(sweep(isTied: true), beliefs)
        isConverged = move <= Self.tolerance
        self.state = state
        self.beliefs = beliefs
    }
}
