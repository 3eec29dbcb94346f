package import Content
import Machine
package import Quiz
import Scoring

/// What an attempt came to, as its candidate may know it.
package struct Outcome: Sendable {
    /// The attempt itself.
    package let attempt: StoredAttempt
    /// Whether the result may be shown.
    package let release: Release
    /// What to study next, the weakest first.
    package let study: [Skill]
}

extension Exams {
    /// What a candidate's attempts at a pack's exams came to; those whose time is over are closed first, with what was
    /// answered.
    ///
    /// - Parameters:
    ///   - examinee: Whose attempts.
    ///   - pack: Whose exams.
    ///   - known: The attempts that are there.
    /// - Returns: By number.
    /// - Throws: `ExamError` where there is none, or one cannot be closed.
    package func outcomes(
        of examinee: Examinee, in pack: Pack, among known: [StoredAttempt]
    ) throws(ExamError) -> [Outcome] {
        let own = known.filter { $0.form.candidate == examinee.id && $0.form.pack == pack.id.text }
        guard !own.isEmpty else {
            let others = Set(known.map(\.form.candidate)).subtracting([examinee.word])
            let near = suggestion(for: examinee.word, among: others.sorted())
            throw ExamError(
                .notFound, "no candidate \(examinee.word.prefix(64)) has sat an exam of \(pack.id) here",
                mend: near ?? "exam take begins one")
        }
        let roster = try roster.read()
        return try closingOver(own, of: pack).map { outcome(of: $0, in: pack, roster) }
    }

    /// What an attempt came to that was closed just now.
    ///
    /// - Throws: `ExamError` where it cannot be read.
    package func outcome(of attempt: String, in pack: Pack) throws(ExamError) -> Outcome? {
        guard let stored = try read(attempt, isWhole: false)?.attempt else { return nil }
        let voiding = try register()[stored.id]?.voided
        return outcome(of: stored.voided(voiding), in: pack, try roster.read())
    }

    private func outcome(of attempt: StoredAttempt, in pack: Pack, _ roster: Roster) -> Outcome {
        // An exam that the pack no longer has was announced all the same.
        let release = pack.blueprint(ID(attempt.form.blueprint)).map {
            roster.release(of: $0, in: pack, to: attempt.form.candidate, at: time.now)
        }
        return Outcome(attempt: attempt, release: release ?? .shown, study: attempt.skillsToStudy(in: pack))
    }

    /// The same attempts once those are closed that can only be closed: their time is over, or they were handed in and
    /// not signed yet.
    ///
    /// - Throws: `ExamError` where one cannot be closed.
    package func closingOver(_ attempts: [StoredAttempt], of pack: Pack) throws(ExamError) -> [StoredAttempt] {
        var closed: [StoredAttempt] = []
        let now = reading
        for attempt in attempts {
            guard attempt.isOver(at: now) else {
                closed.append(attempt)
                continue
            }
            _ = try OpenAttempt(attempt, from: pack, in: self)
            if let kept = try read(attempt.name, isWhole: false)?.attempt { closed.append(kept) }
        }
        return closed
    }
}
