package import Scoring

extension Records {
    /// Something that happened in a lesson, as it is kept. Like answers, notes are only ever added.
    package struct LessonNote: Equatable, Sendable {
        /// What happened, under the name by which it is kept.
        package enum Kind: String, Sendable {
            case begun, passed, mastered, ended
        }

        /// The lesson's id in its pack.
        package let lesson: String
        /// What happened.
        package let kind: Kind
        /// Stages that lie behind the learner; 0 where that says nothing.
        package let stages: Int
        /// When it happened.
        package let at: Moment

        package init(lesson: String, kind: Kind, stages: Int, at: Moment) {
            self.lesson = lesson
            self.kind = kind
            self.stages = stages
            self.at = at
        }
    }
}
