import Content
package import Examining
import Machine
import Quiz
package import Scoring

/// What is said of an answer that is on the disk.
package struct KeptAnswer: Sendable, Equatable {
    /// How often the item was answered now.
    package let times: Int
    /// When it was kept.
    package let at: Moment
    /// Milliseconds of the candidate's time that are left.
    package let left: Int64
    /// Why it would be read as no answer; nil where it can be read. It is kept all the same.
    package let remark: String?
}

/// That an answer was given to an item that was answered otherwise meanwhile, in another window or on another machine.
package struct OutdatedAnswer: Error, Sendable, Equatable {
    /// How often the item was answered now.
    package let times: Int
    /// What is kept.
    package let kept: String
}

extension ExamDesk {
    /// The longest answer, in bytes.
    private static let longest = 4_000

    /// Begins an attempt at an exam that is assigned to the actor, or goes on with the one that is open.
    ///
    /// - Returns: What the attempt is called.
    /// - Throws: `TeamError` or `ExamError` where none may begin now.
    package func begin(_ blueprint: String, of pack: String, by actor: Actor) throws -> String {
        try actor.check(.sitExam)
        let (revision, exam) = try exam(blueprint, of: pack)
        let roster = try exams.roster.read()
        let examinee = try Examinee(actor.person.id.text, on: roster)
        guard !roster.assignments(of: exam, in: revision.pack, to: examinee.id).isEmpty else {
            throw TeamError(.notFound, "there is no such exam")
        }
        return try again {
            var generator = random
            let open = try exams.keptAttempts(of: examinee.id, at: blueprint, in: pack).last { $0.head == nil }
            let begun = open.flatMap { inUse.revision(of: $0.form) } ?? revision
            var attempt = try exams.takeUp(
                begun.pack.blueprint(exam.id) ?? exam, of: begun, by: examinee, using: &generator)
            if attempt.state.phase == .waiting {
                try attempt.begin(exams.allottedTime(for: attempt.form, of: exam, in: begun.pack, to: examinee))
            }
            seats.keep(attempt)
            return attempt.name
        }
    }

    /// An attempt of the actor's as it is now.
    ///
    /// - Throws: `TeamError` of kind `notFound` where it is nobody's, or somebody else's.
    package func attempt(_ name: String, of actor: Actor) throws -> OpenAttempt {
        try actor.check(.sitExam)
        return try read(name, for: actor)
    }

    /// Keeps an answer.
    ///
    /// - Parameters:
    ///   - position: The item's, from 0.
    ///   - text: As it was typed.
    ///   - times: How often the item had been answered, as far as whoever answers knows.
    ///   - name: The attempt's.
    ///   - actor: Whose attempt it is.
    ///   - written: How many milliseconds ago it was written, as the page says; nil where it does not. After the end of
    ///     the time an answer counts that was written before it and comes in within the grace of the exam.
    /// - Returns: What to say of it; the same for the same answer sent twice.
    /// - Throws: `OutdatedAnswer`; `ExamError` where the time is over or it cannot be kept; `TeamError`.
    package func answer(
        _ position: Int, _ text: String, after times: Int, in name: String, by actor: Actor, written: Int64? = nil
    ) throws -> KeptAnswer {
        try actor.check(.sitExam)
        guard text.utf8.count <= Self.longest else {
            throw ExamError(.invalid, "an answer has at most \(Self.longest) letters")
        }
        var isFresh = false
        return try again {
            var seat = try isFresh ? read(name, for: actor) : known(name, for: actor)
            isFresh = true
            let (before, kept) = (seat.state.timesAnswered[position] ?? 0, seat.state.answers[position])
            if kept == text, times == before || times == before - 1 { return said(of: text, at: position, in: seat) }
            if times > before { seat = try read(name, for: actor) }
            guard times == seat.state.timesAnswered[position] ?? 0 else {
                throw OutdatedAnswer(times: before, kept: kept ?? "")
            }
            if let written, seat.isTimeOver, !seat.state.isClosed {
                try seat.answerLate(position, text, written: written)
            } else {
                try seat.answer(position, text)
            }
            seats.keep(seat)
            return said(of: text, at: position, in: seat)
        }
    }

    /// Shows an item, which is noted: how long each was shown is known later.
    ///
    /// - Throws: `ExamError` where the exam goes forward only; `TeamError`.
    package func show(_ position: Int, in name: String, to actor: Actor) throws -> OpenAttempt {
        try changing(name, by: actor) { seat throws(ExamError) in
            guard seat.state.current != position else { return false }
            try seat.move(to: position)
            return true
        }
    }

