import Content
package import Quiz
import Scoring

extension JSON {
    /// The lessons of a course with how far a learner has come in each.
    package init(_ course: Course, _ progress: CourseProgress) {
        let payers = Payers(of: course.pack)
        let next = progress.next(in: course)?.id
        self = .object([
            ("pack", .string(course.pack.id.text)),
            ("next", .optional(next?.text)),
            (
                "lessons",
                .array(
                    course.lessons.map { lesson in
                        let made = progress[lesson.id]
                        return .object([
                            ("id", .string(lesson.id.text)), ("title", .string(lesson.title)),
                            ("needs", .strings(lesson.needs.map(\.text))),
                            ("teaches", .strings(lesson.teaches.map(\.rawValue))),
                            ("stages", .integer(payers.stages(of: lesson).count)),
                            ("passed", made.stages.map { .integer($0) } ?? .null),
                            ("done", .integer(made.ends)), ("mastered", .bool(made.isMastered)),
                        ])
                    })
            ),
        ])
    }
}
