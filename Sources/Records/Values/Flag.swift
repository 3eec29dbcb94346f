extension Records {
    /// A word from a learner to the educator about an item.
    package struct Flag: Equatable, Sendable {
        package let id: RowID<Flag>
        /// The name of the learner.
        package let learner: String
        package let at: Moment
        package let note: String
        /// The identity of the item.
        package let item: String
        package let heading: String
        package let stem: String
    }
}
