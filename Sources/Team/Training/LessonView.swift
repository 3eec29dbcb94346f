package import Content
import Learning
package import Quiz

/// A lesson as a learner's course lists it.
package struct ListedLesson: Sendable {
    /// The lesson.
    package let lesson: Lesson
    /// How far the learner is in it.
    package let progress: CourseProgress.OfLesson
    /// How many stages it has.
    package let stages: Int
    /// Whether it is the one to go on with.
    package let isNext: Bool
}

/// Something that a learner does in a lesson.
package enum LessonAct: Sendable, Equatable {
    /// Passes what is only read.
    case goOn
    /// Goes to the practice at once.
    case goToPractice
    /// Answers what is asked.
    case answer(String)
    /// Asks for the next hint.
    case hint
    /// Leaves unanswered what is asked.
    case skip
}

/// What came of an answer in a lesson.
package enum LessonReply: Sendable {
    /// To a question of an example that fades.
    case worked(LessonSession.WorkedReply)
    /// To an item of the practice.
    case practised(LessonSession.PracticeReply)
}

/// What a lesson shows.
package struct LessonView: Sendable {
    /// The lesson.
    package let lesson: Lesson
    /// The number of the lesson in its course, from 1.
    package let number: Int
    /// How many lessons there are.
    package let count: Int
    /// How many stages lie behind the learner.
    package let passed: Int
    /// How many there are.
    package let stages: Int
    /// How much was done in the lesson since it was begun or taken up: what is sent says what it is about.
    package let position: Int
    /// What the learner has before them.
    package let screen: LessonSession.Screen
    /// The hints that were shown.
    package let hints: [String]
    /// What came of the answer that was just given; nil where none was.
    package let reply: LessonReply?
    /// What was typed and is no answer.
    package let unread: TrainingView.UnreadAnswer?
    /// Something else to say; nil for nothing.
    package let remark: String?
    /// The lesson that comes next; nil where all are done.
    package let next: Lesson?
}
