package import Content
import Glibc
package import Scoring

/// What is known of a learner in one pack: how well each skill is mastered, and what may be believed.
///
/// It follows from the answers alone: the same answers in the same order give the same model.
package struct LearnerModel: Sendable, Equatable {
    /// How well each skill is mastered that was ever exercised.
    package private(set) var mastery: [Skill: Mastery]
    /// The same beside what is believed: a wrong answer to which a belief leads is laid to the belief, and not to the
    /// skill. Empty where nothing but mastery is known.
    package private(set) var care: [Skill: Mastery]
    /// What the learner may believe.
    package private(set) var beliefs: BeliefPosterior
    /// How the cure of each belief goes that led an answer astray.
    package private(set) var cures: [ID<Misconception>: Cure]
    /// How answers are taken to come about.
    package let answering: AnswerModel

    /// Under this probability a belief is unlikely.
    package static let unlikely = 0.15
    /// A belief counts as met from this probability on: one wrong answer may be a slip, and two beliefs that would
    /// explain the same answer are told apart first.
    package static let certain = 0.95
    /// How much it weighs, in explaining an answer, that a belief was suspected before it, beside that it is after it.
    private static let foresight = 0.9
    /// What each hint leaves of the worth of an answer: 0.7 of it.
    package static let worthPerHint = 0.7

    /// What is known before any answer.
    package init(in space: BeliefSpace, answering: AnswerModel = AnswerModel()) {
        self.init(mastery: [:], beliefs: BeliefPosterior(in: space), cures: [:], answering: answering)
    }

    /// What was kept.
    package init(
        mastery: [Skill: Mastery], care: [Skill: Mastery] = [:], beliefs: BeliefPosterior,
        cures: [ID<Misconception>: Cure], answering: AnswerModel = AnswerModel()
    ) {
        self.mastery = mastery
        self.care = care
        self.beliefs = beliefs
        self.cures = cures
        self.answering = answering
    }

    /// How well a skill is mastered; nothing is known of one that was never met.
    package func mastery(of skill: Skill) -> Mastery { mastery[skill] ?? Mastery() }

    /// How well a skill goes beside what is believed.
    package func care(of skill: Skill) -> Mastery { care[skill] ?? mastery(of: skill) }

    /// Whether nothing was answered yet.
    var isNew: Bool { mastery.isEmpty }

    /// Whether any answer was not wholly right.
    var hasMissed: Bool { mastery.values.contains { $0.missed > 0 } }

    /// Whether so little was answered that charts would come too soon.
    var isBeginner: Bool { mastery.values.allSatisfy { $0.answers < Self.firstSteps } }

    /// Whether most of what was met is mastered.
    var isSeasoned: Bool {
        let mastered = mastery.values.count(where: \.isMastered)
        return mastered > 0 && 2 * mastered >= mastery.count
    }

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
        note(skills, worth: fraction * pow(Self.worthPerHint, Double(hints)), explained: 0, at: time)
    }

    /// Counts an answer for skills, of which a belief explains a share of what is wrong.
    private mutating func note(_ skills: Set<Skill>, worth: Double, explained: Double, at time: Moment) {
        for skill in skills {
            var care = care(of: skill)
            care.note(worth + (1 - worth) * explained, at: time)
            self.care[skill] = care
            mastery[skill, default: Mastery()].note(worth, at: time)
        }
    }

    /// The same where the predictions of every hypothesis are at hand.
    mutating func note(
        _ item: Item, answer: String, feedback: Feedback, hints: Int, at time: Moment, predictions: Predictions?
    ) {
        let worth = feedback.fraction * pow(Self.worthPerHint, Double(hints))
        guard let predictions, let response = item.response(answer) else {
            note(item.skills, worth: worth, explained: 0, at: time)
            return
        }
        let before = beliefs.share(leadingTo: response, by: predictions)
        beliefs.note(response, to: predictions, answering.after(hints: hints))
        let after = beliefs.share(leadingTo: response, by: predictions)
        // One answer that fits a belief may do so by chance: what was suspected before explains more.
        note(
            item.skills, worth: worth, explained: Self.foresight * before + (1 - Self.foresight) * after, at: time)
        noteCures(response, predictions, isRight: feedback.isRight, isUnaided: hints == 0)
    }

    /// A belief is met where it is likely by now and leads to just this answer; every other that is being cured has one
    /// more answer behind it.
    private mutating func noteCures(_ response: Response, _ predictions: Predictions, isRight: Bool, isUnaided: Bool) {
        let space = beliefs.space
        let named = beliefs.named.hypothesis
        let leads = space.position(of: named.text).flatMap(predictions.answer) == response
        let met = isRight || !leads ? [] : Set(named.beliefs.filter { beliefs.marginal($0) >= Self.certain })
        for (belief, cure) in cures where !met.contains(belief) {
            var cure = cure
            let isProbe = space.position(of: belief.text).map(predictions.isProbe) ?? false
            cure.pass(isProbe: isProbe && isRight && isUnaided)
            cures[belief] = cure
        }
        for belief in met { cures[belief, default: Cure()].meet() }
    }

    /// Beliefs that stayed away from every probe and are unlikely by now, in order of their names.
    package var overcome: [ID<Misconception>] {
        cures.filter { $0.value.isOvercome && beliefs.marginal($0.key) < Self.unlikely }.map(\.key).sorted()
    }

    /// Beliefs whose next probe is due, those that stayed away least first.
    var probed: [ID<Misconception>] {
        cures.filter(\.value.isDue).sorted { ($0.value.withstood, $0.key) < ($1.value.withstood, $1.key) }.map(\.key)
    }

    /// Beliefs that led answers astray since the learner was known otherwise, in order of their names.
    package func met(since earlier: LearnerModel) -> [ID<Misconception>] {
        cures.filter { $0.value.met > earlier.cures[$0.key]?.met ?? 0 }.map(\.key).sorted()
    }
}
