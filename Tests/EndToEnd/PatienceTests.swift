import PseudoTerminal
import Testing

/// Whoever waits at a terminal is told that something is being done.
@Suite struct `A command that takes long` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    /// A template and seeds enough for a minute.
    private let items = ["item", "--template", "long-day", "--seed", "1", "--count", "1000000"]

    @Test func `says so after a while, and takes it back when there is something to show`() throws {
        let script = "\"$PRECEPTOR\" \(items.joined(separator: " ")) > /dev/null & sleep 4; kill $!; wait; echo over"
        let window = try TerminalSession(
            "/bin/bash", ["-c", script], environment: preceptor.environment, in: preceptor.folder.path)
        try window.wait(for: "Working, ")
        try window.wait(for: "over")
    }

    @Test func `says nothing where nobody waits, or where a session is`() throws {
        let result = try preceptor.bash("timeout 4 \"$PRECEPTOR\" \(items.joined(separator: " ")) > /dev/null")
        #expect(result.errors.isEmpty)
        let window = try preceptor.window("train", "--pack", lesson, "--kind", "claim", "--seed", "1", "--count", "1")
        try window.wait(for: "code>")
        try window.waitUntilQuiet(for: 3)
        #expect(!window.screen.text.contains("Working"))
    }
}
