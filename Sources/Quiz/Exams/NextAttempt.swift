package import Content
package import Scoring

/// Whether a candidate may begin another attempt, by the limits that the blueprint sets to all.
package enum NextAttempt: Sendable, Equatable {
    /// The attempt of this number, counted from 1.
    case open(number: Int)
    /// Every attempt that the blueprint gives was begun.
    case usedUp
    /// Not before a moment: attempts are so many hours apart.
    case waiting(until: Moment)
}

extension Blueprint {
    /// Whether another attempt may begin at a moment.
    ///
    /// - Parameters:
    ///   - earlier: When each attempt before ended; nil for one that has not.
    ///   - moment: When it is to begin.
    /// - Returns: The attempt's number, or what stands in the way.
    package func nextAttempt(after earlier: [Moment?], at moment: Moment) -> NextAttempt {
        guard earlier.count < attempts else { return .usedUp }
        guard let ended = earlier.compactMap(\.self).max() else { return .open(number: earlier.count + 1) }
        let next = ended.adding(milliseconds: Int64(waitingHours) * 3_600_000)
        return moment < next ? .waiting(until: next) : .open(number: earlier.count + 1)
    }
}
