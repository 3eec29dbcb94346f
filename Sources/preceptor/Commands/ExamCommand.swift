import ArgumentParser

/// Certifies.
struct ExamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exam", abstract: "Issue and verify certificates.",
        subcommands: [ExamCertificateCommand.self, ExamVerifyCommand.self, ExamIssuerCommand.self])
}
