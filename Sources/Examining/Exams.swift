package import Content
package import Machine
package import Quiz
import Scoring

/// Exams as every face gives them: who may sit what, attempts, what came of them, and certificates. It decides by the
/// time, the stores and the randomness that it is handed, and has nothing of its own.
package struct Exams: Sendable {
    /// Where logs are kept.
    package let logs: any LogStore
    /// Where the roster is kept.
    package let roster: any RosterStore
    /// Where keys are kept.
    package let issuers: any IssuerStore
    /// Tells the time.
    package let time: any TimeSource
    /// The user of the machine, which forms name.
    package let user: String
    /// Names the build of the program, so that what another one worked out is worked out anew.
    let build: String
    /// What adaptive exams choose from.
    let banks = AdaptiveBanks()
    /// What was verified of logs before.
    let verified: VerifiedLogs
    let memory = ExamMemory()

    /// - Parameters:
    ///   - logs: Where logs are kept.
    ///   - roster: Where the roster is kept.
    ///   - issuers: Where keys are kept.
    ///   - verified: Where it is kept what was verified.
    ///   - time: Tells the time.
    ///   - user: The user of the machine, which forms name.
    ///   - build: Names the build of the program.
    package init(
        logs: any LogStore, roster: any RosterStore, issuers: any IssuerStore, verified: any VerifiedStore,
        time: any TimeSource, user: String, build: String
    ) {
        self.logs = logs
        self.roster = roster
        self.issuers = issuers
        self.verified = VerifiedLogs(in: verified)
        self.time = time
        self.user = user
        self.build = build
    }

    /// Now, by both clocks.
    package var reading: ClockReading { ClockReading(wall: time.now.milliseconds, up: time.uptime, boot: time.boot) }
}

/// What a process that gives exams shares among all who ask it at once, and need not make twice.
final class ExamMemory: Sendable {
    let register = RegisterDesk()
    let forms = FormStock()
}

/// A pack as exams use it: with the names by which a log says which revision it was.
package struct PackRevision: Sendable {
    /// The pack itself.
    package let pack: Pack
    /// As the pack was named: by id or folder.
    package let name: String
    /// Changes whenever a file of the pack does: 64 bits, as every log names it.
    package let revision: String
    /// The SHA-256 of the pack's files, in hexadecimal digits.
    package let sha256: String

    package init(_ pack: Pack, named name: String, revision: String, sha256: String) {
        self.pack = pack
        self.name = name
        self.revision = revision
        self.sha256 = sha256
    }
}
