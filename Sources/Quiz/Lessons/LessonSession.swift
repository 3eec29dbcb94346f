package import Content
package import Scoring

/// One learner's way through one lesson. It knows nothing of screens, clocks and files: a face shows its screen, and
/// hands it what was typed.
package struct LessonSession: Sendable {
    /// The lesson that is taken.
    package let lesson: Lesson
    /// The payers of its pack.
    package let payers: Payers
    /// Its stages, in order.
    package let stages: [LessonStage]
    /// How many stages lie behind the learner.
    package private(set) var passed: Int
    /// What the learner has before them.
    package private(set) var screen: Screen
    private let course: Course
    private let seed: UInt64
    /// Times that a stage was done over, so that it has another visit.
    private var repeats = 0
    /// How often each belief led an answer astray, in this session and before.
    private var met: [ID<Misconception>: Int]
    /// Whether the last stage at which something was asked was passed as it should be; what comes before it only leads
    /// there.
    private var isMastered = true
    /// The belief that the next item of the practice should bring to light.
    private var suspected: ID<Misconception>?

    /// What the learner has before them.
    package enum Screen: Sendable {
        case page([String], sources: [String])
        case example(WorkedExample)
        case faded(FadedExample)
        /// The practice, and the item of it that is open.
        case practice(PracticeRun, Item)
        case ended(isMastered: Bool)
    }

    /// - Parameters:
    ///   - lesson: A lesson of the course.
    ///   - course: The course of the pack.
    ///   - payers: The payers of the pack.
    ///   - passed: Stages that lie behind the learner.
    ///   - met: How often each belief led an answer of the learner astray before.
    ///   - seed: The same seed gives the same items of practice.
    package init(
        _ lesson: Lesson, of course: Course, under payers: Payers, passed: Int = 0, met: [ID<Misconception>: Int] = [:],
        seed: UInt64
    ) {
        self.lesson = lesson
        self.course = course
        self.payers = payers
        self.met = met
        self.seed = seed
        stages = payers.stages(of: lesson)
        self.passed = min(max(passed, 0), stages.count)
        screen = .ended(isMastered: true)
        open()
    }

    /// Whether the lesson is over.
    package var isOver: Bool { if case .ended = screen { true } else { false } }

    /// Passes what is only read, and leaves what is asked for undone.
    ///
    /// - Returns: What happened by it; nil where the lesson is over.
    package mutating func goOn() -> LessonEvent? {
        switch screen {
        case .ended: return nil
        case .page, .example: break
        case .faded, .practice: isMastered = false
        }
        return goOnToNext()
    }

    private mutating func goOnToNext() -> LessonEvent {
        passed += 1
        repeats = 0
        open()
        return event
    }

    /// Goes to the practice at once, for whoever knows the matter.
    ///
    /// - Returns: What happened by it; nil where there is no practice ahead.
    package mutating func goToPractice() -> LessonEvent? {
        let ahead = stages.indices.first { position in
            if case .practice = stages[position] { position > passed } else { false }
        }
        guard let ahead else { return nil }
        passed = ahead
        repeats = 0
        open()
        return event
    }

    /// What there is to keep of where the learner stands now.
    private var event: LessonEvent {
        if case .ended(let isMastered) = screen { return LessonEvent(.ended(isMastered: isMastered), of: lesson.id) }
        return LessonEvent(.passed(stages: passed), of: lesson.id)
    }

    /// Shows the stage that comes next. What the pack cannot make is passed over.
    private mutating func open() {
        while passed < stages.count {
            if let screen = screen(of: stages[passed]) {
                self.screen = screen
                return
            }
            passed += 1
        }
        if !isOver { screen = .ended(isMastered: isMastered) }
    }

    private func screen(of stage: LessonStage) -> Screen? {
        switch stage {
        case .page(let paragraphs, let sources): return .page(paragraphs, sources: payers.pack.titles(of: sources))
        case .example(let visit): return payers.example(of: visit).map { .example($0) }
        case .faded(let visit, let count, let number):
            // Done over, it has a visit of its own beyond those of the later stages.
            let position = repeats == 0 ? number : number + 10 * repeats
            return payers.example(of: visit, number: position).map { .faded(FadedExample($0, asking: count)) }
        case .practice(let practice):
            var run = PracticeRun(practice, of: lesson, in: course, under: payers, seed: seed)
            return run.next(tellingOf: nil).map { .practice(run, $0) }
        }
    }
}

