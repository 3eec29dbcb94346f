package import Scoring

/// A term or a fact whose review is scheduled.
package struct ScheduledReview: Sendable {
    /// The item's identity, as `ItemID` prints it.
    package let item: String
    /// When the review is due.
    package let due: Moment
    /// When the item was asked last; nil where nobody knows.
    package let lastSeen: Moment?

    package init(item: String, due: Moment, lastSeen: Moment?) {
        self.item = item
        self.due = due
        self.lastSeen = lastSeen
    }
}

/// An item to ask, and why.
package struct PlannedItem: Sendable {
    /// What to ask.
    package let item: Item
    /// Why it was chosen.
    package let reason: Reason
}
