import Content
package import Quiz
import Reports
import Scoring
package import Terminal

extension Console {
    /// Lists the lessons of a course with how far a learner has come in each.
    package func show(_ course: Course, _ progress: CourseProgress) {
        let payers = Payers(of: course.pack)
        let next = progress.next(in: course)?.id
        table(
            course.lessons.enumerated().map { position, lesson in
                [
                    lesson.id == next ? ">" : "", String(position + 1), lesson.id.text, lesson.title,
                    progress[lesson.id].words(of: payers.stages(of: lesson).count),
                ]
            }, indent: 0, rightAligned: [1])
    }
}
