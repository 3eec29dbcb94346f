import ArgumentParser

/// Whom a team examines.
struct ExamRosterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "Keep the list of candidates and groups.",
        subcommands: [
            RosterImportCommand.self, RosterShowCommand.self, RosterAccommodateCommand.self, RosterRetakeCommand.self,
            RosterGraderCommand.self, RosterRemoveCommand.self, RosterForgetCommand.self,
        ])
}
