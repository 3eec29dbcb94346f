package import Content
package import Scoring

/// Something that happened in a lesson. What a learner has done of a course follows from these alone.
package struct LessonEvent: Sendable, Equatable {
    /// What happened.
    package enum Kind: Sendable, Equatable {
        /// Begun from the first stage, or begun again.
        case begun
        /// So many stages of it lie behind the learner.
        case passed(stages: Int)
        /// Its last stage was passed, and what was asked last was mastered or not.
        case ended(isMastered: Bool)
    }

    /// The lesson in which it happened.
    package let lesson: ID<Lesson>
    /// What happened.
    package let kind: Kind

    /// What happened in a lesson.
    package init(_ kind: Kind, of lesson: ID<Lesson>) {
        self.lesson = lesson
        self.kind = kind
    }
}

/// How far a learner has come in a course.
package struct CourseProgress: Sendable, Equatable {
    /// How far a learner has come in one lesson.
    package struct OfLesson: Sendable, Equatable {
        /// Stages that lie behind the learner; nil where the lesson is not under way.
        package fileprivate(set) var stages: Int?
        /// How often it was taken to its end.
        package fileprivate(set) var ends = 0
        /// Whether what it asks last was mastered, this time or an earlier one.
        package fileprivate(set) var isMastered = false

        /// Whether it was taken to its end.
        package var isDone: Bool { ends > 0 }
    }

    private var lessons: [ID<Lesson>: OfLesson] = [:]
    /// The lesson that was worked on last, while it is under way.
    private var current: ID<Lesson>?

    /// What follows from events, in their order.
    package init(_ events: [LessonEvent] = []) {
        for event in events { note(event) }
    }

    /// Takes in what happened next.
    package mutating func note(_ event: LessonEvent) {
        var lesson = self[event.lesson]
        switch event.kind {
        case .begun: lesson.stages = 0
        case .passed(let stages): lesson.stages = max(0, stages)
        case .ended(let isMastered):
            lesson.stages = nil
            lesson.ends += 1
            lesson.isMastered = lesson.isMastered || isMastered
        }
        current = lesson.stages == nil ? nil : event.lesson
        lessons[event.lesson] = lesson
    }

    /// How far the learner has come in a lesson; nowhere in one that was never begun.
    package subscript(lesson: ID<Lesson>) -> OfLesson { lessons[lesson] ?? OfLesson() }

    /// Whether nothing of the course was begun.
    package var isEmpty: Bool { lessons.isEmpty }

    /// The lesson to go on with: the one that was left, else the first that is not done; nil when all are.
    package func next(in course: Course) -> Lesson? {
        if let left = current.flatMap(course.pack.lesson) { return left }
        return course.lessons.first { self[$0.id].stages != nil } ?? course.lessons.first { !self[$0.id].isDone }
    }
}
