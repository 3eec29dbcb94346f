/// A moment by which something must have happened.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(within seconds: Double) {
        end = ContinuousClock.now + .seconds(seconds)
    }

    var hasPassed: Bool { ContinuousClock.now >= end }

    /// What is left of it as `poll` wants it, and no more than `limit`.
    func milliseconds(atMost limit: Double = 1_000) -> Int32 {
        let left = (end - ContinuousClock.now) / .milliseconds(1)
        return Int32(min(max(left.rounded(.up), 0), limit))
    }
}
