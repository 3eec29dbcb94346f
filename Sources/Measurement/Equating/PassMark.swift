/// What somebody is expected to earn with an item. The models know no parts, and results give some: who is not wholly
/// right earns what those who were not have earned on average.
package struct ExpectedCredit: Sendable, Equatable {
    private let parameters: ItemParameters?
    private let partial: Double

    /// Of an item that some had right and some had not.
    ///
    /// - Parameters:
    ///   - parameters: Tell the chance of being wholly right.
    ///   - partial: What those earn who are not, from 0 to 1.
    package init(_ parameters: ItemParameters, partial: Double = 0) {
        (self.parameters, self.partial) = (parameters, partial)
    }

    /// Of an item of which no difficulty follows, since all had it right, or none.
    ///
    /// - Parameter constant: What they earned on average, whatever their ability.
    package init(constant: Double) { (parameters, partial) = (nil, constant) }

    /// What is expected of an ability, from 0 to 1.
    package func callAsFunction(at ability: Double) -> Double {
        partial + (1 - partial) * (parameters?.probability(at: ability) ?? 0)
    }

    fileprivate var rises: Bool { parameters.map { $0.discrimination > 0 && partial < 1 } ?? true }
}

/// Where a pass mark lies on the scale of abilities, so that it stays the same whatever form a candidate gets.
extension [ExpectedCredit] {
    /// The ability of which a share of the credit is expected, from 0 to 1: where an Angoff cut on these items lies. Nil
    /// without items, and for a share that no ability is expected to have, or that all are.
    package func ability(ofShare share: Double) -> Double? {
        func expected(_ ability: Double) -> Double { reduce(0) { $0 + $1(at: ability) } }
        let wanted = share * Double(count)
        var (below, above) = (-20.0, 20.0)
        guard allSatisfy(\.rises), expected(below) < wanted, expected(above) > wanted else { return nil }
        while above - below > 1e-10 {
            let middle = (below + above) / 2
            if expected(middle) < wanted { below = middle } else { above = middle }
        }
        return (below + above) / 2
    }
}
