import ArgumentParser
import Audit
import Credentials
import Examining
import Reports
import System
import Terminal

/// Issues a certificate from an attempt that was passed.
struct ExamCertificateCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Issue a certificate for an attempt: a token, a badge and a page to print.",
        discussion: """
            The attempt is verified first, as exam verify does, and must be closed and passed by the score in force. \
            Candidate, score band and log head are those of its log. Every certificate is entered in the issuer's register, \
            which exam issuer show --issued lists.
            """)

    @Argument(help: "The attempt, by the name or path of its log.")
    var attempt: String

    @Option(help: ArgumentHelp("The candidate's mail address, to bind the certificate to.", valueName: "address"))
    var email: String?

    @Option(help: ArgumentHelp("What was achieved; by default the title of the exam.", valueName: "name"))
    var achievement: String?

    @Option(help: ArgumentHelp("The achievement's id; by default made of the pack's and the exam's.", valueName: "id"))
    var achievementID: String?

    @Option(help: ArgumentHelp("What it takes; by default told from the form and its pass mark.", valueName: "text"))
    var criteria: String?

    @Option(help: ArgumentHelp("Days it is valid.", valueName: "number"))
    var days = 730

    @Option(help: ArgumentHelp("The new folder to write to.", valueName: "folder"), completion: .directory)
    var out: String

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let exams = try ExamFolder()
        let folder = try IssuerFolder.own()
        let attempt = try passed(exams.audit(exams.log(of: attempt)))
        let what: Certificate.Achievement
        do {
            what = try Certificate.Achievement(
                id: achievementID ?? "\(attempt.form.pack)-\(attempt.form.blueprint)",
                name: achievement ?? attempt.form.title, criteria: criteria ?? attempt.form.criteria)
        } catch {
            throw Failure(.usage, error.message)
        }
        let earlier = try folder.issued().last { $0.logHead == attempt.head?.hash }
        let signed = try folder.issue(
            what, to: attempt.form.name ?? attempt.form.candidate, email: email, scoreBand: attempt.scoreBand,
            logHead: attempt.head?.hash ?? "", days: days)
        let files = try signed.write(to: out) { () throws(Failure) in
            try folder.enter(IssuedRecord(signed, for: attempt, addendaHead: exams.end(ofAddendaTo: attempt)))
        }
        if let earlier {
            complain("this attempt was certified before, on \(earlier.validFrom.day), as \(earlier.id)")
        }
        if json { return console.json(JSON(signed, reissueOf: earlier?.id)) }
        console.show(signed)
        for file in files { console.line("Written to \(printable(file))") }
    }

    /// The attempt, if it can be certified.
    ///
    /// - Throws: `Failure` with status 1 that names the check that fails.
    private func passed(_ audit: AttemptAudit) throws(Failure) -> StoredAttempt {
        func refuse(_ check: String, _ message: String) -> Failure {
            Failure(.notRight, "no certificate for \(self.attempt): \(check): \(message)")
        }
        if let problem = audit.problems.first { throw refuse(problem.check.rawValue, problem.message) }
        guard let attempt = audit.attempt, attempt.head != nil, let result = attempt.result else {
            throw refuse("closed", "the attempt is still open")
        }
        guard result.isPassed else {
            throw refuse("passed", "\(mark(result.fraction ?? 0)), and \(attempt.form.passMark) % passes")
        }
        return attempt
    }
}

extension FormRecord {
    /// What it takes to pass, in a sentence.
    fileprivate var criteria: String {
        let parts = sections.map { "\($0.title.lowercased()) (\($0.count))" }.joined(separator: ", ")
        return "Reached \(passMark) of 100 in \(items.count) items and \(seconds / 60) minutes of \(title), "
            + "\(pack) \(edition): \(parts)."
    }
}

extension StoredAttempt {
    /// The score in force to ten in a hundred, and no less than what passes: exact scores promise more than a test can
    /// measure.
    fileprivate var scoreBand: String {
        let percent = Int(((fraction ?? 0) * 100 + 1e-6).rounded(.down))
        let tens = min(percent / 10 * 10, 90)
        let low = max(tens, min(form.passMark, percent))
        return "\(low < tens + 10 ? low : tens) to \(tens == 90 ? 100 : tens + 9) %"
    }
}
