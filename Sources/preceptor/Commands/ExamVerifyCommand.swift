import ArgumentParser
import Credentials
import Examining
import Machine
import Reports
import Scoring
import Stores
import Terminal
import Training

/// Verifies what exams leave behind.
struct ExamVerifyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify a certificate, or the log of an attempt, without a network.",
        discussion: """
            A log with edited, removed, moved or added entries, one whose end was cut off, or a certificate that is not \
            what was issued, makes the exit status 1. What was added to an attempt later stands beside its log and is \
            verified with it. A log that is intact and merely open makes the exit status 75.

            Without a file, every log that is here is verified and held against the register, and what the register has \
            and nobody else is named.
            """)

    @Argument(
        help: "The log, the token, the badge or the page; without one, everything that is here.", completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp("Hold the register against what exam anchor wrote.", valueName: "file"), completion: .file())
    var anchor: String?

    @Option(
        help: ArgumentHelp(
            "Who issued a certificate or sealed a log: what exam issuer show wrote; the issuer of this machine by default.",
            valueName: "file"), completion: .file())
    var issuer: String?

    @Option(
        help: ArgumentHelp(
            "A day on which a certificate is to be good; today by default.", valueName: "YYYY-MM-DD"))
    var on: String?

    @Option(
        help: ArgumentHelp(
            "The public key that must have sealed a log, as exam verify shows it; else one that this machine has or had.",
            valueName: "key"))
    var key: String?

    @Option(
        help: ArgumentHelp("The issuer's status list, as exam issuer status wrote it.", valueName: "file"),
        completion: .file())
    var statusList: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Days after which an issuer's file is too old to be sure of.", valueName: "number"))
    var maxAge = 90

    @Flag(help: "Let the exit status be 0 for a log that is intact and merely open.")
    var openAllowed = false

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard maxAge >= 0 else { throw ValidationError("--max-age is a number of days, from 0 on.") }
    }

    func perform(_ console: Console) throws {
        let exams = try OwnExams().exams
        if let anchor, let problem = try exams.problem(against: readAnchor(anchor)) {
            throw Failure(.notRight, "the register is not the one that was anchored: \(problem)")
        }
        guard let file else { return try verifyAll(console) }
        try verify(file, console)
    }

    private func verify(_ file: String, _ console: Console) throws {
        let bytes = try readFile(file, limit: 100_000_000)
        if isLog(bytes) { return try verifyLog(file, console) }
        guard let token = try token(in: bytes, of: file, console) else {
            throw Failure(
                .unreadable, "\(file): this is nothing that can be verified; give a log, a certificate or a badge")
        }
        do {
            let exams = try OwnExams().exams
            let issuer = try issuer.map(readIssuer) ?? exams.issuer()
            let moment = try moment()
            warn(of: issuer, at: moment)
            let signed = try issuer.verify(token, at: moment, statusList: statusList.map(readToken))
            if let statusList, signed.certificate.status == nil {
                complain(
                    "\(file) names no status list, so \(statusList) says nothing of it; what its issuer took back is in "
                        + "what exam issuer show writes")
            }
            if json { return console.json(.object([("valid", .bool(true)), ("certificate", JSON(signed))])) }
            console.line("\(file): good")
            console.show(signed)
        } catch let refusal as Refusal {
            throw refused(refusal, file, console)
        }
    }

    /// What was taken back after an issuer's file was written is not in it.
    private func warn(of issuer: Issuer, at now: Timestamp) {
        guard let path = self.issuer else { return }
        guard let published = issuer.published, let age = issuer.age(at: now) else {
            return complain("\(path) does not say when it was written; what was taken back since is not known")
        }
        guard age > maxAge else { return }
        complain(
            "\(path) was written on \(published.day), \(quantity(age, "day")) ago; what was taken back since is not known, "
                + "so get it anew from \(issuer.url)")
    }

    /// The token of a status list.
    private func readToken(_ path: String) throws -> String {
        let text = String(decoding: try readFile(path, limit: 10_000_000), as: UTF8.self)
        return text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    }

    /// Whether a file is a log, however damaged: an entry begins some line of it.
    private func isLog(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: Array("{\"".utf8)) }
    }

    /// The token of a certificate; nil where the file is none.
    private func token(in bytes: [UInt8], of file: String, _ console: Console) throws -> String? {
        do {
            return try CertificateFile.token(in: bytes)
        } catch {
            throw refused(error, file, console)
        }
    }

    private func refused(_ refusal: Refusal, _ file: String, _ console: Console) -> Failure {
        if json {
            console.json(
                .object([
                    ("valid", .bool(false)), ("check", .string(refusal.check)), ("message", .string(refusal.message)),
                ]))
        }
        return Failure(.notRight, "\(file): \(refusal.check): \(refusal.message)")
    }

    /// The end of the day that was asked for, in universal time, or now.
    private func moment() throws -> Timestamp {
        guard let on else { return try OwnExams().exams.timestamp() }
        guard let day = Day(on), let moment = Timestamp(seconds: day.ordinal * 86_400 + 86_399) else {
            throw Failure(.usage, "\(on.prefix(64)) is no day; write it as 2026-03-02")
        }
        return moment
    }
}
