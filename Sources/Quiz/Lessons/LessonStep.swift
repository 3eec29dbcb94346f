package import Scoring

/// How a lesson was begun: with the same start and the same steps, it stands at the same position.
package struct LessonStart: Sendable, Equatable {
    /// Stages that lay behind the learner.
    package let passed: Int
    /// How often each belief had led an answer astray.
    package let met: [ID<Misconception>: Int]
    /// Settles the items of practice.
    package let seed: UInt64

    package init(passed: Int, met: [ID<Misconception>: Int], seed: UInt64) {
        self.passed = passed
        self.met = met
        self.seed = seed
    }
}

/// Something that a learner did in a lesson.
package enum LessonStep: Sendable, Equatable {
    /// Passed what is only read, or left undone what was asked.
    case goOn
    /// Went to the practice at once.
    case goToPractice
    /// Answered a question of an example that fades.
    case work(String)
    /// Answered an item of the practice, or skipped it where nothing was typed.
    case practise(String?, hints: Int)
}

extension LessonSession {
    /// Does again what was done elsewhere. What cannot be read as an answer any more is left out.
    package mutating func take(_ step: LessonStep) {
        switch step {
        case .goOn: _ = goOn()
        case .goToPractice: _ = goToPractice()
        case .work(let answer): _ = try? work(answer)
        case .practise(let answer, let hints): _ = try? practise(answer, hints: hints)
        }
    }
}
