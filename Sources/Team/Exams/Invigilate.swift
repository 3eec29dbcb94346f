package import Examining
import Machine
import Quiz
import Scoring

extension ExamDesk {
    /// The most signs that a message or a reason may have.
    private static let longestWords = 500

    /// Says something to candidates who sit an exam.
    ///
    /// - Parameters:
    ///   - text: What is said.
    ///   - attempt: To whom; nil for everybody who sits one now and whom the actor watches.
    ///   - actor: Who says it.
    /// - Throws: `TeamError` or `ExamError` where the actor may not, or nobody can read it.
    package func say(_ text: String, to attempt: String?, by actor: Actor) throws {
        let reach = try reach(of: actor, to: .watchExams)
        let text = try Self.words(text, "a message")
        var attempts = [attempt]
        if let attempt {
            _ = try storedAttempt(attempt, for: actor, to: .watchExams)
        } else if !reach.isEverybody {
            attempts = try openNames().filter { reach.covers(try exams.storedAttempt($0).form.candidate) }
            guard !attempts.isEmpty else { throw Self.nobody }
        }
        let now = exams.time.now
        try people.apply(
            attempts.map { .say(text, to: $0, at: now) },
            noting: attempts.map { TrailEntry(at: now, by: actor.person.id, .said, to: $0, note: text) })
    }

    static let nobody = TeamError(.invalid, "there is nobody now of whom this could be")

    /// What was said to a candidate, and to everybody since the attempt began.
    ///
    /// - Parameters:
    ///   - name: The attempt's.
    ///   - number: Only what came after this one.
    ///   - actor: Whose attempt it is.
    /// - Returns: What was said, and the attempt as it is now.
    /// - Throws: `TeamError` or `ExamError` where it is nobody's.
    package func messages(
        to name: String, after number: Int64, for actor: Actor
    ) throws -> (messages: [Message], seat: OpenAttempt) {
        try actor.check(.sitExam)
        let seat = try known(name, for: actor)
        let begun = exams.time.now.adding(milliseconds: -seat.elapsed)
        let messages = try people.messages(to: name, since: begun, after: number)
        // Whoever said something may have done something about the time, at another node.
        return (messages, messages.isEmpty ? seat : try attempt(name, of: actor))
    }

    /// Lets an attempt count no longer. Its log stays as it is, and says so to whoever verifies it with the register.
    ///
    /// - Parameters:
    ///   - name: The attempt's.
    ///   - reason: Why, as the candidate is told.
    ///   - actor: Who answers for it.
    /// - Throws: `TeamError` or `ExamError` where the actor may not, there is no reason, or it was voided before.
    package func void(_ name: String, because reason: String, by actor: Actor) throws {
        try actor.check(.judge)
        let reason = try Self.words(reason, "a reason")
        // It goes by its own name, and not by that of a file.
        guard !name.contains(where: { $0 == "." || $0 == "/" }) else {
            throw TeamError(.notFound, "there is no such attempt")
        }
        // Who may is decided by the table of permissions; the roster has to know of it.
        try exams.setGrader(actor.person.id.text, true)
        try exams.void(name, by: actor.person.id.text, because: reason)
        seats.forget(name)
        let now = exams.time.now
        try people.apply(
            [
                .say("This attempt counts no longer: \(reason)", to: name, at: now),
                .send(Outgoing(.closed, about: "voided \(name)", name, since: now)),
            ],
            noting: [TrailEntry(at: now, by: actor.person.id, .voided, to: name, note: reason)])
    }

    /// Words as somebody typed them, on one line.
    ///
    /// - Throws: `TeamError` where there are none, or too many.
    static func words(_ text: String, _ what: String) throws(TeamError) -> String {
        let words = text.split { $0.isWhitespace || $0.isControl }.joined(separator: " ")
        guard !words.isEmpty, words.count <= longestWords else {
            throw TeamError(.invalid, "\(what) has 1 to \(longestWords) signs")
        }
        return words
    }
}

extension Character {
    /// Whether it is a sign for machines, which no page shows.
    var isControl: Bool { unicodeScalars.allSatisfy { $0.properties.generalCategory == .control } }
}
