import Glibc

/// The families' lines, and the variance of items within families, under which what was gathered is more likely: a step of
/// Newton's for each line (K. Lange, "A gradient algorithm locally equivalent to the EM algorithm", Journal of the Royal
/// Statistical Society B 57 (1995)).
struct FamilyMaximization {
    let model: CalibrationModel
    let isLeftOut: [Bool]

    /// What is searched.
    struct State {
        var lines: Lines
        /// The variance of items' logits within families.
        var variance: Double

        /// The most by which a slope, an intercept or the logarithm of the variance differs.
        func distance(from other: State) -> Double {
            zip(lines.values, other.lines.values).reduce(abs(log(variance / other.variance))) {
                max($0, abs($1.0 - $1.1))
            }
        }
    }

    func next(_ state: State, _ sweep: FamilySweep, _ beliefs: VariantBeliefs, _ families: Families) -> State {
        var next = state
        switch model {
        case .twoParameter: moveOwnSlopes(&next.lines, sweep)
        case .rasch: moveCommonSlope(&next.lines, sweep)
        }
        next.variance = variance(beliefs, before: state.variance, families)
        return next
    }

    /// Until answers tell, items are held to scatter about their family by half a logit, and this counts as much as two
    /// items whose deviations are known.
    static let supposed = (variance: 0.25, items: 2.0)

    /// The variance of items within families by a step of Fisher's scoring, in which an item counts as far as its answers
    /// tell of it, and one that was answered once not at all: its deviation and the flatness of the curve are one there. What
    /// is not known of a family's own logit moves its items' deviations the other way and counts among
    /// what they may be, as in restricted maximum likelihood, lest families of few items make the variance seem less than
    /// it is (H. D. Patterson and R. Thompson, "Recovery of inter-block information when block sizes are unequal",
    /// Biometrika 58 (1971)).
    private func variance(_ beliefs: VariantBeliefs, before: Double, _ families: Families) -> Double {
        let items = beliefs.comparable
        let told = items.map { 1 - beliefs.belief(of: $0, variance: before).variance / before }
        var ofFamily = [Double](repeating: 0, count: families.count)
        for (item, told) in zip(items, told) { ofFamily[families.ofItem[item]] += told }
        var excess = Self.supposed.items * (Self.supposed.variance - before)
        var weight = Self.supposed.items
        for (item, told) in zip(items, told) {
            let belief = beliefs.belief(of: item, variance: before)
            let mean = told * told * before / max(ofFamily[families.ofItem[item]], 1e-12)
            excess += belief.variance + belief.mean * belief.mean + mean - before
            weight += told * told
        }
        return before * min(max(1 + excess / weight / before, 0.5), 2)
    }

    private func moveOwnSlopes(_ lines: inout Lines, _ sweep: FamilySweep) {
        for (family, at) in sweep.lines.enumerated() where !isLeftOut[family] {
            guard let step = at.step else { continue }
            let shortened = 1 / max(1, abs(step.slope), abs(step.intercept))
            lines.values[2 * family] += shortened * step.slope
            lines.values[2 * family + 1] += shortened * step.intercept
            lines.values[2 * family] = min(
                max(lines.slope(family), Maximization.slopes.lowerBound), Maximization.slopes.upperBound)
        }
    }

    /// One slope for all: its own derivatives are the sums of the families', less what their intercepts make up for.
    private func moveCommonSlope(_ lines: inout Lines, _ sweep: FamilySweep) {
        let families = sweep.lines.indices.filter { !isLeftOut[$0] && sweep.lines[$0].interceptIntercept > 1e-12 }
        var (gradient, curvature) = (0.0, 0.0)
        for at in families.map({ sweep.lines[$0] }) {
            gradient += at.slope - at.slopeIntercept * at.intercept / at.interceptIntercept
            curvature += at.slopeSlope - at.slopeIntercept * at.slopeIntercept / at.interceptIntercept
        }
        let slope = min(max(gradient / max(curvature, 1e-12), -1), 1)
        for family in families {
            let at = sweep.lines[family]
            let intercept = (at.intercept - at.slopeIntercept * slope) / at.interceptIntercept
            lines.values[2 * family] = min(
                max(lines.slope(family) + slope, Maximization.slopes.lowerBound), Maximization.slopes.upperBound)
            lines.values[2 * family + 1] += min(max(intercept, -1), 1)
        }
    }

    /// The covariance of each family's line; nil where the information does not suffice.
    ///
    /// It is that of the information about all lines together, which is exact where no item that may lie off its family was
    /// answered by several. Where some were, what is not known of abilities and of items is tied in ways that beliefs
    /// about either do not hold, and each family's information is taken by itself.
    func covariances(_ sweep: FamilySweep, _ beliefs: VariantBeliefs) -> [Covariance?] {
        guard let ties = sweep.ties, beliefs.comparable.isEmpty else { return ownCovariances(sweep) }
        return ties.information(with: sweep.information).lineCovariances(model: model, isLeftOut: isLeftOut)
            ?? sweep.information.map { _ in nil }
    }

    private func ownCovariances(_ sweep: FamilySweep) -> [Covariance?] {
        guard model == .rasch else { return sweep.information.map(\.inverse) }
        let families = sweep.information.indices.filter { !isLeftOut[$0] }
        var slope = sweep.ties?.ofCommonSlope ?? 0
        for own in families.map({ sweep.information[$0] }) where own.interceptIntercept > 1e-12 {
            slope += own.slopeSlope - own.slopeIntercept * own.slopeIntercept / own.interceptIntercept
        }
        return sweep.information.map { own in
            guard slope > 1e-12, own.interceptIntercept > 1e-12 else { return nil }
            let ratio = own.slopeIntercept / own.interceptIntercept
            return Covariance(
                slopeSlope: 1 / slope, slopeIntercept: -ratio / slope,
                interceptIntercept: 1 / own.interceptIntercept + ratio * ratio / slope)
        }
    }
}
