import Audit
import Content
import Quiz
import Scoring
import Terminal

/// Holds the log of an attempt against its hashes, its signature and what its answers come to.
extension ExamVerifyCommand {
    func verify(log bytes: [UInt8], _ console: Console) throws {
        let verification = Verification<ExamEntry>(bytes)
        var problems = verification.problems
        if let head = verification.head, head.key != (try expectedKey()) {
            problems.append("it was signed by another key, \(head.key)")
        }
        let attempt = StoredAttempt(verification.entries, head: verification.head, path: file)
        if problems.isEmpty, attempt == nil { problems.append("its entries do not follow from each other") }
        if json {
            console.json(
                .object([
                    ("intact", .bool(problems.isEmpty)), ("closed", .bool(verification.head != nil)),
                    ("entries", .integer(verification.entries.count)), ("head", .optional(verification.head?.hash)),
                    ("key", .optional(verification.head?.key)), ("problems", .strings(problems)),
                    ("attempt", attempt.map { $0.json() } ?? .null),
                ]))
        } else {
            show(attempt, verification, problems, console)
        }
        if !problems.isEmpty { throw ExitStatus.notRight.code }
    }

    private func expectedKey() throws(Failure) -> String {
        if let key { return key.lowercased() }
        return try ExamFolder().signingKey().publicKey
    }

    private func show(
        _ attempt: StoredAttempt?, _ verification: Verification<ExamEntry>, _ problems: [String], _ console: Console
    ) {
        for problem in problems { console.line("\(printable(file)): \(printable(problem))") }
        guard problems.isEmpty, let attempt else { return }
        console.line("\(printable(file)): intact, \(verification.entries.count) entries")
        console.entry("Candidate", printable(attempt.form.candidate))
        console.entry("Exam", printable("\(attempt.form.blueprint), attempt \(attempt.form.attempt)"))
        console.entry(
            "Pack", printable("\(attempt.form.pack) \(attempt.form.edition), revision \(attempt.form.packRevision)"))
        console.entry("Clock set", "\(attempt.state.jumps) times")
        guard let head = verification.head else { return console.entry("End", "not signed yet; the attempt is open") }
        if let fraction = attempt.fraction { console.entry("Result", mark(fraction)) }
        console.entry("End", head.hash)
        console.entry("Key", head.key)
    }
}
