import Scoring

/// The letters that the house writes, where it can send any.
package struct Notices: Sendable {
    /// How the addresses of its pages begin.
    private let origin: String

    /// - Parameter origin: How the addresses of its pages begin, such as `https://exams.example.org`.
    package init(from origin: String) { self.origin = origin }

    /// That somebody is invited, with the link.
    func invitation(_ invitation: Invitation, _ token: Token, at moment: Moment) -> TeamChange? {
        guard let address = invitation.address else { return nil }
        let letter = Letter(
            to: invitation.name, at: address, "You are invited to Preceptor",
            [
                "Open this link to choose a password and come in. It works once, and for a week:",
                "\(origin)/invitation/\(token.text)",
                "If you do not know why you get this, do nothing: the link then works no more by itself.",
            ])
        return .send(Outgoing(.mail, about: "invitation \(invitation.digest.text)", letter.text, since: moment))
    }

    /// That an exam is assigned to somebody.
    ///
    /// - Parameters:
    ///   - title: What the exam is called.
    ///   - exam: Its path among the pages.
    ///   - window: When it may be sat, in words.
    ///   - person: To whom.
    ///   - moment: Now.
    /// - Returns: The letter, in the outbox.
    func assignment(
        of title: String, at exam: String, _ window: String, to person: Person, at moment: Moment
    ) -> TeamChange {
        let letter = Letter(
            to: person.name, at: person.address, "An exam for you: \(title)",
            ["\(title) is assigned to you. \(window)", "What it asks for, and where it begins:", "\(origin)\(exam)"])
        let subject = "assignment \(person.id.text) \(exam) \(moment.milliseconds)"
        return .send(Outgoing(.mail, about: subject, letter.text, since: moment))
    }

    /// That an attempt has its end. What came of it stands on its page alone: mail is read by many.
    func result(of title: String, _ attempt: String, to person: Person, at moment: Moment) -> TeamChange {
        let letter = Letter(
            to: person.name, at: person.address, "Your exam: \(title)",
            [
                "Your attempt at \(title) is handed in. What came of it, as soon as that may be told:",
                "\(origin)/sitting/\(attempt)/result",
            ])
        return .send(Outgoing(.mail, about: "result \(attempt)", letter.text, since: moment))
    }
}
