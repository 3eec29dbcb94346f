/// Where a pass mark lies on the scale of abilities, so that it stays the same whatever form a candidate gets.
extension [ItemParameters] {
    /// The ability of which a share of right answers is expected, from 0 to 1: where an Angoff cut on these items lies.
    /// Nil without items, or for a share that no ability is expected to have.
    package func ability(ofShare share: Double) -> Double? {
        guard !isEmpty, share > 0, share < 1, allSatisfy({ $0.discrimination > 0 }) else { return nil }
        var (below, above) = (-20.0, 20.0)
        while above - below > 1e-10 {
            let middle = (below + above) / 2
            if expectedScore(at: middle) < share * Double(count) { below = middle } else { above = middle }
        }
        return (below + above) / 2
    }
}
