package import Scoring

extension Records {
    /// A stretch of training.
    package struct Session: Equatable, Sendable {
        /// The number under which it is kept.
        package typealias ID = RowID<Session>

        /// The order in which sessions began.
        package let id: ID
        /// Whose it is.
        package let learner: Learner.ID
        /// The id of the pack that is learned.
        package let pack: String
        /// When it began.
        package let started: Moment
        /// Nil where it still runs, or ended without a word.
        package let ended: Moment?
        /// How many items the learner meant to answer.
        package let goal: Int

        package init(id: ID, learner: Learner.ID, pack: String, started: Moment, ended: Moment?, goal: Int) {
            self.id = id
            self.learner = learner
            self.pack = pack
            self.started = started
            self.ended = ended
            self.goal = goal
        }
    }
}
