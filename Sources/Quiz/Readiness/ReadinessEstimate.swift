package import Content
import Glibc
package import Scoring

/// How likely a learner is to pass an exam, if it were today.
package struct Readiness: Sendable, Equatable {
    /// The exam.
    package let blueprint: ID<Blueprint>
    /// The probability of passing, 0 to 1.
    package let probability: Double
    /// Where that probability lies 8 times of 10, for all that is known of the learner.
    package let interval: ClosedRange<Double>
    /// The share of the exam's items that the learner is expected to answer rightly, 0 to 1.
    package let expected: Double
    /// Skills that the exam asks for, those by which most is lost first, each with the share of all items that it costs.
    package let losses: [(skill: Skill, share: Double)]
    /// Skills that the exam asks for and that the learner never met here.
    package let unmet: [Skill]

    package static func == (left: Readiness, right: Readiness) -> Bool {
        left.blueprint == right.blueprint && left.probability == right.probability && left.interval == right.interval
    }
}

/// Works out how likely learners are to pass one exam.
///
/// Forms are made as they are for candidates. How a learner answers an item is drawn many times, from all that is known:
/// what may be believed, by the probability of each belief; how well each skill is mastered, by its distribution; how
/// well each term is remembered. An item goes as the learner means it as often as the skills that it takes do, on average
/// and beside what is believed: it is then right, or where a belief leads astray worth what that answer is; else it is
/// worth what wrong answers to it are. Of a skill that was hardly met it counts how well the others go; those that were
/// never met were all learnt elsewhere in half of the draws, and in the other half none of them is known.
package struct ReadinessEstimate: Sendable {
    private let blueprint: Blueprint
    private let space: BeliefSpace
    private let forms: [[Asked]]

    /// What an item takes.
    fileprivate struct Asked: Sendable {
        let skills: [Skill]
        /// A term or a fact, by its identity.
        let entry: String?
        /// What the answer is worth to which each hypothesis leads that gives it a wrong one, 0 to 1.
        let misleads: [Int: Double]
        /// What a wrong answer is worth on average, 0 to 1.
        let wrong: Double
    }

    /// How an item may go: right by a chance, or else for a part of its worth.
    struct Outcome: Sendable {
        /// The chance that it goes as the learner means it.
        let chance: Double
        /// What it is worth then, 0 to 1: less than 1 where a belief leads astray.
        var worth = 1.0
        /// What it is worth where it goes otherwise, 0 to 1.
        let otherwise: Double

        /// What is expected of it.
        var mean: Double { chance * worth + (1 - chance) * otherwise }
    }

    /// Forms that are looked at, and draws of a learner.
    private static let count = (forms: 6, draws: 400)

    /// Makes forms of an exam.
    ///
    /// - Parameters:
    ///   - blueprint: One of the pack's.
    ///   - pack: What it asks about.
    ///   - space: What may be believed.
    ///   - kinds: The only kinds of item that are reckoned with; all where there are none.
    /// - Throws: `FormError` where the pack cannot fill a form.
    package init(
        of blueprint: Blueprint, in pack: Pack, space: BeliefSpace, kinds: Set<ItemKind> = []
    ) throws(FormError) {
        self.blueprint = blueprint
        self.space = space
        let bank = FormBank(for: blueprint, of: pack)
        var forms: [[Asked]] = []
        for seed in 1...UInt64(Self.count.forms) {
            let items = try bank.form(seed: seed).items.map(\.item)
            forms.append(
                items.filter { kinds.isEmpty || kinds.contains($0.kind) }.map { Asked(of: $0, in: space) })
        }
        self.forms = forms
    }

    /// How likely a learner is to pass.
    ///
    /// - Parameters:
    ///   - progress: What is known of the learner.
    ///   - day: Today, in days since 1970: what was learnt is forgotten by and by.
    /// - Returns: The probability, and what it hangs on.
    package func readiness(of progress: LearnerProgress, on day: Int) -> Readiness {
        var generator = SeededGenerator(seed: 1)
        let learner = Drawn.Source(progress, on: day)
        var passes: [Double] = []
        var expected = 0.0
        var losses: [Skill: Double] = [:]
        for draw in 0..<Self.count.draws {
            let form = forms[draw % forms.count]
            let drawn = Drawn(from: learner, with: &generator)
            let outcomes = form.map(drawn.outcome)
            passes.append(Self.chance(of: blueprint.passMark.percent, outcomes))
            let count = Double(max(form.count, 1) * Self.count.draws)
            for (asked, outcome) in zip(form, outcomes) {
                expected += outcome.mean / count
                // What goes wrong is laid to the skill that is mastered least.
                let weakest = asked.skills.min { drawn.mastery[$0, default: 0] < drawn.mastery[$1, default: 0] }
                if let weakest { losses[weakest, default: 0] += (1 - outcome.mean) / count }
            }
        }
        let met = Set(learner.mastery.filter { $0.mastery.answers > 0 }.map(\.skill))
        let asked = Set(forms.joined().flatMap(\.skills))
        let sorted = passes.sorted()
        let low = sorted[sorted.count / 10]
        let high = sorted[sorted.count - 1 - sorted.count / 10]
        let costs = Skill.allCases.compactMap { skill in losses[skill].map { (skill: skill, share: $0) } }
        return Readiness(
            blueprint: blueprint.id, probability: passes.reduce(0, +) / Double(passes.count), interval: low...high,
            expected: expected, losses: costs.sorted { $0.share > $1.share },
            unmet: Skill.allCases.filter { asked.contains($0) && !met.contains($0) })
    }

    /// Parts of an item's worth that are told apart.
    private static let grain = 10

    /// The probability that items come to so many per cent of their worth, each by its own chance.
    static func chance(of percent: Int, _ outcomes: [Outcome]) -> Double {
        // The probability of each sum, item by item.
        var sums = [1.0]
        for outcome in outcomes {
            let parts = [(outcome.worth, outcome.chance), (outcome.otherwise, 1 - outcome.chance)]
            var next = [Double](repeating: 0, count: sums.count + grain)
            for (sum, probability) in sums.enumerated() {
                for (worth, chance) in parts {
                    next[sum + min(max(Int((worth * Double(grain)).rounded()), 0), grain)] += probability * chance
                }
            }
            sums = next
        }
        let needed = (percent * grain * outcomes.count + 99) / 100
        return sums.dropFirst(needed).reduce(0, +)
    }
}