// MARK: - Answers

extension LessonSession {
    /// What there is to say of an answer to a value of an example that fades.
    package struct WorkedReply: Sendable {
        /// Whether the answer is the value that the derivation has.
        package let isRight: Bool
        /// The right value as one would type it.
        package let key: String
        /// A belief that leads to the value that was answered; nil where none does.
        package let belief: Misconception?
        /// What is told before the next question.
        package let told: [String]
        /// What happened by it; nil while questions of the visit are open.
        package let event: LessonEvent?
        /// Whether the stage is done over with another visit, since an answer was not right.
        package let isDoneOver: Bool
    }

    /// Takes an answer to the value that is asked for; nil where none is.
    ///
    /// - Throws: `UnreadableAnswer`; the question then stays open.
    package mutating func work(_ answer: String) throws(UnreadableAnswer) -> WorkedReply? {
        guard case .faded(var faded) = screen, let value = faded.open else { return nil }
        let judged = try faded.example.judge(answer, to: value)
        let told = faded.goOn(right: judged.isRight)
        screen = .faded(faded)
        var event: LessonEvent?
        let isDoneOver = faded.open == nil && faded.missed > 0 && canRepeat
        if isDoneOver {
            repeats += 1
            open()
        } else if faded.open == nil {
            isMastered = faded.missed == 0
            event = goOnToNext()
        }
        return WorkedReply(
            isRight: judged.isRight, key: value.key, belief: judged.beliefs.first.flatMap(payers.pack.misconception),
            told: told, event: event, isDoneOver: isDoneOver)
    }

    /// Whether there is another visit for the stage. After three it is let be: the practice comes back to it.
    private var canRepeat: Bool {
        guard case .faded(let visit, _, _) = stages[passed], case .template = visit.subject else { return false }
        return repeats < 2
    }

    /// What there is to say of an answer to an item of the practice.
    package struct PracticeReply: Sendable {
        /// The item, what was answered and what was said of it.
        package let outcome: TrainingSession.Outcome
        /// What is held against the belief that explains a wrong answer; nil where none does.
        package let refutation: Refutation?
        /// What happened by it; nil while the practice goes on.
        package let event: LessonEvent?
    }

    /// Takes an answer to the open item of the practice.
    ///
    /// - Parameters:
    ///   - answer: What was typed; nil to skip the item.
    ///   - hints: How many were shown.
    /// - Returns: What came of it; nil where no item is open.
    /// - Throws: `UnreadableAnswer`; the item then stays open.
    package mutating func practise(_ answer: String?, hints: Int = 0) throws(UnreadableAnswer) -> PracticeReply? {
        guard case .practice(var run, let item) = screen else { return nil }
        var feedback: Feedback?
        if let answer { feedback = try item.judge(answer) }
        let outcome = TrainingSession.Outcome(item: item, answer: answer, feedback: feedback, hints: hints)
        let isCured = suspected != nil && outcome.isRight
        let refutation = refutation(after: outcome)
        suspected = refutation?.belief.id ?? (isCured ? nil : suspected)
        run.note(isRight: outcome.isRight && hints == 0)
        let next = run.isOver ? nil : run.next(tellingOf: suspected)
        guard let next else {
            isMastered = run.isMastered
            return PracticeReply(outcome: outcome, refutation: refutation, event: goOnToNext())
        }
        screen = .practice(run, next)
        return PracticeReply(outcome: outcome, refutation: refutation, event: nil)
    }

    private mutating func refutation(after outcome: TrainingSession.Outcome) -> Refutation? {
        guard let belief = outcome.feedback?.beliefs.first(where: { $0.ids.count == 1 })?.ids.first,
            let situation = outcome.item.situation
        else { return nil }
        met[belief, default: 0] += 1
        return Refutation(belief, about: situation, outcome.feedback, times: met[belief, default: 1], among: payers)
    }
}
