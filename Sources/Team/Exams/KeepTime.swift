import Examining
import Machine
import Quiz
import Scoring

/// What whoever watches exams does about their time. Each deed stands in the attempt's log and in the trail, with who
/// answers for it and why, and the candidate is told.
extension ExamDesk {
    /// Gives more time.
    ///
    /// - Parameters:
    ///   - name: The attempt's; nil for everybody who sits an exam now.
    ///   - minutes: As they were typed.
    ///   - reason: Why, as candidates are told.
    ///   - actor: Who answers for it.
    /// - Throws: `TeamError` or `ExamError` where the actor may not, or it cannot be.
    package func extend(_ name: String?, byMinutes minutes: String, because reason: String, by actor: Actor) throws {
        try actor.check(.watchExams)
        let most = Int(Intervention.most / 60_000)
        guard let count = Int(minutes.filter { !$0.isWhitespace }), (1...most).contains(count) else {
            throw TeamError(.invalid, "more time has 1 to \(most) minutes")
        }
        let reason = try Self.words(reason, "a reason")
        try intervene(
            .extend(Int64(count) * 60_000), in: name, because: reason, by: actor, noting: .extended,
            "\(quantity(count, "minute")): \(reason)",
            saying: "You have \(quantity(count, "minute")) more: \(reason)")
    }

    /// Lets the time stand still, and nobody work, until it is let run on.
    ///
    /// - Throws: `TeamError` or `ExamError` where the actor may not, there is no reason, or it cannot be.
    package func hold(_ name: String?, because reason: String, by actor: Actor) throws {
        try actor.check(.watchExams)
        let reason = try Self.words(reason, "a reason")
        try intervene(
            .hold, in: name, because: reason, by: actor, noting: .held, reason,
            saying: "Your time stands still until you are told otherwise: \(reason)")
    }

    /// Lets the time run on.
    ///
    /// - Throws: `TeamError` or `ExamError` where the actor may not, or it runs.
    package func release(_ name: String?, by actor: Actor) throws {
        try actor.check(.watchExams)
        try intervene(.release, in: name, because: nil, by: actor, noting: .released, nil, saying: "The time runs on.")
    }

    private func intervene(
        _ deed: Intervention.Deed, in name: String?, because reason: String?, by actor: Actor,
        noting action: TrailEntry.Action, _ note: String?, saying words: String
    ) throws {
        let names = try name.map { [$0] } ?? openNames()
        var (count, failure) = (0, ExamError?.none)
        for one in names {
            do {
                try again { try intervene(deed, in: one, because: reason, by: actor) }
            } catch let error as ExamError where name == nil {
                // Whoever is done, or whose time stands still already, is not meant by all; and one that cannot be read
                // keeps it from nobody else.
                if error.kind != .invalid { failure = failure ?? error }
                continue
            } catch let error as TeamError where name == nil && error.kind == .notFound {
                // Nor is whoever is in no group of the actor's.
                continue
            }
            count += 1
            let now = exams.time.now
            try people.apply(
                [.say(words, to: one, at: now)],
                noting: [TrailEntry(at: now, by: actor.person.id, action, to: one, note: note)])
        }
        if let failure { throw failure }
        guard count > 0 else { throw Self.nobody }
    }

    private func intervene(_ deed: Intervention.Deed, in name: String, because reason: String?, by actor: Actor) throws
    {
        let stored = try storedAttempt(name, for: actor, to: .watchExams)
        var seat = try exams.openAttempt(stored, of: pack(of: stored.form))
        try seat.intervene(deed, by: actor.person.id.text, because: reason)
        seats.keep(seat)
    }
}
