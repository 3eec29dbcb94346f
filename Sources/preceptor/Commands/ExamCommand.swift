import ArgumentParser
import Content
import Machine
import Scoring
import Terminal

/// Exams: what there is to sit, sitting it, and what came of it.
struct ExamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exam",
        abstract: "Assign and sit exams, show and verify what came of them, and issue certificates.",
        subcommands: [
            ExamListCommand.self, ExamTakeCommand.self, ExamMockCommand.self, ExamResultCommand.self,
            ExamReportCommand.self,
            ExamCalibrateCommand.self, ExamRosterCommand.self, ExamAssignCommand.self, ExamRegradeCommand.self,
            ExamCreditCommand.self, ExamVoidCommand.self, ExamAnchorCommand.self,
            ExamCutScoreCommand.self, ExamCertificateCommand.self, ExamVerifyCommand.self, ExamIssuerCommand.self,
        ])
}

extension Pack {
    /// - Throws: `Failure` with status 66 and the nearest id.
    func blueprint(named name: String) throws(Failure) -> Blueprint {
        if let blueprint = blueprint(ID(name)) { return blueprint }
        throw missing("blueprint", name, among: blueprints.map(\.id.text))
    }
}
