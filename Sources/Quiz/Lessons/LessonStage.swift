package import Content
import Scoring

/// One stage of a lesson: what a learner passes before the next. An example that fades has a stage for each value that
/// the learner works out.
package enum LessonStage: Sendable {
    case page([String], sources: [String])
    case example(Lesson.Visit)
    /// The first so many values of a visit are asked for, the number of the visit being counted from 0.
    case faded(Lesson.Visit, asking: Int, number: Int)
    case practice(Lesson.Practice)
}

extension Payers {
    /// The stages of a lesson, in order.
    package func stages(of lesson: Lesson) -> [LessonStage] { lesson.steps.flatMap(stages) }

    private func stages(of step: Lesson.Step) -> [LessonStage] {
        switch step {
        case .page(let paragraphs, let sources): return [.page(paragraphs, sources: sources)]
        case .example(let visit): return [.example(visit)]
        case .practice(let practice): return [.practice(practice)]
        case .faded(let visit):
            let values = example(of: visit)?.asked.count ?? 0
            var visits = values
            if case .scenarios(let ids) = visit.subject { visits = min(values, ids.count) }
            // The last is worked out whole, however many there are.
            return (0..<visits).map { .faded(visit, asking: values - visits + $0 + 1, number: $0) }
        }
    }

    /// The visit of a lesson worked out.
    ///
    /// - Parameters:
    ///   - visit: What the lesson names.
    ///   - number: Which of the scenarios, or of the visits of a template that have as many values as the first; counted
    ///     from 0.
    /// - Returns: The example; nil where the pack cannot make the visit.
    package func example(of visit: Lesson.Visit, number: Int = 0) -> WorkedExample? {
        guard let payer = all.first(where: { $0.policy.id == visit.policy }) else { return nil }
        switch visit.subject {
        case .scenarios(let ids):
            let scenario = ids.isEmpty ? nil : pack.scenario(ids[number % ids.count])
            return scenario.map { WorkedExample(Situation($0, under: payer)) }
        case .template(let id, let seed):
            guard let template = pack.template(id) else { return nil }
            var examples: [WorkedExample] = []
            for further in 0..<Self.seeds {
                guard let situation = Situation(template, seed: seed &+ further, under: payer) else { continue }
                let example = WorkedExample(situation)
                guard example.asked.count == examples.first?.asked.count ?? example.asked.count else { continue }
                examples.append(example)
                if examples.count > number { return example }
            }
            return examples.last
        }
    }

    /// How many seeds are searched for visits that are alike.
    private static let seeds: UInt64 = 200
}
