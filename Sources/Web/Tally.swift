import Synchronization

/// How many requests were answered, with what, and how fast, as Prometheus reads it. It names nobody and no page.
final class Tally: Sendable {
    private struct Counts {
        var byStatus: [Int: Int] = [:]
        /// How many took no longer than each of the limits.
        var within = Array(repeating: 0, count: Tally.limits.count)
        var count = 0
        var seconds = 0.0
    }

    private let counts = Mutex(Counts())

    /// In seconds.
    private static let limits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]

    /// Answers a request, and counts it.
    func counting(_ answer: () -> WebAnswer) -> WebAnswer {
        let clock = ContinuousClock()
        let start = clock.now
        let made = answer()
        let seconds = (clock.now - start) / .seconds(1)
        counts.withLock { counts in
            counts.byStatus[made.status, default: 0] += 1
            counts.count += 1
            counts.seconds += seconds
            for (position, limit) in Self.limits.enumerated() where seconds <= limit { counts.within[position] += 1 }
        }
        return made
    }

    /// All of it, a line each.
    var text: String {
        let counts = counts.withLock(\.self)
        var lines = ["# TYPE preceptor_requests_total counter"]
        lines += counts.byStatus.sorted { $0.key < $1.key }.map { "preceptor_requests_total{status=\"\($0)\"} \($1)" }
        lines.append("# TYPE preceptor_request_seconds histogram")
        for (limit, count) in zip(Self.limits, counts.within) {
            lines.append("preceptor_request_seconds_bucket{le=\"\(limit)\"} \(count)")
        }
        lines += [
            "preceptor_request_seconds_bucket{le=\"+Inf\"} \(counts.count)",
            "preceptor_request_seconds_sum \(counts.seconds)", "preceptor_request_seconds_count \(counts.count)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
