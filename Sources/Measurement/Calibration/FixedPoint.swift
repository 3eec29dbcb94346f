/// Where a map leaves a vector as it is, for a map that closes in on it slowly, as the EM algorithm does.
///
/// Every third step is extrapolated by scheme S3 of R. Varadhan and C. Roland, "Simple and globally convergent methods for
/// accelerating the convergence of any EM algorithm", Scandinavian Journal of Statistics 35 (2008), and taken back where
/// what is climbed would fall.
struct FixedPoint {
    private(set) var values: [Double]
    private(set) var steps = 0
    /// Whether the last step moved no value by more than the tolerance.
    private(set) var isFound = false

    /// - Parameters:
    ///   - start: The first vector.
    ///   - tolerance: The most that a value may still move by one step.
    ///   - limit: The most steps.
    ///   - step: The map, with the height of the vector that it is given, which rises from step to step.
    init(
        from start: [Double], tolerance: Double, limit: Int,
        _ step: ([Double]) -> (next: [Double], height: Double)
    ) {
        values = start
        var last = step(start)
        steps = 1
        while steps < limit {
            let second = step(last.next)
            steps += 1
            let first = zip(last.next, values).map { $0 - $1 }
            let change = zip(zip(second.next, last.next), first).map { $0.0 - $0.1 - $1 }
            if zip(second.next, last.next).allSatisfy({ abs($0 - $1) <= tolerance }) {
                values = second.next
                isFound = true
                return
            }
            let curvature = change.reduce(0) { $0 + $1 * $1 }.squareRoot()
            let length = max(1, first.reduce(0) { $0 + $1 * $1 }.squareRoot() / max(curvature, 1e-300))
            let leap = values.indices.map { values[$0] + 2 * length * first[$0] + length * length * change[$0] }
            let beyond = length == 1 ? nil : step(leap)
            if beyond != nil { steps += 1 }
            if let beyond, beyond.height.isFinite, beyond.height >= second.height {
                values = leap
                last = beyond
            } else {
                values = second.next
                last = step(values)
                steps += 1
            }
        }
        values = last.next
    }
}
