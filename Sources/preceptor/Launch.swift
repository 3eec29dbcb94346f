import ArgumentParser
import Content
import Machine
import Terminal

extension Preceptor {
    /// Starts the program, and ends it. What the command line is made of may have come from anywhere, so no message
    /// reaches the terminal before it is harmless.
    static func main() {
        keepStandardStreams()
        ignoreWriteSignals()
        do {
            let words = CommandLine.arguments.dropFirst()
            // Who says nothing wants to train, as does who says no more than that; neither need wait for a parser.
            if words.isEmpty || Array(words) == [TrainCommand.name] {
                return try withConsole(TrainingRequest().perform)
            }
            if let mistake = mistakenCommand(in: words) { throw mistake }
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        let status = exitCode(for: error)
        let parsed = fullMessage(for: error)
        guard !parsed.isEmpty else { exit(withError: status) }
        // Mistakes of usage begin as all other messages do.
        let mistake = "Error: "
        let message = parsed.hasPrefix(mistake) ? "preceptor: " + parsed.dropFirst(mistake.count) : parsed
        let output = Output(descriptor: status == .success ? 1 : 2)
        output.write(message + "\n")
        do {
            try output.flush()
        } catch OutputError.failed(let reason) {
            complain("cannot write the output: \(reason)")
            exit(withError: ExitStatus.cannotWrite.code)
        } catch {
            // Whoever read the output has had enough of it.
        }
        exit(withError: status)
    }

    /// A word that is no command where one is expected. The parser would hand it to training, the default, which
    /// takes no words and can only say that it did not expect one.
    private static func mistakenCommand(
        in words: ArraySlice<String>, of command: any ParsableCommand.Type = Preceptor.self
    ) -> ValidationError? {
        let subcommands = command.configuration.subcommands
        guard let word = words.first, !word.hasPrefix("-"), word != "help", !subcommands.isEmpty else { return nil }
        if let found = subcommands.first(where: { $0.configuration.commandName == word }) {
            return mistakenCommand(in: words.dropFirst(), of: found)
        }
        let near = suggestion(for: word, among: subcommands.compactMap { $0.configuration.commandName })
        return ValidationError("There is no command \(word.prefix(40)); \(near ?? "--help shows what there is.")")
    }
}
