import ArgumentParser
import Credentials
import Examining
import Machine
import Reports
import Terminal
import Training

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

    @Option(parsing: .unconditional, help: ArgumentHelp("Days it is valid.", valueName: "number"))
    var days = 730

    @Flag(
        help: "Issue it although the pass mark is provisional or the exam is not known to be reliable; it then says so."
    )
    var despiteDoubts = false

    @Option(help: ArgumentHelp("The new folder to write to.", valueName: "folder"), completion: .directory)
    var out: String

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let exams = try OwnExams().exams
        var options = CertificateOptions(
            email: email, achievement: achievement, achievementID: achievementID, criteria: criteria, days: days)
        options.isDespiteDoubts = despiteDoubts
        var chance = SystemRandomNumberGenerator()
        let certificate = try exams.certify(attempt, options, using: &chance)
        let files = try certificate.signed.write(to: out) { () throws(ExamError) in try exams.enter(certificate) }
        if let earlier = certificate.earlier {
            complain("this attempt was certified before, on \(earlier.validFrom.day), as \(earlier.id)")
        }
        if json { return console.json(JSON(certificate.signed, reissueOf: certificate.earlier?.id)) }
        console.show(certificate.signed)
        for file in files { console.line("Written to \(file)") }
    }
}

extension SignedCertificate {
    /// The files of a certificate: the token, the badge as drawing and as pixels, and the page to print.
    private var files: [(name: String, content: [UInt8])] {
        [
            ("certificate.jwt", Array("\(token)\n".utf8)), ("badge.svg", Array(Badge(self).svg.utf8)),
            ("badge.png", BadgePicture(self).png), ("certificate.html", Array(CertificatePage(self).html.utf8)),
        ]
    }

    /// Writes its files into a new folder, all or none of them.
    ///
    /// - Parameters:
    ///   - folder: Where nothing is yet.
    ///   - enter: Enters it in the register, once the files are ready and before they can be seen.
    /// - Returns: The paths.
    /// - Throws: `FileError` where something is there already, or the folder cannot be made; what `enter` throws.
    fileprivate func write(to folder: String, entering enter: () throws(ExamError) -> Void) throws -> [String] {
        let folder = try NewFolder(folder)
        do {
            for file in files { try folder.add(file.content, as: file.name) }
            try enter()
            try folder.finish()
        } catch {
            folder.abandon()
            throw error
        }
        return files.map { "\(folder.path)/\($0.name)" }
    }
}
