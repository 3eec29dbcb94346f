package import Scoring

extension Records {
    /// A word from a learner to the educator about an item.
    package struct Flag: Equatable, Sendable {
        /// The number under which it is kept.
        package typealias ID = RowID<Flag>

        /// The order in which flags came.
        package let id: ID
        /// The name of the learner.
        package let learner: String
        /// When it was said.
        package let at: Moment
        /// What the learner says is wrong.
        package let note: String
        /// The identity of the item.
        package let item: String
        /// The heading of the item as it was first asked.
        package let heading: String
        /// The stem of the item, and its options, a line each.
        package let stem: String

        package init(
            id: ID, learner: String, at: Moment, note: String, item: String, heading: String, stem: String
        ) {
            self.id = id
            self.learner = learner
            self.at = at
            self.note = note
            self.item = item
            self.heading = heading
            self.stem = stem
        }
    }
}
