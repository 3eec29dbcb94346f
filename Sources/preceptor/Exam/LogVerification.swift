import Audit
import Credentials
import Examining
import Glibc
import Quiz
import Reports
import Scoring
import Signatures
import Stores
import Terminal
import Training

/// Tells what an audit of an attempt's log found.
extension ExamVerifyCommand {
    func verifyLog(_ file: String, _ console: Console) throws {
        let isAddenda = file.hasSuffix(".addenda")
        let path = isAddenda ? String(file.dropLast(8)) + ".log" : file
        let own = try OwnExams()
        let log = try attemptLog(at: path)
        let audit = try own.exams.audit(log, keys: goodKeys(), isHere: isSameFile(path, log.name, in: own.logs))
        if json { console.json(audit.json) } else { show(audit, path, console) }
        switch audit.state {
        case .broken: throw ExitStatus.notRight.code
        case .open where !openAllowed: throw ExitStatus.notOver.code
        case .open, .closed: return
        }
    }

    /// Verifies every log that is here, against the register and the register against them.
    func verifyAll(_ console: Console) throws {
        let own = try OwnExams(verifyingAnew: true)
        let keys = try goodKeys()
        let list = try own.exams.attempts()
        var found = list.irregularities
        for attempt in list.attempts {
            let audit = try own.exams.audit(attempt.name, keys: keys)
            found += audit.problems.map { "\(attempt.location): \($0.message)." }
        }
        if json {
            console.json(
                .object([
                    ("intact", .bool(found.isEmpty)), ("attempts", .integer(list.attempts.count)),
                    ("problems", .strings(found)),
                ]))
        } else {
            for problem in found { console.line(problem) }
            let count = list.attempts.count
            let whole =
                count == 1
                ? "as it was written, and as the register has it" : "as they were written, and as the register has them"
            console.line("\(quantity(count, "attempt")) \(found.isEmpty ? whole : "could be read")")
        }
        if !found.isEmpty { throw ExitStatus.notRight.code }
    }

    /// Whether a path is where an attempt of this name is kept here.
    private func isSameFile(_ path: String, _ name: String, in logs: FileLogStore) -> Bool {
        guard let told = realpath(path, nil), let kept = realpath(logs.location(of: .attempt(name)), nil) else {
            return false
        }
        defer {
            free(told)
            free(kept)
        }
        return String(cString: told) == String(cString: kept)
    }

    /// The keys that must have sealed a log, as the command names them; nil for those that are good on this machine.
    private func goodKeys() throws(ExamError) -> [String]? {
        if let key { return [key.lowercased()] }
        return try issuer.map { path throws(ExamError) in try readIssuer(path).keys.map(\.hexadecimal) }
    }

    private func show(_ audit: AttemptAudit, _ path: String, _ console: Console) {
        for problem in audit.problems { console.line("\(path): \(problem.message)") }
        guard audit.problems.isEmpty, let attempt = audit.attempt else { return }
        let open = audit.log.head == nil ? ", still open" : ""
        console.line("\(path): intact, \(audit.log.entries.count) entries\(open)")
        console.entry("Candidate", attempt.form.candidate)
        console.entry("Exam", "\(attempt.form.blueprint), attempt \(attempt.form.attempt)")
        console.entry(
            "Pack", "\(attempt.form.pack) \(attempt.form.edition), revision \(attempt.form.packRevision)")
        if let sha256 = attempt.form.packSHA256 { console.entry("SHA-256", sha256) }
        console.entry("Clock set", "\(attempt.state.jumps) times")
        for intervention in attempt.state.interventions { console.entry("Time", intervention.words()) }
        for (position, time) in attempt.state.late.sorted(by: { $0.key < $1.key }) {
            console.entry(
                "Late",
                "item \(position + 1), \(quantity(Int((time + 999) / 1_000), "second")) after the time, within the grace"
            )
        }
        if let last = audit.lastEntry { console.entry("Last entry", last.description) }
        guard let head = audit.log.head else {
            return console.entry("End", "not signed yet; the attempt is open")
        }
        if let fraction = attempt.fraction { console.entry("Result", mark(fraction)) }
        console.show(addendaOf: attempt)
        console.entry("End", head.hash)
        console.entry("Key", head.key)
        if let id = PublicKey(hexadecimal: head.key)?.id { console.entry("Key id", id) }
    }
}

extension AttemptAudit {
    /// What a program reads of an audit.
    fileprivate var json: JSON {
        let found = problems.map { problem in
            JSON.object([("check", .string(problem.check.rawValue)), ("message", .string(problem.message))])
        }
        return .object([
            ("intact", .bool(problems.isEmpty)), ("closed", .bool(log.head != nil)), ("state", .string(state.rawValue)),
            ("entries", .integer(log.entries.count)), ("lastEntry", .optional(lastEntry?.description)),
            ("head", .optional(log.head?.hash)), ("key", .optional(log.head?.key)),
            ("keyID", .optional(log.head.flatMap { PublicKey(hexadecimal: $0.key)?.id })),
            ("problems", .strings(problems.map(\.message))), ("failed", .array(found)),
            ("attempt", attempt.map { $0.json() } ?? .null),
        ])
    }
}
