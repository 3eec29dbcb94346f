import Audit
import Credentials
import Quiz
import Scoring

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
    ///   - sitting: What is sat, and by whom, where the time began.
    ///   - person: Who answers for it, where somebody has to.
    ///   - reason: Why, where somebody has to say.
    /// - Throws: `ExamError` where it cannot be kept, and where an attempt would begin or end for a second time.
    func enter(
        _ event: RegisterEntry.Event, of attempt: String, _ end: LogEnd, sitting: RegisterEntry.Sitting? = nil,
        by person: String? = nil, because reason: String? = nil
    ) throws(ExamError) {
        let now = reading
        let entry = RegisterEntry(
            event: event, at: now.moment, attempt: attempt, count: end.count, hash: end.hash, sitting: sitting,
            up: now.up, boot: now.boot, by: person, reason: reason)
        while true {
            let register = try soundRegister()
            if let known = register[attempt] {
                if known.has(event, end.hash) { return }
                try known.checkFirst(event)
            }
            if try append(entry, to: .register, after: register.end) != nil { return }
        }
    }
}

extension AttemptRegister.Attempt {
    /// Whether it is entered already.
    fileprivate func has(_ event: RegisterEntry.Event, _ hash: String) -> Bool {
        switch event {
        case .started: started?.hash == hash
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
