package import Scoring

extension Records {
    /// A stretch of training.
    package struct Session: Equatable, Sendable {
        package typealias ID = RowID<Session>

        package let id: ID
        package let learner: Learner.ID
        package let pack: String
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
