import FoundationEssentials
import Glibc
import PseudoTerminal
import Testing

/// The examples of the README: each runs in its turn, and what comes of it must be what stands there.
///
/// With `PRECEPTOR_SNAPSHOTS=record` in the environment, what comes of them is written into the README.
struct Readme {
    private(set) var lines: [String]
    private static let path = repository("README.md")

    init() throws {
        lines = try String(contentsOf: URL(filePath: Self.path), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// What stands between fences that begin with these words.
    func blocks(_ language: String) -> [Range<Int>] {
        lines.indices.filter { lines[$0] == "```\(language)" }.compactMap { fence in
            lines[(fence + 1)...].firstIndex(of: "```").map { fence + 1..<$0 }
        }
    }

    /// Holds what was found against what stands there, or writes it there.
    ///
    /// - Parameter found: The new lines of each block, in their order.
    /// - Throws: What keeps the README from being written.
    func expect(_ found: [(block: Range<Int>, lines: [String])]) throws {
        var copy = self
        for (block, lines) in found.reversed() { copy.lines.replaceSubrange(block, with: lines) }
        if let mode = getenv("PRECEPTOR_SNAPSHOTS"), strcmp(mode, "record") == 0 {
            try copy.lines.joined(separator: "\n").write(
                to: URL(filePath: Self.path), atomically: true, encoding: .utf8)
        } else {
            for (block, lines) in found { #expect(Array(self.lines[block]) == lines) }
        }
    }
}

@Suite(.serialized) struct `The README` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    /// A command of an example, with the lines that belong to it.
    private struct Command {
        var shown: [String]

        /// As a shell takes it: further lines stand behind a `>`.
        var script: String {
            let first = shown[0].dropFirst(2)
            return ([first] + shown.dropFirst().map { $0.dropFirst(2) }).joined(separator: "\n")
        }
    }

    private func commands(in lines: some Sequence<String>) -> [Command] {
        var commands: [Command] = []
        var isCommand = false
        for line in lines {
            if line.hasPrefix("$ ") {
                commands.append(Command(shown: [line]))
                isCommand = true
            } else if isCommand, line == ">" || line.hasPrefix("> ") {
                commands[commands.count - 1].shown.append(line)
            } else {
                isCommand = false
            }
        }
        return commands
    }

    @Test func `has a tutorial that works`() throws {
        let readme = try Readme()
        let blocks = readme.blocks("console")
        let commands = blocks.map { self.commands(in: readme.lines[$0]) }
        let program = preceptor.path.dropLast("/preceptor".count)
        // Each command finds the exit status of the one before it.
        let script = commands.joined().map { "status=$?; echo @@@; (exit $status)\n\($0.script)\n" }.joined()
        let result = try preceptor.bash("PATH=\(program):$PATH; exec 2>&1 </dev/null\n\(script)")
        var outputs = result.output.split(separator: "@@@\n", omittingEmptySubsequences: false).dropFirst()[...]
        try #require(outputs.count == commands.joined().count, "\(result.output)")
        let found = zip(blocks, commands).map { block, commands in
            let lines = commands.flatMap { command in
                command.shown
                    + outputs.removeFirst().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                    .map(String.init)
            }
            return (block: block, lines: lines)
        }
        try readme.expect(found)
    }

    @Test func `has the screen of a real session`() throws {
        let readme = try Readme()
        let block = try #require(readme.blocks("text").first)
        let words = readme.lines[block.lowerBound].split(separator: " ").map(String.init)
        try #require(words.starts(with: ["$", "preceptor"]))
        let window = try TerminalSession(
            preceptor.path, Array(words.dropFirst(2)), environment: preceptor.environment, columns: 80, rows: 24)
        for line in readme.lines[block] {
            guard let typed = typed(in: line) else { continue }
            try window.wait(until: "it asks before \(line)") { $0.text.hasSuffix(">") }
            let before = window.screen.text.count
            try window.type(typed)
            try window.press(.enter)
            try window.wait(until: "something comes of \(line)") { $0.text.count > before + typed.count + 2 }
        }
        #expect(try window.waitForExit() == .exited(0))
        let seen = window.screen.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        try readme.expect([(block, [readme.lines[block.lowerBound]] + seen)])
    }

    /// What a person typed behind a prompt; nil where the line has none.
    private func typed(in line: String) -> String? {
        let prompts = ["code>", "word>", "yes or no>", "next>"]
        return prompts.first { line == $0 || line.hasPrefix($0 + " ") }.map { String(line.dropFirst($0.count + 1)) }
    }

    @Test func `names every command`() throws {
        let help = try preceptor("--help").output.split(separator: "SUBCOMMANDS:\n").last ?? ""
        let commands = help.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first }.filter { $0 != "See" }
        #expect(commands.count >= 5)
        let text = try Readme().lines.joined(separator: "\n")
        for command in commands { #expect(text.contains("| `preceptor \(command)"), "\(command)") }
    }
}
