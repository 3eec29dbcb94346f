import ArgumentParser
import Credentials
import Terminal

/// Issues a certificate.
struct ExamCertificateCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "certificate", abstract: "Issue a certificate: a token, a badge and a page to print.")

    @Option(help: ArgumentHelp("Who achieved it.", valueName: "name"))
    var candidate: String

    @Option(help: ArgumentHelp("The candidate's mail address, to bind the certificate to.", valueName: "address"))
    var email: String?

    @Option(help: ArgumentHelp("What was achieved.", valueName: "name"))
    var achievement: String

    @Option(help: ArgumentHelp("The achievement's id; made from its name by default.", valueName: "id"))
    var achievementID: String?

    @Option(help: ArgumentHelp("What it takes.", valueName: "text"))
    var criteria: String

    @Option(help: ArgumentHelp("How well, such as \"80 to 89 %\".", valueName: "text"))
    var scoreBand: String

    @Option(help: ArgumentHelp("The head of the attempt's log.", valueName: "digits"))
    var logHead: String

    @Option(help: ArgumentHelp("Days it is valid.", valueName: "number"))
    var days = 730

    @Option(help: ArgumentHelp("The new folder to write to.", valueName: "folder"), completion: .directory)
    var out: String

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let what: Certificate.Achievement
        do {
            what = try Certificate.Achievement(
                id: achievementID ?? identifier(achievement), name: achievement, criteria: criteria)
        } catch {
            throw Failure(.usage, error.message)
        }
        let signed = try IssuerFolder.own().issue(
            what, to: candidate, email: email, scoreBand: scoreBand, logHead: logHead, days: days)
        let files = try signed.write(to: out)
        if json { return console.json(JSON(signed)) }
        console.show(signed)
        for file in files { console.line("Written to \(printable(file))") }
    }

    /// A name in lower case with hyphens for what is neither letter nor digit.
    private func identifier(_ name: String) -> String {
        name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }
}
