/// One review of one card: how it went, and on which day.
package struct Review: Sendable, Hashable {
    package let rating: Recall
    /// The learner's own calendar day, in days since 1 January 1970. FSRS-6 counts in whole days, and which review belongs
    /// to which day was settled when it took place: travelling and summer time do not change the past.
    package let day: Int

    /// A review on a day, in days since 1 January 1970; limited to what fits 32 bits so that differences never overflow.
    package init(_ rating: Recall, day: Int) {
        self.rating = rating
        self.day = Int(Int32(clamping: day))
    }

    /// A review by the clock.
    ///
    /// - Parameters:
    ///   - rating: How it went.
    ///   - seconds: Seconds since 1 January 1970, 0:00 UTC.
    ///   - dayStart: Seconds by which the learner's day begins after 0:00 UTC; below zero where it begins before. For a
    ///     day from 4:00 to 4:00 one hour east of Greenwich that is three hours.
    package init(_ rating: Recall, seconds: Int, dayStart: Int = 0) {
        // Wraps rather than traps: an absurd time gives an absurd day, and the first initialiser limits it.
        let local = seconds &- dayStart
        let (day, rest) = local.quotientAndRemainder(dividingBy: 86_400)
        self.init(rating, day: rest < 0 ? day - 1 : day)
    }
}

/// A review as FSRS takes it, in memory states and in the training of parameters: `FSRSReview(rating, delta_t)` of
/// `fsrs-rs`.
package struct ReviewStep: Sendable, Hashable {
    package let rating: Recall
    /// Whole days since the card's review before (`delta_t`); 0 at its first. Never below 0.
    package let elapsedDays: Int

    /// One card's history, in the order in which it took place, in the optimiser's form.
    ///
    /// The optimiser trains on prefixes: of each card's rows, one `FSRSItem` for each row with `delta_t` above 0, holding
    /// the rows up to that one.
    package static func steps(of history: some Sequence<Review>) -> [ReviewStep] {
        var previous: Int?
        return history.map { review in
            defer { previous = review.day }
            return ReviewStep(rating: review.rating, elapsedDays: max(0, review.day - (previous ?? review.day)))
        }
    }
}
