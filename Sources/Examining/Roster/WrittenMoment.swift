package import Machine
package import Quiz
package import Scoring

extension WrittenTime {
    /// The moment that is meant; where only the day was written, its first moment, or the last but a millisecond.
    ///
    /// - Parameters:
    ///   - isEnd: Whether a day is meant to its end.
    ///   - zone: Where the clock on the wall is that was written by.
    /// - Returns: Nil for a time that the clocks leave out that day.
    package func moment(isEnd: Bool, in zone: some Zone) -> Moment? {
        if let moment { return moment }
        guard let second else {
            return isEnd ? zone.start(ofDay: day.ordinal + 1).adding(milliseconds: -1) : zone.start(of: day)
        }
        return zone.moment(of: day, second: second)
    }
}
