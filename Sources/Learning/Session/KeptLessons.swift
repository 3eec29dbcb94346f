import Content
import Quiz
import Scoring

// How what the quiz engine knows of lessons is kept, and read again.

extension Records.LessonNote {
    init(_ event: LessonEvent, at moment: Moment) {
        switch event.kind {
        case .begun: self.init(lesson: event.lesson.text, kind: .begun, stages: 0, at: moment)
        case .passed(let stages): self.init(lesson: event.lesson.text, kind: .passed, stages: stages, at: moment)
        case .ended(let isMastered):
            self.init(lesson: event.lesson.text, kind: isMastered ? .mastered : .ended, stages: 0, at: moment)
        }
    }
}

extension LessonEvent {
    /// What was kept.
    init(_ note: Records.LessonNote) {
        let kind: Kind =
            switch note.kind {
            case .begun: .begun
            case .passed: .passed(stages: note.stages)
            case .mastered: .ended(isMastered: true)
            case .ended: .ended(isMastered: false)
            }
        self.init(kind, of: ID(note.lesson))
    }
}

extension [Records.LessonNote] {
    /// What happened in lessons; an agreement to a comparison is kept among them, and is none.
    var courseEvents: [LessonEvent] { filter { $0.lesson != TeachingComparison.name.text }.map { LessonEvent($0) } }
}
