package import Content
package import Scoring

/// What a session showed.
package struct Summary: Sendable {
    /// How many items were answered or skipped.
    package let asked: Int
    /// How many answers were wholly right.
    package let right: Int
    /// How many of those came after a hint.
    package let withHints: Int
    /// How many items were skipped.
    package let skipped: Int
    /// Skills that were exercised, the weakest first: how often, and how often right.
    package let skills: [(skill: Skill, asked: Int, right: Int)]
    /// How far being sure and being right went together.
    package let calibration: Calibration
    /// Beliefs that explain wrong answers, the one met most often first.
    package let suspected: [Suspicion]

    /// A belief that explains answers.
    package struct Suspicion: Sendable {
        /// The belief, by the pack's id.
        package let belief: ID<Misconception>
        /// What it holds, as a clause.
        package let words: String
        /// How many answers it explains.
        package let count: Int
    }

    init(of outcomes: [TrainingSession.Outcome]) {
        asked = outcomes.count
        right = outcomes.count { $0.isRight }
        withHints = outcomes.count { $0.isRight && $0.hints > 0 }
        skipped = outcomes.count { $0.isSkipped }
        calibration = outcomes.reduce(into: Calibration()) { $0.note($1.confidence, isRight: $1.isRight) }
        skills = Skill.allCases.compactMap { skill in
            let met = outcomes.filter { $0.item.skills.contains(skill) }
            return met.isEmpty ? nil : (skill, met.count, met.count { $0.isRight })
        }
        .sorted { $0.2 * $1.1 < $1.2 * $0.1 }
        suspected = Self.suspected(in: outcomes)
    }

    /// Only a belief that explains an answer by itself is suspected; a pair proves neither.
    private static func suspected(in outcomes: [TrainingSession.Outcome]) -> [Suspicion] {
        var met: [Suspicion] = []
        for belief in outcomes.flatMap({ $0.feedback?.beliefs ?? [] }) {
            guard let id = belief.ids.first, belief.ids.count == 1 else { continue }
            if let position = met.firstIndex(where: { $0.belief == id }) {
                met[position] = Suspicion(belief: id, words: belief.words, count: met[position].count + 1)
            } else {
                met.append(Suspicion(belief: id, words: belief.words, count: 1))
            }
        }
        return met.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }
}
