import Examining
import Machine

/// Makes of the end of an attempt what follows from it: a letter to the candidate, and statements of what was done. It is
/// carried like what leaves the house, so that it is done once, by whichever node.
package struct ClosedAttempts: Carrier {
    private let desk: ExamDesk
    private let origin: String?

    /// - Parameters:
    ///   - desk: Whose attempts they are.
    ///   - origin: How the addresses of the house begin, where a record store hears of them; nil where none does.
    package init(of desk: ExamDesk, statementsFrom origin: String? = nil) {
        self.desk = desk
        self.origin = origin
    }

    package var kind: Outgoing.Kind { .closed }

    package func carry(_ outgoing: Outgoing) -> Carriage {
        do {
            guard desk.notices != nil || origin != nil else { return .carried }
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
        guard let notices = desk.notices, let person = try desk.people.person(Person.ID(attempt.form.candidate)),
            !person.isShutOut
        else { return changes }
        return changes + [notices.result(of: attempt.form.title, attempt.name, to: person, at: now)]
    }
}
