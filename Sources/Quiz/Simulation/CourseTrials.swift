package import Content
import Scoring

extension Simulation {
    /// How newcomers are taught.
    package enum Teaching: String, Sendable, CaseIterable {
        /// The lessons in their order, contrasts for beliefs that are met, then the planner's practice.
        case lessons
        /// The planner's practice alone.
        case adaptive
        /// Items drawn by chance.
        case random
    }

    /// What became of one newcomer.
    package struct CourseTrial: Sendable {
        /// Items until a form of the exam was passed; nil for never.
        package fileprivate(set) var passedAfter: Int?
        /// Items until every skill was learnt and no belief was left; nil for never.
        package fileprivate(set) var masteredAfter: Int?
        /// Examples in which values were filled in.
        package fileprivate(set) var fades = 0
        /// Minutes that this took, those of pages and examples with it; of all there were where it never was.
        package fileprivate(set) var minutes = 0.0
        /// The share of skills that are known 30 days after, 0 to 1.
        package fileprivate(set) var kept = 0.0
    }

    /// The share of forms that somebody passes who counts as passing.
    fileprivate static let ready = 0.8
    /// The most items that a newcomer is asked.
    package static let longestCourse = 400

    /// So many newcomers, each of whom holds one belief and knows no skill, taught until all is learnt.
    ///
    /// - Parameters:
    ///   - teaching: How.
    ///   - blueprint: The exam that they sit after every item, without its terms.
    ///   - learners: How many.
    ///   - behaviour: How they answer, and what ends a belief.
    ///   - note: Called after each.
    /// - Returns: What became of each.
    /// - Throws: `FormError` where the pack cannot fill a form.
    package mutating func course(
        _ teaching: Teaching, toward blueprint: Blueprint, learners: Int, _ behaviour: Behaviour,
        noting note: () -> Void = {}
    ) throws(FormError) -> [CourseTrial] {
        let bank = FormBank(for: blueprint, of: pack)
        var forms: [[Item]] = []
        for seed in 201...UInt64(206) {
            forms.append(try bank.form(seed: seed).items.map(\.item).filter { $0.kind != .term })
        }
        return (0..<learners).map { number in
            defer { note() }
            var run = CourseRun(
                newcomer(number, behaviour), forms, blueprint.passMark.percent,
                skills.subtracting([.term]), in: space)
            run.teach(teaching, &self, number: number)
            return run.finished
        }
    }

    private func newcomer(_ number: Int, _ behaviour: Behaviour) -> Newcomer {
        let seed = seed &+ UInt64(number)
        let learner = SimulatedLearner(holding: truth(of: number, in: .singles), in: space, behaviour, seed: seed &* 3)
        return Newcomer(learner, in: SkillOrder(of: pack), seed: seed &* 7)
    }

    /// The items that come after the lessons, or instead of them.
    fileprivate func sequence(_ teaching: Teaching, number: Int) -> ItemSequence {
        ItemSequence(
            teaching == .random ? .random : .adaptive, of: book, for: request, seed: (seed &+ UInt64(number)) &* 5,
            pack: pack)
    }
}

/// One newcomer on the way.
private struct CourseRun {
    private var newcomer: Newcomer
    private var model: LearnerModel
    private var trial = Simulation.CourseTrial()
    private let forms: [[Item]]
    private let percent: Int
    private let skills: Set<Skill>

    init(_ newcomer: Newcomer, _ forms: [[Item]], _ percent: Int, _ skills: Set<Skill>, in space: BeliefSpace) {
        self.newcomer = newcomer
        self.forms = forms
        self.percent = percent
        self.skills = skills
        model = LearnerModel(in: space)
    }

    private typealias Minutes = Newcomer.Assumptions
    private var isOver: Bool { trial.masteredAfter != nil || newcomer.items >= Simulation.longestCourse }

    /// What became of the newcomer.
    var finished: Simulation.CourseTrial {
        var trial = trial
        trial.kept = newcomer.kept(of: skills)
        return trial
    }

    mutating func teach(_ teaching: Simulation.Teaching, _ simulation: inout Simulation, number: Int) {
        if teaching == .lessons {
            let course = Course(of: simulation.pack)
            for lesson in course.lessons where !isOver {
                take(lesson, of: course, under: simulation.space.payers, seed: UInt64(number))
            }
        }
        var sequence = simulation.sequence(teaching, number: number)
        while !isOver, let candidate = sequence.next(for: model, from: &simulation.bank) {
            _ = answer(candidate.item, isContrasted: teaching == .lessons)
        }
    }

    private mutating func take(_ lesson: Lesson, of course: Course, under payers: Payers, seed: UInt64) {
        var session = LessonSession(lesson, of: course, under: payers, seed: seed)
        newcomer.read(Set(lesson.teaches))
        while !session.isOver, !isOver {
            switch session.screen {
            case .ended: return
            case .page:
                trial.minutes += Minutes.minutes.page
                _ = session.goOn()
            case .example(let example):
                trial.minutes += Minutes.minutes.example
                newcomer.study(example.situation.skills)
                _ = session.goOn()
            case .faded(let faded):
                trial.minutes += Minutes.minutes.item
                trial.fades += 1
                newcomer.study(faded.example.situation.skills)
                _ = session.goOn()
                look()
            case .practice(_, let item):
                practise(item, in: &session)
            }
        }
    }

    private mutating func practise(_ item: Item, in session: inout LessonSession) {
        let typed = answer(item, isContrasted: false)
        if let reply = try? session.practise(typed) {
            newcomer.reconsider(reply.refutation.map { [$0.belief.id] } ?? [])
            trial.minutes += reply.refutation == nil ? 0 : Minutes.minutes.contrast
        } else {
            _ = try? session.practise(nil)
        }
    }

    /// Asks an item; the learner takes in what is said of the answer.
    private mutating func answer(_ item: Item, isContrasted: Bool) -> String {
        let typed = newcomer.answer(item)
        trial.minutes += Minutes.minutes.item
        let feedback = (try? item.judge(typed)) ?? Feedback(verdict: .incorrect, fraction: 0)
        let before = model
        model.note(item, answer: typed, feedback: feedback, hints: 0, at: Moment(milliseconds: Int64(newcomer.items)))
        newcomer.practise(item, feedback)
        let met = isContrasted ? model.met(since: before) : []
        trial.minutes += Minutes.minutes.contrast * Double(met.count)
        newcomer.learn(from: feedback)
        newcomer.reconsider(met)
        look()
        return typed
    }

    /// Sees whether the exam would be passed now, and whether all is learnt.
    private mutating func look() {
        if trial.passedAfter == nil {
            let passed = forms.count { isPassed($0) }
            if Double(passed) >= Simulation.ready * Double(forms.count) { trial.passedAfter = newcomer.items }
        }
        if newcomer.knows(skills), newcomer.learner.isSound { trial.masteredAfter = newcomer.items }
    }

    private func isPassed(_ form: [Item]) -> Bool {
        // Who sits an exam is told nothing by it.
        var sitter = newcomer
        let fractions = form.map { item in (try? item.judge(sitter.answer(item)).fraction) ?? 0 }
        let mean = fractions.reduce(0, +) / Double(max(fractions.count, 1))
        return mean + 1e-9 >= Double(percent) / 100
    }
}
