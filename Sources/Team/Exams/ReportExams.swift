package import Content
package import Examining
import Machine
package import Quiz
import Scoring

/// What a report of exams is made of.
package struct ReportedExams: Sendable {
    /// The pack.
    package let pack: Pack
    /// The one exam that is asked for.
    package let blueprint: Blueprint
    /// Attempts at it of those whose results are asked for by who may see them, closed as far as they can be.
    package let attempts: [StoredAttempt]
    /// Who is who.
    package let roster: Roster
    /// What is not as it should be, a sentence each.
    package let irregularities: [String]
}

extension ExamDesk {
    /// What was sat of an exam, for whoever may see results.
    ///
    /// - Throws: `TeamError` or `ExamError` where the actor may not, or there is no such exam.
    package func reported(_ blueprint: String, of pack: String, to actor: Actor) throws -> ReportedExams {
        let reach = try reach(of: actor, to: .seeResults)
        let (revision, exam) = try exam(blueprint, of: pack)
        let list = try exams.attempts()
        let attempts = try closingOver(
            list.attempts(of: revision.pack, only: exam).filter { reach.covers($0.form.candidate) })
        try note(.sawResults, "\(pack) \(blueprint)", by: actor)
        return ReportedExams(
            pack: revision.pack, blueprint: exam, attempts: attempts, roster: reach.part(of: try exams.roster.read()),
            irregularities: reach.isEverybody ? list.irregularities : [])
    }

    /// The same attempts once those are closed whose time is over, each by the pack that it was begun with.
    private func closingOver(_ attempts: [StoredAttempt]) throws(ExamError) -> [StoredAttempt] {
        var closed: [StoredAttempt] = []
        for attempt in attempts {
            closed += attempt.head == nil ? try exams.closingOver([attempt], of: pack(of: attempt.form)) : [attempt]
        }
        return closed
    }
}
