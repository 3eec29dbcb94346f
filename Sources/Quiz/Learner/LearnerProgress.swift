package import Content
package import Scoring

/// What is known of a learner in one pack: mastery, beliefs, and when each term or fact is due. It follows from the answers
/// given so far, and from nothing else.
package struct LearnerProgress: Sendable {
    /// How well skills are mastered, and what may be believed.
    package private(set) var model: LearnerModel
    /// Terms and facts that were asked, by their identities, with how often.
    package private(set) var reviews: [String: Reviewed]
    private let scheduler = FSRS()

    /// A term or fact that was asked.
    package struct Reviewed: Sendable, Equatable {
        /// When the review is due, and how well the thing is remembered.
        package let schedule: Schedule
        /// How often it was asked.
        package let count: Int

        package init(schedule: Schedule, count: Int) {
            self.schedule = schedule
            self.count = count
        }
    }

    package init(model: LearnerModel, reviews: [String: Reviewed] = [:]) {
        self.model = model
        self.reviews = reviews
    }

    /// Takes in what became of an item. One that was skipped counts as not known.
    ///
    /// - Parameters:
    ///   - outcome: The answer and what was said of it.
    ///   - time: When it was answered.
    ///   - day: The learner's own day, in days since 1970.
    package mutating func note(_ outcome: TrainingSession.Outcome, at time: Moment, on day: Int) {
        let feedback = outcome.feedback ?? Feedback(verdict: .incorrect, fraction: 0)
        model.note(
            outcome.item, answer: Confidence.parting(outcome.answer ?? "").answer, feedback: feedback,
            hints: outcome.hints, at: time)
        guard outcome.item.kind == .term else { return }
        let rating = Rating(isRight: feedback.isRight, hints: outcome.hints, isMisspelt: feedback.remark != nil)
        review(outcome.item.id.description, rating, on: day, isMistaken: outcome.isMistaken)
    }

    /// Takes in an answer to an item that the pack no longer makes: it counts for its skills and its review, and tells
    /// nothing of beliefs.
    package mutating func note(
        lost identity: String, skills: Set<Skill>, fraction: Double, hints: Int, at time: Moment, on day: Int
    ) {
        model.note(skills: skills, fraction: fraction, hints: hints, at: time)
        guard ItemID(identity)?.kind == .term else { return }
        review(identity, Rating(isRight: fraction == 1, hints: hints), on: day)
    }

    /// What somebody was sure of and wrong is due at once: the surprise is when the right answer is learnt best.
    private mutating func review(_ identity: String, _ rating: Rating, on day: Int, isMistaken: Bool = false) {
        let known = reviews[identity]
        let next = scheduler.schedule(after: known?.schedule, rating, on: day)
        reviews[identity] = Reviewed(
            schedule: isMistaken ? Schedule(memory: next.memory, reviewed: day, due: day) : next,
            count: (known?.count ?? 0) + 1)
    }

    /// How many reviews are due on each day from one on; those that are overdue count for the first.
    package func forecast(from day: Int, days: Int) -> [Int] {
        var counts = Array(repeating: 0, count: days)
        for review in reviews.values {
            let position = max(0, review.schedule.due - day)
            if position < days { counts[position] += 1 }
        }
        return counts
    }
}
