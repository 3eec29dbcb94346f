import ArgumentParser
import Credentials
import Scoring
import Terminal

/// Verifies what exams leave behind.
struct ExamVerifyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Verify a certificate: a token, a badge or a page, without a network.")

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp(
            "Who issued it: the file that preceptor exam issuer show wrote; the issuer of this machine by default.",
            valueName: "file"), completion: .file())
    var issuer: String?

    @Option(help: ArgumentHelp("A day on which it is to be good; today by default.", valueName: "YYYY-MM-DD"))
    var on: String?

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        do {
            switch try ExamFile(readFile(file, limit: 10_000_000)) {
            case .certificate(let token):
                let issuer = try issuer.map(readIssuer) ?? IssuerFolder.own().issuer()
                let signed = try issuer.verify(token, at: moment())
                if json { return console.json(.object([("valid", .bool(true)), ("certificate", JSON(signed))])) }
                console.line("\(printable(file)): good")
                console.show(signed)
            case nil:
                throw Failure(
                    .unreadable, "\(file): this is nothing that can be verified; give a certificate or a badge")
            }
        } catch let refusal as Refusal {
            if json {
                console.json(
                    .object([
                        ("valid", .bool(false)), ("check", .string(refusal.check)),
                        ("message", .string(refusal.message)),
                    ]))
            }
            throw Failure(.notRight, "\(file): \(refusal.check): \(refusal.message)")
        }
    }

    /// The end of the day that was asked for, in universal time, or now.
    private func moment() throws(Failure) -> Moment {
        guard let on else { return try currentMoment() }
        guard let day = Day(on), let moment = Moment(seconds: day.ordinal * 86_400 + 86_399) else {
            throw Failure(.usage, "\(on.prefix(64)) is no day; write it as 2026-03-02")
        }
        return moment
    }
}

/// What can be verified, told by content.
private enum ExamFile {
    case certificate(token: String)

    /// The kind of a file; nil where it is none that is known.
    ///
    /// - Throws: `Refusal` for a certificate whose form is broken.
    init?(_ bytes: [UInt8]) throws(Refusal) {
        guard let token = try CertificateFile.token(in: bytes) else { return nil }
        self = .certificate(token: token)
    }
}
