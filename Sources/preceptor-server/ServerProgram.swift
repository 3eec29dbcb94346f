#if Server
import ArgumentParser
import Machine

/// The team server's program.
@main
struct ServerProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preceptor-server",
        abstract: "Train and certify a team in the browser.",
        discussion: """
            Without a database of its own it keeps everything in a file. Exit status: 0 good; 64 usage; 69 the database \
            cannot be reached; 70 a defect; 73, 74 something cannot be written.
            """,
        version: programVersion,
        subcommands: [
            RunCommand.self, MigrateCommand.self, UserCommand.self, CheckCommand.self,
            BackupCommand.self, RestoreCommand.self,
        ],
        defaultSubcommand: RunCommand.self)

    /// Starts the program, and ends it. What the command line is made of may have come from anywhere, so no message
    /// reaches a terminal before it is harmless.
    static func main() async {
        keepStandardStreams()
        ignoreWriteSignals()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let status = exitCode(for: error)
            let message = fullMessage(for: error)
            if !message.isEmpty { tell(message + "\n", status == .success ? 1 : 2) }
            exit(withError: status)
        }
    }
}
#else
import Glibc

/// What is built where nobody asked for the server.
@main
enum ServerProgram {
    static func main() {
        complain("this program was built without its pages; script/serve builds it with them, and starts it")
        exit(69)
    }
}
#endif
