/// The mean; nil of nothing.
func mean(_ values: some Collection<Double>) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}

/// The variance of a sample (divided by one less than the count); nil of fewer than two values.
func variance(_ values: [Double]) -> Double? {
    guard values.count > 1, let mean = mean(values) else { return nil }
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
}

/// Pearson's correlation; nil of fewer than two pairs, or where either side does not vary.
func correlation(_ pairs: [(Double, Double)]) -> Double? {
    guard let left = mean(pairs.map(\.0)), let right = mean(pairs.map(\.1)) else { return nil }
    var (both, first, second) = (0.0, 0.0, 0.0)
    for pair in pairs {
        let (x, y) = (pair.0 - left, pair.1 - right)
        both += x * y
        first += x * x
        second += y * y
    }
    // Equal values can leave a trace of rounding behind, which is no variance.
    let trace = 1e-24 * Double(pairs.count)
    guard first > trace, second > trace else { return nil }
    return max(-1, min(1, both / (first.squareRoot() * second.squareRoot())))
}

/// A quantile of values in ascending order, between neighbours by the straight line (type 7 of Hyndman and Fan, 1996);
/// nil of nothing.
func quantile(_ share: Double, ofSorted values: [Double]) -> Double? {
    guard let last = values.indices.last else { return nil }
    let position = share * Double(last)
    let below = Int(position)
    let above = min(below + 1, last)
    return values[below] + (position - Double(below)) * (values[above] - values[below])
}
