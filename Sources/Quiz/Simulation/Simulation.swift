package import Content
package import Scoring

/// Learners whose beliefs are known answer items, to see how soon the engine finds out.
package struct Simulation {
    /// How learners answer.
    package struct Behaviour: Sendable {
        /// How often an answer is not what they meant.
        package var slip = 0.05
        /// How often they pick any option where there are some.
        package var guess = 0.05
        /// How often an answer that turns out wrong ends the belief that led to it.
        package var learning = 0.0
        /// How often two visits that tell a belief from the truth end it.
        package var contrast = 0.0

        package init() {}
    }

    /// Who chooses the items.
    package enum Order: String, Sendable, CaseIterable {
        /// The planner.
        case adaptive
        /// Whatever tells most at that moment, of all that the planner can draw.
        case telling
        /// Chance, from the same items as the planner.
        case random
        /// The pack from its first scenario on, policies and kinds in turn.
        case fixed
    }

    /// Whom to simulate.
    package enum Population: Sendable {
        /// Learners with one misconception, each as often as the others.
        case singles
        /// Learners with two.
        case pairs
        /// Learners as the engine expects them, some without any.
        case expected
    }

    /// What became of one learner.
    package struct Trial: Sendable {
        /// The hypothesis that holds.
        package let truth: Hypothesis
        /// The likeliest hypothesis after each answer, with its probability; those that no item tells apart count as
        /// the first of them.
        package fileprivate(set) var named: [(hypothesis: Hypothesis, probability: Double)] = []
        /// After how many answers each skill had been mastered once; nil for never.
        package fileprivate(set) var masteredAfter: Int?
        fileprivate var mastered: Set<Skill> = []
        /// How often a belief was held against two visits while it was held.
        package fileprivate(set) var contrasts = 0
        /// After how many of these the beliefs were given up; nil for never.
        package fileprivate(set) var curedAfter: Int?
        /// Beliefs that were held against the learner, who did not hold them.
        package fileprivate(set) var wronglyMet: Set<ID<Misconception>> = []

        /// After how many answers the truth was first named with this certainty; nil for never.
        package func certain(of probability: Double) -> Int? {
            named.firstIndex { $0.hypothesis == truth && $0.probability >= probability }.map { $0 + 1 }
        }

        /// Whether the truth was named after so many answers.
        package func isRight(after count: Int) -> Bool {
            named.indices.contains(count - 1) && named[count - 1].hypothesis == truth
        }
    }

    let pack: Pack
    let space: BeliefSpace
    let behaviour: Behaviour
    let seed: UInt64
    let request: PracticeRequest
    let book: RecipeBook
    /// The skills that the scenarios of the pack exercise.
    let skills: Set<Skill>
    var bank: CandidateBank
    private let classes: HypothesisClasses

    /// Seeds of each template that items are drawn from: few enough to be made once for all learners.
    static let variants: UInt64 = 6

    /// Learners of a pack.
    ///
    /// - Parameters:
    ///   - pack: Where the items come from.
    ///   - policy: The only one that is asked about; nil for every one of the pack.
    ///   - behaviour: How the learners answer.
    ///   - seed: The same seed gives the same learners and the same answers.
    package init(of pack: Pack, under policy: ID<Policy>? = nil, _ behaviour: Behaviour, seed: UInt64) {
        self.pack = pack
        self.behaviour = behaviour
        self.seed = seed
        space = BeliefSpace(of: pack)
        var request = PracticeRequest()
        request.count = .max
        request.policy = policy
        // Terms tell nothing of beliefs, and would only stand between.
        request.kinds = Set(ItemKind.allCases).subtracting([.term])
        self.request = request
        book = RecipeBook(of: pack, for: request, variants: Int(Self.variants), under: space.payers)
        bank = CandidateBank(of: book, in: space, isKeeping: true)
        classes = HypothesisClasses(of: space, shownBy: book, from: &bank)
        let book = book
        skills = book.ofScenarios.reduce(into: []) { skills, recipe in
            skills.formUnion(book.item(recipe)?.skills ?? [])
        }
    }

    /// Whether there is nothing to ask.
    package var isEmpty: Bool { book.isEmpty }

    /// So many learners, each asked until the engine is certain or so many items were answered. They are asked
    /// anything, whatever rests on what: that shows what the items can tell.
    ///
    /// - Parameters:
    ///   - population: Whom to simulate.
    ///   - learners: How many.
    ///   - order: Who chooses the items.
    ///   - least: How many items each is asked however certain the engine is.
    ///   - most: After how many answers a learner is given up.
    ///   - note: Called after each learner.
    /// - Returns: What became of each.
    package mutating func diagnose(
        _ population: Population, learners: Int, in order: Order, atLeast least: Int = 8, atMost most: Int = 40,
        noting note: () -> Void = {}
    ) -> [Trial] {
        var request = request
        request.isOrdered = false
        return (0..<learners).map { number in
            defer { note() }
            return run(
                truth(of: number, in: population), behaviour, number: number, in: order, for: request, atMost: most
            ) { trial, _ in
                trial.named.count >= least && trial.certain(of: 0.95) != nil
            }
        }
    }

    /// So many learners, each asked until each skill was mastered once or so many items were answered.
    ///
    /// - Parameters:
    ///   - population: Whom to simulate.
    ///   - learners: How many.
    ///   - order: Who chooses the items.
    ///   - most: After how many answers a learner is given up.
    ///   - learning: How often an answer that turns out wrong ends the belief that led to it, instead of what the
    ///     behaviour says.
    ///   - contrast: The same of two visits that tell a belief from the truth.
    ///   - note: Called after each learner.
    /// - Returns: What became of each.
    package mutating func teach(
        _ population: Population, learners: Int, in order: Order, atMost most: Int, learning: Double,
        contrast: Double = 0, noting note: () -> Void = {}
    ) -> [Trial] {
        let skills = skills
        var behaviour = behaviour
        behaviour.learning = learning
        behaviour.contrast = contrast
        return (0..<learners).map { number in
            defer { note() }
            return run(
                truth(of: number, in: population), behaviour, number: number, in: order, for: request, atMost: most
            ) { trial, model in
                for skill in skills.subtracting(trial.mastered) where model.mastery(of: skill).isMastered {
                    trial.mastered.insert(skill)
                }
                guard trial.mastered.count == skills.count else { return false }
                trial.masteredAfter = trial.named.count
                return true
            }
        }
    }

    /// So many learners, each asked as one who trains is: in the order of skills, with contrasts for beliefs that are
    /// met and probes after them.
    ///
    /// - Parameters:
    ///   - population: Whom to simulate.
    ///   - learners: How many.
    ///   - answers: How many each gives.
    ///   - contrast: How often two visits that tell a belief from the truth end it.
    ///   - note: Called after each learner.
    /// - Returns: What became of each.
    package mutating func train(
        _ population: Population, learners: Int, answers: Int, contrast: Double, noting note: () -> Void = {}
    ) -> [Trial] {
        var behaviour = behaviour
        behaviour.contrast = contrast
        return (0..<learners).map { number in
            defer { note() }
            return run(
                truth(of: number, in: population), behaviour, number: number, in: .adaptive, for: request,
                atMost: answers
            ) { _, _ in false }
        }
    }

    /// Hypotheses of one belief that no item of these tells from another before it, with that other.
    package var inseparable: [(hypothesis: Hypothesis, from: Hypothesis)] {
        space.hypotheses.indices.compactMap { position in
            let first = classes.first[position]
            guard first != position, space.hypotheses[position].beliefs.count == 1 else { return nil }
            return (space.hypotheses[position], space.hypotheses[first])
        }
    }

    /// The hypotheses of one belief that some item tells from those before them.
    var singles: [Int] { hypotheses(of: 1) }

    private func hypotheses(of count: Int) -> [Int] {
        space.hypotheses.indices.filter {
            space.hypotheses[$0].beliefs.count == count && classes.first[$0] == $0
        }
    }

    /// A hypothesis that no item tells from an earlier one is simulated as that one.
    func truth(of number: Int, in population: Population) -> Int {
        switch population {
        case .singles:
            let singles = singles
            return singles.isEmpty ? 0 : singles[number % singles.count]
        case .pairs:
            let pairs = hypotheses(of: 2)
            return pairs.isEmpty ? 0 : pairs[number % pairs.count]
        case .expected:
            var generator = SeededGenerator(seed: seed &+ UInt64(number) &* 0x2545_F491_4F6C_DD1D)
            var left = Double(generator.next() >> 11) / Double(1 << 53)
            for (position, probability) in space.prior.enumerated() {
                left -= probability
                if left < 0 { return classes.first[position] }
            }
            return 0
        }
    }

    private mutating func run(
        _ truth: Int, _ behaviour: Behaviour, number: Int, in order: Order, for request: PracticeRequest,
        atMost most: Int, until isOver: (inout Trial, LearnerModel) -> Bool
    ) -> Trial {
        let seed = seed &+ UInt64(number)
        var learner = SimulatedLearner(holding: truth, in: space, behaviour, seed: seed &* 3)
        var model = LearnerModel(in: space)
        var sequence = ItemSequence(order, of: book, for: request, seed: seed &* 5, pack: pack)
        var trial = Trial(truth: space.hypotheses[truth])
        while trial.named.count < most, let candidate = sequence.next(for: model, from: &bank) {
            let answer = learner.answer(candidate.item)
            guard let feedback = try? candidate.item.judge(answer) else { continue }
            let before = model
            model.note(
                candidate.item, answer: answer, feedback: feedback, hints: 0,
                at: Moment(milliseconds: Int64(trial.named.count)),
                predictions: candidate.predictions)
            learner.learn(from: feedback)
            for belief in model.met(since: before) {
                guard learner.holds(belief) else {
                    trial.wronglyMet.insert(belief)
                    continue
                }
                trial.contrasts += 1
                learner.meet(belief)
                if !learner.holds(belief) { trial.curedAfter = trial.contrasts }
            }
            trial.named.append(classes.named(by: model.beliefs))
            if isOver(&trial, model) { break }
        }
        return trial
    }
}
