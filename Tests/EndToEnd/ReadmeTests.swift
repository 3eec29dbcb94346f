import PseudoTerminal
import Testing

/// The examples of the README: each runs in its turn.
@Suite(.serialized) struct `The README` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    @Test func `has a tutorial that works`() throws {
        let readme = try Page("README.md")
        let blocks = readme.blocks("console")
        let found = try preceptor.follow(blocks.map { Array(readme.lines[$0]) })
        try readme.expect(zip(blocks, found).map { ($0, $1) })
    }

    @Test func `has the screen of a real session`() throws {
        let readme = try Page("README.md")
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
        let text = try Page("README.md").lines.joined(separator: "\n")
        for command in commands { #expect(text.contains("| `preceptor \(command)"), "\(command)") }
    }

    @Test func `names the folder of every module, and no other`() throws {
        let sources = try run("/bin/ls", [repository("Sources")]).output.split(separator: "\n").map { "Sources/\($0)" }
        let text = try Page("README.md").lines.filter { $0.hasPrefix("| `") }.joined(separator: "\n")
        let named = text.split(separator: "`").filter { $0.hasPrefix("Sources/") }.map { $0.trimmingSuffix("/") }
        #expect(named.sorted() == sources.sorted())
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        String(hasSuffix(suffix) ? dropLast(suffix.count) : self)
    }
}
