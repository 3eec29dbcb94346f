import Examining
import Machine
import Quiz
import Scoring

/// Makes of the end of an attempt what follows from it: a letter to the candidate, and statements of what was done. It is
/// carried like what leaves the house, so that it is done once, by whichever node.
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
        let now = desk.exams.time.now
        var changes: [TeamChange] = []
        if let origin {
            let statements = AttemptStatements(of: attempt, from: origin, at: now)
            changes.append(
                .send(Outgoing(.statements, about: "statements \(attempt.name)", statements.text, since: now)))
        }
        if let grade = try grade(of: attempt, at: now) { changes.append(grade) }
        guard let notices = desk.notices, let person = try desk.people.person(Person.ID(attempt.form.candidate)),
            !person.isShutOut, person.address.isReachable
        else { return changes }
        return changes + [notices.result(of: attempt.form.title, attempt.name, to: person, at: now)]
    }

    /// What the learning system is told that sent the candidate; nil where none did, there is no score, or the candidate
    /// is not shown it.
    private func grade(of attempt: StoredAttempt, at now: Moment) throws -> TeamChange? {
        let form = attempt.form
        guard let fraction = attempt.fraction,
            let place = try platforms?.gradePlace(
                of: Person.ID(form.candidate), in: "\(form.pack)/\(form.blueprint)"),
            case .shown? = try desk.exams.outcome(of: attempt.name, in: desk.pack(of: form))?.release
        else { return nil }
        let grade = PlatformScore(at: place, of: form.title, fraction, at: attempt.ended ?? now)
        return .send(Outgoing(.grades, about: "grade \(attempt.name)", grade.text, since: now))
    }
}
