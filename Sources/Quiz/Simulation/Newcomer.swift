import Content
import Glibc
import Scoring

/// Somebody who knows no skill at first, learns by what is shown and corrected, and forgets.
///
/// All of it is assumed, and written down in ``Assumptions``. A skill can be learnt once those that it rests on are. Who
/// lacks a skill that an item takes answers at random, or leaves the claim empty; who has them all answers as a
/// ``SimulatedLearner`` does, by what they believe and with slips.
struct Newcomer {
    /// What is assumed of learning and forgetting.
    enum Assumptions {
        /// How often the pages of a lesson teach a skill of it: after lectures and readings those of the lower half get 55 %
        /// of first answers right (Koedinger and others 2023).
        static let pages = 0.55
        /// How often an item of practice, once its key was explained, teaches a skill that it takes: each adds 2.5 points to
        /// accuracies of 55 to 75 % (the same), a fourteenth of what is missing.
        static let practice = 0.07
        /// By how many standard deviations more a worked example teaches: g = .48 (Barbieri and others 2023).
        static let workedExample = 0.48
        /// The share of skills that is kept for 30 days where they were retrieved in a row.
        static let kept = 0.4
        /// By how many standard deviations more is kept where retrievals were spaced: g = .74 (Latimier and others 2021).
        static let spacing = 0.74
        /// Items between two retrievals that make them spaced.
        static let gap = 3
        /// Spaced retrievals that have the whole effect.
        static let retrievals = 3
        /// Minutes that things take.
        static let minutes = (page: 1.0, example: 1.5, item: 1.5, contrast: 0.5)
    }

    private(set) var learner: SimulatedLearner
    private let order: SkillOrder
    private var generator: SeededGenerator
    /// The skills that were learnt, with how often each was retrieved after others, and after how many items last.
    private var known: [Skill: (spaced: Int, last: Int)] = [:]
    /// Items that were answered.
    private(set) var items = 0

    init(_ learner: SimulatedLearner, in order: SkillOrder, seed: UInt64) {
        self.learner = learner
        self.order = order
        generator = SeededGenerator(seed: seed)
    }

    /// Whether all of some skills were learnt.
    func knows(_ skills: Set<Skill>) -> Bool { skills.allSatisfy { known[$0] != nil } }

    /// What they type.
    mutating func answer(_ item: Item) -> String {
        if knows(item.skills) { return learner.answer(item) }
        switch item {
        case .claim, .denial, .clock, .term: return item.ignorantAnswer
        case .choice(let item): return String(1 + generator.below(max(item.claims.count, 1)))
        case .circumstance(let item):
            let place = generator.below(item.situation.pack.circumstances.count + 1)
            return place == 0 ? "yes" : "no \(place)"
        case .audit: return generator.happens(0.5) ? "pay" : item.ignorantAnswer
        }
    }

    /// Takes in that an item was answered and its key explained.
    mutating func practise(_ item: Item, _ feedback: Feedback) {
        items += 1
        for skill in item.skills {
            guard feedback.isRight, let before = known[skill] else { continue }
            let isSpaced = items - before.last > Assumptions.gap
            known[skill] = (before.spaced + (isSpaced ? 1 : 0), items)
        }
        learn(item.skills, by: Assumptions.practice)
    }

    /// Takes in the pages of a lesson.
    mutating func read(_ skills: Set<Skill>) { learn(skills, by: Assumptions.pages) }

    /// Takes in a visit that was worked out, whole or in part.
    mutating func study(_ skills: Set<Skill>) {
        learn(skills, by: normal(quantile(Assumptions.practice) + Assumptions.workedExample))
    }

    private mutating func learn(_ skills: Set<Skill>, by rate: Double) {
        for skill in Skill.allCases where skills.contains(skill) && known[skill] == nil {
            guard knows(order.needs(of: skill)), generator.happens(rate) else { continue }
            known[skill] = (0, items)
        }
    }

    /// Takes in an answer that was corrected, which may be the end of the belief that led to it.
    mutating func learn(from feedback: Feedback) { learner.learn(from: feedback) }

    /// Takes in what was held against beliefs.
    mutating func reconsider(_ beliefs: [ID<Misconception>]) {
        for belief in beliefs { learner.meet(belief) }
    }

    /// The share of some skills that are still known after 30 days, 0 to 1.
    func kept(of skills: Set<Skill>) -> Double {
        let kept = skills.compactMap { known[$0] }.map { skill in
            let share = min(1, Double(skill.spaced) / Double(Assumptions.retrievals))
            return normal(quantile(Assumptions.kept) + Assumptions.spacing * share)
        }
        return skills.isEmpty ? 0 : kept.sorted().reduce(0, +) / Double(skills.count)
    }
}

/// The standard normal distribution.
private func normal(_ value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }

/// The value below which a share of the standard normal distribution lies.
private func quantile(_ share: Double) -> Double {
    var (low, high) = (-6.0, 6.0)
    for _ in 0..<50 {
        let middle = (low + high) / 2
        if normal(middle) < share { low = middle } else { high = middle }
    }
    return low
}

extension Item {
    /// What somebody types who has no idea of the codes.
    var ignorantAnswer: String {
        switch kind {
        case .audit, .denial: "1, none"
        case .clock: "0"
        case .claim, .choice, .circumstance, .term: "none"
        }
    }
}
