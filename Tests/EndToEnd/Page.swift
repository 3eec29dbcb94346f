import FoundationEssentials
import Glibc
import PseudoTerminal
import Testing

/// A page of the documentation with examples that are run: what comes of each must be what stands there.
///
/// With `PRECEPTOR_SNAPSHOTS=record` in the environment, what comes of them is written into the page.
struct Page {
    private(set) var lines: [String]
    private let path: String

    /// - Parameter name: Its path from the top of the repository.
    /// - Throws: Where it cannot be read.
    init(_ name: String) throws {
        path = repository(name)
        lines = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// What stands between fences that begin with these words.
    func blocks(_ language: String) -> [Range<Int>] { blocks.filter { $0.language == language }.map(\.lines) }

    /// All that stands between fences.
    var blocks: [(language: String, lines: Range<Int>)] {
        var found: [(language: String, lines: Range<Int>)] = []
        var next = 0
        while let fence = lines[next...].firstIndex(where: { $0.hasPrefix("```") }),
            let end = lines[(fence + 1)...].firstIndex(of: "```")
        {
            found.append((String(lines[fence].dropFirst(3)), fence + 1..<end))
            next = end + 1
        }
        return found
    }

    /// Holds what was found against what stands there, or writes it there.
    ///
    /// - Parameter found: The new lines of each block, in their order.
    /// - Throws: What keeps the page from being written.
    func expect(_ found: [(block: Range<Int>, lines: [String])]) throws {
        var copy = self
        for (block, lines) in found.reversed() { copy.lines.replaceSubrange(block, with: lines) }
        if let mode = getenv("PRECEPTOR_SNAPSHOTS"), strcmp(mode, "record") == 0 {
            try copy.lines.joined(separator: "\n").write(to: URL(filePath: path), atomically: true, encoding: .utf8)
        } else {
            for (block, lines) in found { #expect(Array(self.lines[block]) == lines) }
        }
    }
}

/// A command of an example, with the lines that belong to it.
private struct Command {
    var shown: [String]

    /// As a shell takes it: further lines stand behind a `>`.
    var script: String {
        let first = shown[0].dropFirst(2)
        return ([first] + shown.dropFirst().map { $0.dropFirst(2) }).joined(separator: "\n")
    }

    static func all(in lines: some Sequence<String>) -> [Command] {
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
}

extension Program {
    /// Runs the commands of some examples in one shell, and gives what each example then looks like.
    func follow(_ examples: [[String]]) throws -> [[String]] {
        let commands = examples.map { Command.all(in: $0) }
        let folder = path.dropLast("/preceptor".count)
        // Each command finds the exit status of the one before it.
        let script = commands.joined().map { "status=$?; echo @@@; (exit $status)\n\($0.script)\n" }.joined()
        let result = try bash("PATH=\(folder):$PATH; exec 2>&1 </dev/null\n\(script)")
        var outputs = result.output.split(separator: "@@@\n", omittingEmptySubsequences: false).dropFirst()[...]
        try #require(outputs.count == commands.joined().count, "\(result.output)")
        return commands.map { commands in
            commands.flatMap { command in
                let output = outputs.removeFirst().split(separator: "\n", omittingEmptySubsequences: false)
                return command.shown + output.dropLast().map(String.init)
            }
        }
    }
}
