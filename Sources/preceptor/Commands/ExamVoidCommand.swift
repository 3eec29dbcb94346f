import ArgumentParser
import Examining
import Machine
import Reports
import Terminal

/// Lets an attempt count no longer.
struct ExamVoidCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "void", abstract: "Let an attempt count no longer, with a reason.",
        discussion: """
            A voided attempt is none of those that a candidate has, counts in no figures and for no certificate. Its log \
            stays, and reports show the reason. It works where the log is missing or damaged, too.
            """)

    @Argument(help: "The attempt, by the name or path of its log.")
    var attempt: String

    @Option(help: ArgumentHelp("Why, as the candidate is told.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("Who answers for it.", valueName: "name"))
    var by: String

    func validate() throws { try checkWords(["--reason": reason, "--by": by]) }

    func perform(_ console: Console) throws {
        let exams = try OwnExams().exams
        let name = try exams.void(attempt, by: by, because: reason)
        console.line("\(attempt) counts no longer; reason: \(reason)")
        try exams.warnOfCertificates(of: [name])
    }
}
