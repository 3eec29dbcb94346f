extension Records {
    /// A stretch of training.
    package struct Session: Equatable, Sendable {
        package let id: RowID<Session>
        package let learner: RowID<Learner>
        package let pack: String
        package let started: Moment
        /// Nil where it still runs, or ended without a word.
        package let ended: Moment?
        /// How many items the learner meant to answer.
        package let goal: Int
    }
}
