package import Content
import Scoring

extension Simulation {
    /// What a learner was told before an exam, and what became of it.
    package struct ReadinessTrial: Sendable {
        /// The probability of passing that was told.
        package let told: Double
        /// Whether the exam was passed.
        package let isPassed: Bool
    }

    /// How often learners of different care answer otherwise than they mean, and how many answers they gave before they
    /// ask how ready they are: whoever is told a probability may be anybody.
    private static let slips = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5]
    private static let practised = [6, 12, 24, 48]

    /// So many learners, as the engine expects them, who practise for a while, are told how likely they are to pass an
    /// exam, and sit it at once. Every other one was taught just what was practised, and knows no skill besides. The
    /// exam's terms are left out: nobody here has learnt any.
    ///
    /// - Parameters:
    ///   - blueprint: The exam.
    ///   - learners: How many.
    ///   - note: Called after each learner.
    /// - Returns: What each was told, and whether it was so.
    /// - Throws: `FormError` where the pack cannot fill a form.
    package mutating func sit(
        _ blueprint: Blueprint, learners: Int, noting note: () -> Void = {}
    ) throws(FormError) -> [ReadinessTrial] {
        let kinds = Set(ItemKind.allCases).subtracting([.term])
        let estimate = try ReadinessEstimate(of: blueprint, in: pack, space: space, kinds: kinds)
        let bank = FormBank(for: blueprint, of: pack)
        var forms: [[Item]] = []
        for seed in 101...UInt64(108) {
            forms.append(try bank.form(seed: seed).items.map(\.item).filter { kinds.contains($0.kind) })
        }
        return (0..<learners).map { number in
            defer { note() }
            return trial(of: number, estimate, forms[number / 2 % forms.count], blueprint)
        }
    }

    private mutating func trial(
        of number: Int, _ estimate: ReadinessEstimate, _ form: [Item], _ blueprint: Blueprint
    ) -> ReadinessTrial {
        var behaviour = behaviour
        let (isNew, place) = (number % 2 == 1, number / 2)
        behaviour.slip = Self.slips[place % Self.slips.count]
        let answers = Self.practised[place / Self.slips.count % Self.practised.count]
        var (learner, model) = trained(truth(of: number, in: .expected), behaviour, number: number, answers: answers)
        let readiness = estimate.readiness(of: LearnerProgress(model: model), on: 0)
        let told = readiness.probability
        let known = Set(model.mastery.keys)
        let fractions = form.map { item in
            let isLost = isNew && !item.skills.isSubset(of: known)
            return (try? item.judge(isLost ? item.ignorantAnswer : learner.answer(item)).fraction) ?? 0
        }
        let mean = fractions.reduce(0, +) / Double(max(fractions.count, 1))
        return ReadinessTrial(told: told, isPassed: mean + 1e-9 >= Double(blueprint.passMark.percent) / 100)
    }

    /// A learner after so many answers, with what is known by then.
    private mutating func trained(
        _ truth: Int, _ behaviour: Behaviour, number: Int, answers: Int
    ) -> (SimulatedLearner, LearnerModel) {
        let seed = seed &+ UInt64(number)
        var learner = SimulatedLearner(holding: truth, in: space, behaviour, seed: seed &* 3)
        var model = LearnerModel(in: space)
        var sequence = ItemSequence(.adaptive, of: book, for: request, seed: seed &* 5, pack: pack)
        for position in 0..<answers {
            guard let candidate = sequence.next(for: model, from: &bank) else { break }
            let answer = learner.answer(candidate.item)
            guard let feedback = try? candidate.item.judge(answer) else { continue }
            model.note(
                candidate.item, answer: answer, feedback: feedback, hints: 0,
                at: Moment(milliseconds: Int64(position)), predictions: candidate.predictions)
        }
        return (learner, model)
    }
}

extension SimulationReport {
    /// Learners who were told much the same, and how many of them passed.
    package struct Told: Sendable {
        /// The mean of what they were told, 0 to 1.
        package let probability: Double
        /// The share of them who passed, 0 to 1.
        package let passed: Double
        /// How many they are.
        package let learners: Int
    }

    /// Trials in fifths of what was told, those without any left out.
    static func calibration(_ trials: [Simulation.ReadinessTrial]) -> [Told] {
        (0..<5).compactMap { fifth in
            let own = trials.filter { min(Int($0.told * 5), 4) == fifth }
            guard !own.isEmpty else { return nil }
            let told = own.reduce(0) { $0 + $1.told } / Double(own.count)
            return Told(
                probability: told, passed: Double(own.count(where: \.isPassed)) / Double(own.count),
                learners: own.count)
        }
    }
}
