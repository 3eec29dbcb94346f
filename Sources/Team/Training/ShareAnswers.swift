import Content
package import Learning
import Machine
import Scoring

extension TrainingDesk {
    /// The actor's answers in all packs, for another place that has records of the same learner.
    ///
    /// - Parameters:
    ///   - number: Only those that were kept after this one.
    ///   - count: How many at most.
    ///   - actor: Whose they are.
    /// - Returns: In the order in which they were kept.
    /// - Throws: `TeamError` where the actor may not train, or they cannot be read.
    package func answers(
        after number: Int64, atMost count: Int, of actor: Actor
    ) throws(TeamError) -> [SharedAnswer] {
        try actor.check(.train)
        do {
            guard let learner = try learners.knownLearner(named: actor.person.id.text) else { return [] }
            return try learners.sharedAnswers(of: learner.id, after: number, atMost: count)
        } catch { throw SessionDesk.unreadable }
    }

    /// Takes in what the actor answered elsewhere, each answer once, and judges it here.
    ///
    /// - Parameters:
    ///   - answers: In the order in which they were given.
    ///   - actor: Whose they are.
    /// - Returns: What became of them.
    /// - Throws: `TeamError` where the actor may not train, or they cannot be kept: some may be, and those are known when
    ///   all are sent again.
    package func take(_ answers: [SharedAnswer], of actor: Actor) throws(TeamError) -> TakenAnswers {
        try actor.check(.train)
        let latest = time.now.adding(milliseconds: Self.mostAhead).milliseconds
        guard answers.allSatisfy({ $0.at >= 0 && $0.at <= latest }) else {
            throw TeamError(.invalid, "an answer comes from the future", mend: "set the clock of the machine")
        }
        do {
            let learner = try learners.learner(named: actor.person.id.text, at: time.now)
            return try learners.take(answers, of: learner.id, in: try packs(for: actor))
        } catch {
            throw TeamError(.unavailable, "your answers cannot be kept just now", mend: "try again in a moment")
        }
    }

    /// How far ahead another machine's clock may be: a day.
    private static let mostAhead: Int64 = 86_400_000
}
