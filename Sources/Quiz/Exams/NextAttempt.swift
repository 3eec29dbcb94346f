package import Content

/// Whether a candidate may begin another attempt, by the limits that the blueprint sets to all.
package enum NextAttempt: Sendable, Equatable {
    /// The attempt of this number, counted from 1.
    case open(number: Int)
    /// Every attempt that the blueprint gives was begun.
    case usedUp
    /// Not before so many milliseconds have passed: attempts are so many hours apart.
    case waiting(milliseconds: Int64)
}

extension Blueprint {
    /// Whether another attempt may begin at a moment. Time has passed only by every clock that can tell: to set the one
    /// on the wall gains nothing while the machine runs on.
    ///
    /// - Parameters:
    ///   - earlier: When each attempt before ended; nil for one that has not.
    ///   - moment: When it is to begin.
    /// - Returns: The attempt's number, or what stands in the way.
    package func nextAttempt(after earlier: [ClockReading?], at moment: ClockReading) -> NextAttempt {
        guard earlier.count < attempts else { return .usedUp }
        let wait = Int64(waitingHours) * 3_600_000
        let left = earlier.compactMap(\.self).map { wait - moment.passed(since: $0) }.max() ?? 0
        return left > 0 ? .waiting(milliseconds: left) : .open(number: earlier.count + 1)
    }
}