    /// Goes on from an item to the one after it, for good where the exam goes forward only; in an adaptive exam that is
    /// the one that the answers lead to. Where there is none, nothing happens.
    ///
    /// - Parameters:
    ///   - position: The item's that is left, from 0.
    ///   - name: The attempt's.
    ///   - actor: Whose attempt it is.
    /// - Throws: `ExamError` or `TeamError` where it cannot be.
    package func goOn(from position: Int, in name: String, by actor: Actor) throws {
        _ = try changing(name, by: actor) { seat throws(ExamError) in
            guard seat.state.current == position, try seat.hasItem(after: position) else { return false }
            try seat.move(to: position + 1)
            return true
        }
    }

    /// Begins a break, in which the time stands still as long as breaks are left, or ends it.
    ///
    /// - Throws: `ExamError` where no break is left; `TeamError`.
    package func setBreak(_ isResting: Bool, in name: String, by actor: Actor) throws {
        _ = try changing(name, by: actor) { seat throws(ExamError) in
            guard seat.state.isResting != isResting else { return false }
            if isResting { try seat.rest() } else { try seat.goOn() }
            return true
        }
    }

    /// Marks an item to be looked at again, or no longer.
    ///
    /// - Throws: `ExamError` or `TeamError` where it cannot be.
    @discardableResult
    package func setFlag(_ isFlagged: Bool, at position: Int, in name: String, by actor: Actor) throws -> OpenAttempt {
        try changing(name, by: actor) { seat throws(ExamError) in
            guard seat.state.flagged.contains(position) != isFlagged else { return false }
            try seat.setFlag(isFlagged, at: position)
            return true
        }
    }

    /// Hands an attempt in; one that was handed in stays so.
    ///
    /// - Throws: `ExamError` or `TeamError` where it cannot be.
    package func handIn(_ name: String, by actor: Actor) throws {
        let attempt = try changing(name, by: actor) { seat throws(ExamError) in
            try seat.handIn()
            return true
        }
        seats.forget(attempt.name)
    }

    /// What an attempt came to, as the candidate may know it.
    ///
    /// - Throws: `ExamError` or `TeamError` where there is none.
    package func outcome(of name: String, for actor: Actor) throws -> Outcome {
        let attempt = try attempt(name, of: actor)
        guard attempt.state.isClosed, let outcome = try exams.outcome(of: name, in: pack(of: attempt.form)) else {
            throw TeamError(.notFound, "this attempt is not handed in yet")
        }
        return outcome
    }

    /// Changes an attempt as this node knew it last, and where another node was faster, or there is nothing to change, as
    /// it is kept. The change tells whether there was something to change.
    private func changing(
        _ name: String, by actor: Actor, _ change: (inout OpenAttempt) throws(ExamError) -> Bool
    ) throws -> OpenAttempt {
        try actor.check(.sitExam)
        if let seat = changed(try known(name, for: actor), change) { return seat }
        return try again {
            var seat = try read(name, for: actor)
            guard !seat.state.isClosed, try change(&seat) else { return seat }
            seats.keep(seat)
            return seat
        }
    }

    /// The attempt after a change; nil where there was none to make, or it was refused: what this node knew may be out of
    /// date, so that nothing is said of it.
    private func changed(
        _ known: OpenAttempt, _ change: (inout OpenAttempt) throws(ExamError) -> Bool
    ) -> OpenAttempt? {
        var seat = known
        do { guard !seat.state.isClosed, try change(&seat) else { return nil } } catch { return nil }
        seats.keep(seat)
        return seat
    }

    /// The attempt as this node knew it last, else as it is kept.
    func known(_ name: String, for actor: Actor) throws -> OpenAttempt {
        guard let seat = seats.known(name), seat.form.candidate == actor.person.id.text, !seat.isTimeOver else {
            return try read(name, for: actor)
        }
        return seat
    }

    /// The attempt as it is kept; where its time is over it is closed first.
    private func read(_ name: String, for actor: Actor) throws -> OpenAttempt {
        let notFound = TeamError(.notFound, "there is no such attempt")
        let stored: StoredAttempt
        do { stored = try exams.storedAttempt(name) } catch {
            throw error.kind == .notFound ? notFound : error
        }
        guard stored.form.candidate == actor.person.id.text else { throw notFound }
        let seat = try exams.openAttempt(stored, of: pack(of: stored.form))
        seats.keep(seat)
        return seat
    }

    private func said(of text: String, at position: Int, in seat: OpenAttempt) -> KeptAnswer {
        var remark: String?
        do { _ = try seat.items[position].read(text) } catch { remark = text.isEmpty ? nil : error.message }
        return KeptAnswer(
            times: seat.state.timesAnswered[position] ?? 0, at: exams.time.now, left: seat.left, remark: remark)
    }

    /// Tries something anew where somebody else was faster.
    func again<Result>(_ body: () throws -> Result) throws -> Result {
        for _ in 0..<4 {
            do { return try body() } catch let error as ExamError where error.kind == .changed { continue }
        }
        return try body()
    }
}
