package import Content
package import Scoring

/// The lessons of a pack in their order, with what each builds on.
package struct Course: Sendable {
    /// The pack whose course it is.
    package let pack: Pack

    /// The course of a pack; one without lessons has an empty one.
    package init(of pack: Pack) { self.pack = pack }

    /// The lessons, in the order in which they are taken.
    package var lessons: [Lesson] { pack.lessons }

    /// The lessons that a lesson builds on, directly or not, in the order of the course.
    package func foundations(of lesson: Lesson) -> [Lesson] {
        var needed = Set(lesson.needs)
        // A lesson comes after those that it needs, so that one pass from the end finds them all.
        for earlier in lessons.reversed() where needed.contains(earlier.id) { needed.formUnion(earlier.needs) }
        return lessons.filter { needed.contains($0.id) }
    }

    /// What whoever takes a lesson has been taught by its end.
    package func taught(by lesson: Lesson) -> Set<Skill> {
        Set(foundations(of: lesson).flatMap(\.teaches) + lesson.teaches)
    }

    /// The first lesson that teaches a skill; nil where none does.
    package func lesson(teaching skill: Skill) -> Lesson? { lessons.first { $0.teaches.contains(skill) } }

    /// The first lesson that takes up a misconception; nil where none does.
    package func lesson(about belief: ID<Misconception>) -> Lesson? { lessons.first { $0.beliefs.contains(belief) } }
}
