import Examining
import Machine
import Quiz
import Scoring

/// Makes of the end of an attempt what follows from it: a letter to the candidate, statements of what was done, and a score
/// for a learning system; and what these have to be told when the attempt counts no longer, or may be told only later. It
/// is carried like what leaves the house, so that it is done once, by whichever node.
package struct ClosedAttempts: Carrier {
    private let desk: ExamDesk
    private let origin: String?
    private let platforms: (any PlatformStore)?

    /// - Parameters:
    ///   - desk: Whose attempts they are.
    ///   - origin: How the addresses of the house begin, where a record store hears of them; nil where none does.
    ///   - platforms: Where learning systems that hear of scores are kept; nil where none does.
    package init(
        of desk: ExamDesk, statementsFrom origin: String? = nil, gradesTo platforms: (any PlatformStore)? = nil
    ) {
        self.desk = desk
        self.origin = origin
        self.platforms = platforms
    }

    package var kind: Outgoing.Kind { .closed }

    package func carry(_ outgoing: Outgoing) -> Carriage {
        do {
            let isGraded = try platforms.map { store in try !store.platforms().isEmpty } ?? false
            guard desk.notices != nil || origin != nil || isGraded else { return .carried }
            let changes = try following(try desk.exams.storedAttempt(outgoing.body))
            if !changes.isEmpty { try desk.people.apply(changes, noting: []) }
            return .carried
        } catch let error as ExamError where error.kind == .notFound {
            // It was erased meanwhile.
            return .carried
        } catch {
            return .notNow("the attempt cannot be read: \(error)")
        }
    }

    private func following(_ attempt: StoredAttempt) throws -> [TeamChange] {
        // One that was voided while it was open has its end still to come.
        guard attempt.head != nil else { return [] }
        let now = desk.exams.time.now
        let voiding = try desk.exams.register()[attempt.id]?.voided
        var changes = statements(of: attempt, voiding, at: now)
        if let grade = try grade(of: attempt, isVoided: voiding != nil, at: now) { changes.append(grade) }
        guard let notices = desk.notices, let person = try desk.people.person(Person.ID(attempt.form.candidate)),
            !person.isShutOut, person.address.isReachable
        else { return changes }
        return changes + [notices.result(of: attempt.form.title, attempt.name, to: person, at: now)]
    }

    /// What a record store is told of an attempt; and of one that counts no longer, that this was told in error.
    private func statements(
        of attempt: StoredAttempt, _ voiding: AttemptRegister.Voiding?, at now: Moment
    ) -> [TeamChange] {
        guard let origin else { return [] }
        let statements = AttemptStatements(of: attempt, from: origin, at: now)
        let voided = voiding.map { ("voided statements \(attempt.name)", statements.voided(by: $0)) }
        return [("statements \(attempt.name)", statements.text), voided].compactMap(\.self).map { subject, text in
            .send(Outgoing(.statements, about: subject, text, since: now))
        }
    }

    /// What the learning system is told that sent the candidate; nil where none did, there is no score, or the candidate
    /// is never shown it. Where they are shown it later, it is looked at again then.
    private func grade(of attempt: StoredAttempt, isVoided: Bool, at now: Moment) throws -> TeamChange? {
        let form = attempt.form
        guard attempt.fraction != nil,
            let place = try platforms?.gradePlace(of: Person.ID(form.candidate), in: "\(form.pack)/\(form.blueprint)")
        else { return nil }
        switch try desk.exams.outcome(of: attempt.name, in: desk.pack(of: form))?.release {
        case .shown?:
            let subject = isVoided ? "grade without \(attempt.name)" : "grade \(attempt.name)"
            let fraction = try isVoided ? lastFraction(insteadOf: attempt) : attempt.fraction
            let score = PlatformScore(
                at: place, of: form.title, fraction, at: isVoided ? now : attempt.ended ?? now)
            return .send(Outgoing(.grades, about: subject, score.text, since: now))
        case .held(let end)?:
            let subject = "held \(attempt.name) until \(end.milliseconds)"
            return .send(
                Outgoing(.closed, about: subject, attempt.name, since: now, due: end.adding(milliseconds: 1)))
        case .never?, nil: return nil
        }
    }

    /// What the candidate's last attempt at the same exam came to that counts; nil where none does.
    private func lastFraction(insteadOf attempt: StoredAttempt) throws -> Double? {
        let form = attempt.form
        return try desk.exams.attempts().attempts.filter {
            $0.form.candidate == form.candidate && $0.form.pack == form.pack && $0.form.blueprint == form.blueprint
                && $0.voiding == nil && $0.fraction != nil
        }.max { $0.form.attempt < $1.form.attempt }?.fraction
    }
}
