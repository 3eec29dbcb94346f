package import Content
package import Examining
import Machine
package import Quiz
package import Scoring

/// An exam as one candidate sees it in a list.
package struct AssignedExam: Sendable {
    /// The id of the pack that it is of.
    package let pack: String
    /// The exam.
    package let blueprint: Blueprint
    /// When an attempt may begin.
    package let admission: Admission
    /// The candidate's attempts, the first one first.
    package let attempts: [StoredAttempt]
    /// What the candidate has beyond the time of everybody; nil for nothing.
    package let extraTime: ExtraTime?
    /// Breaks in which the candidate's time stands still; nil for none.
    package let breaks: BreakTime?
}

/// An attempt as whoever watches sees it.
package struct WatchedAttempt: Sendable, Equatable {
    /// The attempt's.
    package let name: String
    /// The id of whoever sits it.
    package let person: String
    /// What the candidate is called.
    package let candidate: String
    /// The id of the pack.
    package let pack: String
    /// The id of the exam in it.
    package let exam: String
    /// What is sat.
    package let title: String
    /// How many items were answered.
    package let answered: Int
    /// How many there are.
    package let count: Int
    /// Milliseconds of the candidate's time that are left.
    package let left: Int64
    /// When something happened last.
    package let seen: Moment
    /// Whether it is over.
    package let isClosed: Bool
    /// 0 to 1; nil while it is open, and for who may not see results.
    package let fraction: Double?
    /// Whether it was passed; nil in the same cases.
    package let isPassed: Bool?
    /// Why it counts no longer; nil where it does.
    package let voided: String?
    /// Whether whoever watches made the time stand still.
    package let isHeld: Bool
    /// What whoever watches did about the time, in order.
    package let interventions: [Intervention]
    /// How many answers came in after the time that were written before it.
    package let late: Int
}

extension ExamDesk {
    /// The exams that are assigned to the actor, each with what came of it so far.
    ///
    /// - Throws: `TeamError` or `ExamError`.
    package func assigned(to actor: Actor) throws -> [AssignedExam] {
        try actor.check(.sitExam)
        let roster = try exams.roster.read()
        let id = actor.person.id.text
        let granted = try Examinee(id, on: roster).onRoster
        return try packs.keys.sorted().flatMap { pack -> [AssignedExam] in
            guard let revision = packs[pack] else { return [] }
            let due = revision.pack.blueprints.filter {
                !roster.assignments(of: $0, in: revision.pack, to: id).isEmpty
            }
            return try due.map { blueprint in
                AssignedExam(
                    pack: pack, blueprint: blueprint,
                    admission: roster.admission(of: id, to: blueprint, in: revision.pack, at: exams.time.now),
                    attempts: try exams.keptAttempts(of: id, at: blueprint.id.text, in: pack),
                    extraTime: granted?.accommodation?.extraTime, breaks: granted?.breaks)
            }
        }
    }

    /// Every attempt of everybody whom the actor watches, those that are open first, then the latest first.
    ///
    /// - Throws: `TeamError` where the actor may not watch; `ExamError`.
    package func sittings(for actor: Actor) throws -> [WatchedAttempt] {
        let watched = try reach(of: actor, to: .watchExams)
        let shown = try actor.may(.seeResults) ? reach(of: actor, to: .seeResults) : nil
        let now = exams.reading
        let all = try exams.attempts().attempts.filter { watched.covers($0.form.candidate) }.map { attempt in
            let seesResults = shown?.covers(attempt.form.candidate) == true
            return WatchedAttempt(
                name: attempt.name, person: attempt.form.candidate,
                candidate: attempt.form.name ?? attempt.form.candidate, pack: attempt.form.pack,
                exam: attempt.form.blueprint, title: attempt.form.title,
                answered: attempt.state.answers.filter { !$0.value.isEmpty }.count, count: attempt.state.count,
                left: attempt.state.left(at: now), seen: attempt.lastReading?.moment ?? now.moment,
                isClosed: attempt.head != nil, fraction: seesResults ? attempt.fraction : nil,
                isPassed: seesResults ? attempt.result?.isPassed : nil, voided: attempt.voiding?.reason,
                isHeld: attempt.state.isHeld, interventions: attempt.state.interventions, late: attempt.state.late.count
            )
        }
        return all.sorted { ($0.isClosed ? 1 : 0, $1.seen) < ($1.isClosed ? 1 : 0, $0.seen) }
    }

    /// The log of an attempt as `preceptor exam verify` reads it.
    ///
    /// - Throws: `TeamError` where the actor may not have it; `ExamError`.
    package func log(of name: String, for actor: Actor) throws -> [UInt8] {
        _ = try storedAttempt(name, for: actor, to: .seeResults)
        guard let bytes = try? exams.logs.read(.attempt(name)) else {
            throw TeamError(.unavailable, "the log cannot be read just now", mend: "try again in a moment")
        }
        try note(.exported, name, by: actor)
        return bytes
    }
}
