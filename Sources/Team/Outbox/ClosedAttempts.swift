import Examining
import Machine

/// Makes of the end of an attempt what follows from it: a letter to the candidate. It is carried like what leaves the
/// house, so that it is done once, by whichever node.
package struct ClosedAttempts: Carrier {
    private let desk: ExamDesk

    /// - Parameter desk: Whose attempts they are.
    package init(of desk: ExamDesk) { self.desk = desk }

    package var kind: Outgoing.Kind { .closed }

    package func carry(_ outgoing: Outgoing) -> Carriage {
        do {
            guard let notices = desk.notices else { return .carried }
            let attempt = try desk.exams.storedAttempt(outgoing.body)
            let id = Person.ID(attempt.form.candidate)
            guard let person = try desk.people.person(id), !person.isShutOut else { return .carried }
            let now = desk.exams.time.now
            try desk.people.apply(
                [notices.result(of: attempt.form.title, attempt.name, to: person, at: now)], noting: [])
            return .carried
        } catch let error as ExamError where error.kind == .notFound {
            // It was erased meanwhile.
            return .carried
        } catch {
            return .notNow("the attempt cannot be read: \(error)")
        }
    }
}
