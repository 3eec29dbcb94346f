import Audit
import Credentials
import Quiz
import Scoring
import Signatures

extension Exams {
    /// The register, as whoever adds to it or relies on it has to have it.
    ///
    /// - Throws: `ExamError` where it is not as it was written.
    func soundRegister() throws(ExamError) -> AttemptRegister {
        let register = try register()
        guard register.problems.isEmpty else {
            throw ExamError(
                .unreadable, "the register of exams is damaged: \(register.problems.prefix(3).joined(separator: "; "))",
                mend: "put \(logs.location(of: .register)) back from a copy")
        }
        return register
    }

    /// Enters what came to be of an attempt; what is entered already is left as it is.
    ///
    /// - Parameters:
    ///   - event: What came to be.
    ///   - attempt: By the hash of its log's first entry.
    ///   - end: Where its log, or that of its addenda, ends.
    /// - Throws: `ExamError` where it cannot be kept, and where an attempt would begin or end for a second time.
    func enter(_ event: RegisterEntry.Event, of attempt: String, _ end: LogEnd) throws(ExamError) {
        try enter([RegisterEntry(event, of: attempt, end, at: reading)])
    }

    /// Enters what came to be of several attempts, in one piece.
    ///
    /// - Throws: `ExamError` where one of them is not entered.
    func enter(_ entries: [RegisterEntry]) throws(ExamError) {
        guard !entries.isEmpty else { return }
        try memory.register.enter(entries.map { RegisterWish($0) }) { write($0) }
    }

    /// Enters what several wish for, and tells each what came of it.
    private func write(_ wishes: [RegisterWish]) {
        var left = wishes
        do {
            let key = try signingKey()
            var draft: RegisterDraft
            repeat {
                draft = RegisterDraft(after: try soundRegister())
                left = left.filter { draft.take($0, signedBy: key) }
            } while try !keep(draft)
            for wish in left { wish.answer(nil) }
        } catch {
            for wish in left { wish.answer(error) }
        }
    }

    /// Adds to the register what is drafted.
    ///
    /// - Returns: Whether it was added; not where somebody else was faster.
    /// - Throws: `ExamError` where it cannot be kept.
    private func keep(_ draft: RegisterDraft) throws(ExamError) -> Bool {
        guard !draft.lines.isEmpty else { return true }
        do { try logs.append(draft.lines, to: .register, after: draft.start.end) } catch {
            if case .changed = error { return false }
            throw ExamError(error)
        }
        return true
    }
}

/// What is to be added to the register, in one piece.
private struct RegisterDraft {
    /// As it is.
    let start: AttemptRegister
    /// As it will be.
    private(set) var register: AttemptRegister
    private(set) var lines: [String] = []

    init(after register: AttemptRegister) {
        start = register
        self.register = register
    }

    /// Takes a wish in; one that asks for nothing new, or for what cannot be, is told so.
    ///
    /// - Returns: Whether it comes to what the draft comes to.
    mutating func take(_ wish: RegisterWish, signedBy key: SigningKey) -> Bool {
        let entry = wish.entry
        if start[entry.attempt]?.has(entry.event, entry.hash) == true {
            wish.answer(nil)
            return false
        }
        if register[entry.attempt]?.has(entry.event, entry.hash) == true { return true }
        do {
            try register[entry.attempt]?.checkFirst(entry.event)
            if let sitting = entry.sitting { try register.checkFree(sitting, for: entry.attempt) }
            let (line, end) = try Ledger.line(entry, after: register.end, signedBy: key)
            lines.append(line)
            register.take(entry)
            register.end = end
            return true
        } catch {
            wish.answer(error as? ExamError ?? ExamError(.defect, "the entry cannot be signed: \(error)"))
            return false
        }
    }
}

extension AttemptRegister {
    /// - Throws: `ExamError` where the same attempt of the same person is entered with another log.
    func checkFree(_ sitting: RegisterEntry.Sitting, for attempt: String) throws(ExamError) {
        guard let other = other(than: attempt, of: sitting) else { return }
        let begun = other.started.map { " on \(day(of: $0))" } ?? ""
        throw ExamError(
            .checkFailed,
            "attempt \(sitting.number) at \(sitting.blueprint) was begun\(begun) already, with another log",
            mend: putBack)
    }
}

extension AttemptRegister.Attempt {
    /// Whether it is entered already.
    fileprivate func has(_ event: RegisterEntry.Event, _ hash: String) -> Bool {
        switch event {
        case .started: started?.hash == hash
        case .handedIn: handedIn?.hash == hash
        case .closed: closed?.hash == hash
        case .amended: amended?.hash == hash
        case .voided: voided != nil
        case .erased: isErased
        }
    }

    /// - Throws: `ExamError` where the attempt began, or ended, otherwise before.
    fileprivate func checkFirst(_ event: RegisterEntry.Event) throws(ExamError) {
        let (point, what): (AttemptRegister.Point?, String) =
            switch event {
            case .started: (started, "begun")
            case .handedIn: closed == nil ? (handedIn, "handed in") : (closed, "closed")
            case .closed: (closed, "closed")
            case .amended, .voided, .erased: (nil, "")
            }
        guard let point else { return }
        throw ExamError(
            .checkFailed,
            "this attempt was \(what) on \(day(of: point)), and an earlier copy of its log was put back since",
            mend: putBack)
    }
}

/// What is to be done about a log that is not the one that it was.
let putBack = "exam verify tells more; put back the log that was there, or have whoever gives the exam void the attempt"

/// The day of something that was entered, in universal time.
func day(of point: AttemptRegister.Point) -> String { Timestamp(point.at.moment)?.day.description ?? "a day" }
