package import Scoring

extension Records {
    /// A word from a learner to the educator about an item.
    package struct Flag: Equatable, Sendable {
        package typealias ID = RowID<Flag>

        package let id: ID
        /// The name of the learner.
        package let learner: String
        package let at: Moment
        package let note: String
        /// The identity of the item.
        package let item: String
        package let heading: String
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
