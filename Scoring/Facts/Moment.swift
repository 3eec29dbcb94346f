/// A moment, as the clock on the wall tells it everywhere: milliseconds since 1970 UTC.
///
/// What learners, candidates and teams do is dated by moments; what is billed is dated by days.
package struct Moment: Hashable, Sendable {
    /// Since the beginning of 1 January 1970, UTC.
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// So many milliseconds later, or earlier where they are fewer than none; as late or early as can be said at most.
    package func adding(milliseconds more: Int64) -> Moment {
        let (sum, overflows) = milliseconds.addingReportingOverflow(more)
        return Moment(milliseconds: overflows ? (more > 0 ? .max : .min) : sum)
    }

    /// Milliseconds from another moment to this one; fewer than none where the other comes later.
    package func milliseconds(since earlier: Moment) -> Int64 {
        let (difference, overflows) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
        return overflows ? (milliseconds > earlier.milliseconds ? .max : .min) : difference
    }
}

/// As a plain number of milliseconds, which files of every kind hold.
extension Moment: Codable {
    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension Moment: Comparable {
    package static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }
}