extension ReadinessEstimate.Asked {
    fileprivate init(of item: Item, in space: BeliefSpace) {
        skills = Skill.allCases.filter(item.skills.contains)
        entry = item.kind == .term ? item.id.description : nil
        var misleads: [Int: Double] = [:]
        var worths: [String: Double] = [:]
        let believers = item.id.policy.flatMap(space.believers) ?? []
        let predictions = Predictions(item, in: space, for: Array(believers.indices))
        for place in believers.indices where predictions?.isProbe(of: place) ?? false {
            let answer = item.answer(under: believers[place].rules) ?? ""
            let worth = worths[answer] ?? (try? item.judge(answer).fraction) ?? 0
            worths[answer] = worth
            misleads[place] = worth
        }
        self.misleads = misleads
        wrong = worths.isEmpty ? 0 : worths.values.sorted().reduce(0, +) / Double(worths.count)
    }
}

/// One learner as the answers so far allow: a belief, and a chance of a right answer for each skill.
private struct Drawn {
    let hypothesis: Int
    let mastery: [Skill: Double]
    let remembered: [String: Double]

    /// What is known of the learner.
    struct Source {
        let probabilities: [Double]
        /// How well the learner answers, whatever the skill.
        let general: BetaDistribution
        let mastery: [(skill: Skill, mastery: Mastery)]
        let remembered: [String: Double]

        init(_ progress: LearnerProgress, on day: Int) {
            probabilities = progress.model.beliefs.probabilities
            mastery = Skill.allCases.map { ($0, progress.model.care(of: $0)) }
            general = BetaDistribution(of: mastery.map(\.mastery))
            let scheduler = FSRS()
            remembered = progress.reviews.mapValues { reviewed in
                scheduler.retrievability(
                    of: reviewed.schedule.memory, after: Double(max(0, day - reviewed.schedule.reviewed)))
            }
        }
    }

    init(from source: Source, with generator: inout SeededGenerator) {
        var left = generator.share()
        var held = 0
        for (position, probability) in source.probabilities.enumerated() {
            left -= probability
            if left < 0 {
                held = position
                break
            }
        }
        hypothesis = held
        remembered = source.remembered
        let general = source.general.drawn(with: &generator)
        let isVersed = generator.happens(0.5)
        mastery = source.mastery.reduce(into: [:]) { mastery, known in
            guard isVersed || known.mastery.answers > 0 else { return }
            mastery[known.skill] = known.mastery.beside(general).drawn(with: &generator)
        }
    }

    /// How an item may go.
    func outcome(of asked: ReadinessEstimate.Asked) -> ReadinessEstimate.Outcome {
        if let entry = asked.entry, let known = remembered[entry] {
            return ReadinessEstimate.Outcome(chance: known, otherwise: 0)
        }
        let known = asked.skills.compactMap { mastery[$0] }
        guard known.count == asked.skills.count else { return ReadinessEstimate.Outcome(chance: 0, otherwise: 0) }
        let mean = known.isEmpty ? 0.5 : known.reduce(0, +) / Double(known.count)
        // Mastery is of what answers are worth, the half right ones too.
        let isSlight = mean <= asked.wrong
        let chance = isSlight ? 0 : (mean - asked.wrong) / (1 - asked.wrong)
        return ReadinessEstimate.Outcome(
            chance: chance, worth: asked.misleads[hypothesis] ?? 1, otherwise: isSlight ? mean : asked.wrong)
    }
}

extension BetaDistribution {
    /// Skills that an item exercises on average: each answer counts for so many.
    private static let skillsAnItem = 2.5
    /// What is taken of learners of whom nothing is known, as if they had given so many answers.
    private static let beforehand = (right: 3.0, wrong: 1.0)

    /// How well somebody answers, whatever the skill, by how well all skills go.
    fileprivate init(of all: [Mastery]) {
        self.init(
            Self.beforehand.right + all.reduce(0) { $0 + $1.successes } / Self.skillsAnItem,
            Self.beforehand.wrong + all.reduce(0) { $0 + $1.failures } / Self.skillsAnItem)
    }

    /// A chance of a right answer, drawn from what is known of it: an approximation by the distribution's mean and
    /// spread, cut off at none and all.
    fileprivate func drawn(with generator: inout SeededGenerator) -> Double {
        // Twelve even shares make a good bell.
        let bell = (0..<12).reduce(-6.0) { sum, _ in sum + generator.share() }
        return min(max(mean + deviation * bell, 0.01), 0.995)
    }
}

extension Mastery {
    /// As how many answers to a skill it counts how well the others go: most of what tells learners apart is the same in
    /// all skills, since what parts them are beliefs, and those are reckoned with by themselves.
    private static let kinship = 20.0

    /// What is known of the skill where the learner answers so well otherwise.
    fileprivate func beside(_ general: Double) -> BetaDistribution {
        BetaDistribution(Self.kinship * general + successes, Self.kinship * (1 - general) + failures)
    }
}

extension SeededGenerator {
    /// A number from 0 up to 1.
    fileprivate mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
