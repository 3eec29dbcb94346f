import ArgumentParser
import Machine

/// The program: `preceptor` alone trains.
@main
struct Preceptor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preceptor",
        abstract: "Train, check and certify medical coding.",
        discussion: """
            Exit status: 0 good; 1 the answer is not right, or a check found errors; 64 usage; 65 an answer or \
            content that cannot be read; 66 no such file, scenario, policy, code or pack; 70 a defect of this \
            program; 73, 74 output that cannot be written.
            """,
        version: programVersion,
        subcommands: [
            TrainCommand.self, LearnCommand.self, ScoreCommand.self, KeyCommand.self, ClaimCommand.self,
            ItemCommand.self, LookupCommand.self, ProgressCommand.self, ReadyCommand.self, RescueCommand.self,
            ComparisonCommand.self, ExamCommand.self, LoginCommand.self, LogoutCommand.self,
            PackCommand.self,
        ],
        defaultSubcommand: TrainCommand.self)
}
