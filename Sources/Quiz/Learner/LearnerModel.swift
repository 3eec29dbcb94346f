package import Content
import Glibc
package import Scoring

/// What is known of a learner in one pack: how well each skill is mastered, and what may be believed.
///
/// It follows from the answers alone: the same answers in the same order give the same model.
package struct LearnerModel: Sendable, Equatable {
    /// How well each skill is mastered that was ever exercised.
    package private(set) var mastery: [Skill: Mastery]
    /// What the learner may believe.
    package private(set) var beliefs: BeliefPosterior
    /// How answers are taken to come about.
    package let answering: AnswerModel

    /// What each hint leaves of the worth of an answer: 0.7 of it.
    package static let worthPerHint = 0.7

    /// What is known before any answer.
    package init(in space: BeliefSpace, answering: AnswerModel = AnswerModel()) {
        self.init(mastery: [:], beliefs: BeliefPosterior(in: space), answering: answering)
    }

    /// What was kept.
    package init(
        mastery: [Skill: Mastery], beliefs: BeliefPosterior, answering: AnswerModel = AnswerModel()
    ) {
        self.mastery = mastery
        self.beliefs = beliefs
        self.answering = answering
    }

    /// How well a skill is mastered; nothing is known of one that was never met.
    package func mastery(of skill: Skill) -> Mastery { mastery[skill] ?? Mastery() }

    /// Whether nothing was answered yet.
    var isNew: Bool { mastery.isEmpty }

    /// Whether any answer was not wholly right.
    var hasMissed: Bool { mastery.values.contains { $0.missed > 0 } }

    /// Whether so little was answered that charts would come too soon.
    var isBeginner: Bool { mastery.values.allSatisfy { $0.answers < Self.firstSteps } }

    /// Answers to one skill that make a learner more than a beginner.
    private static let firstSteps = 4

    /// Takes in an answer to an item: it counts for each skill that the item exercises, and tells of beliefs.
    ///
    /// - Parameters:
    ///   - item: What was asked.
    ///   - answer: What was typed.
    ///   - feedback: What the item said of the answer.
    ///   - hints: How many were shown.
    ///   - time: When it was answered.
    package mutating func note(_ item: Item, answer: String, feedback: Feedback, hints: Int, at time: Moment) {
        let predictions = Predictions(item, in: beliefs.space, for: Array(beliefs.space.hypotheses.indices))
        note(item, answer: answer, feedback: feedback, hints: hints, at: time, predictions: predictions)
    }

    /// Takes in an answer of which only the skills are known.
    mutating func note(skills: Set<Skill>, fraction: Double, hints: Int, at time: Moment) {
        let worth = fraction * pow(Self.worthPerHint, Double(hints))
        for skill in skills { mastery[skill, default: Mastery()].note(worth, at: time) }
    }

    /// The same where the predictions of every hypothesis are at hand.
    mutating func note(
        _ item: Item, answer: String, feedback: Feedback, hints: Int, at time: Moment, predictions: Predictions?
    ) {
        let worth = feedback.fraction * pow(Self.worthPerHint, Double(hints))
        for skill in item.skills { mastery[skill, default: Mastery()].note(worth, at: time) }
        guard let predictions, let response = item.response(answer) else { return }
        beliefs.note(response, to: predictions, answering.after(hints: hints))
    }
}
