import Glibc
import PseudoTerminal
import Testing

@Suite struct `Giving up a line` {
    @Test func `with Ctrl-C leaves the next one alone`() throws {
        let terminal = try startProbe()
        try terminal.typeAndSee("half a li")
        try terminal.press(.control("c"))
        try terminal.wait(for: "interrupted\n> ")
        try terminal.enter("whole", expecting: "line [whole]")
        try terminal.press(.up, .up, .enter)
        try terminal.wait(for: "line [whole]\n> ", times: 2)
        try terminal.press(.control("c"))
        try terminal.wait(for: "interrupted\n> ", times: 2)
        try terminal.press(.control("d"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(
            terminal.screen.text == """
                > half a li^C
                interrupted
                > whole
                line [whole]
                > whole
                line [whole]
                > ^C
                interrupted
                >
                ended
                """
        )
    }

    @Test func `between two lines gives up the second`() throws {
        let terminal = try startProbe()
        try terminal.type("work\r")
        try terminal.wait(for: "line [work]")
        try terminal.press(.control("c"))
        try terminal.wait(for: "interrupted\n> ")
        try terminal.enter("whole", expecting: "line [whole]")
        try terminal.press(.control("d"))
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `twice between two lines ends a program that hangs`() throws {
        let terminal = try startProbe()
        try terminal.type("hang\r")
        try terminal.wait(for: "line [hang]")
        // Two that a busy program has had no time for are one to it, so somebody presses until it ends.
        var status: PseudoTerminal.ExitStatus?
        for _ in 0..<60 where status == nil {
            try terminal.press(.control("c"))
            status = try? terminal.waitForExit(within: 0.5)
        }
        #expect(status == .killed(SIGINT))
    }

    /// What is in progress, the keys that begin it, and whether they are meant for vi's ways.
    @Test(arguments: [
        ("a search backwards", "one\u{12}on", false),
        ("a search forwards", "one\u{13}on", false),
        ("a search that failed", "\u{12}nothing like it", false),
        ("a search for a line", "\u{1B}n", false),
        ("a key of several strokes", "x\u{18}", false),
        ("a count", "\u{1B}3", false),
        ("a search for a character", "x\u{1D}", false),
        ("a question whether to list words", "\t\t", false),
        ("a pasted text", "\u{1B}[200~pasted", false),
        ("a command of vi", "one two\u{1B}0", true),
        ("a movement of vi", "one two\u{1B}d", true),
        ("a search for a character in vi", "one\u{1B}f", true),
        ("a search in vi", "one\u{1B}/on", true),
        ("a replacement in vi", "one\u{1B}r", true),
        ("a count in vi", "one\u{1B}12", true),
    ])
    func `works in the middle of`(_ name: String, keys: String, isVi: Bool) throws {
        let folder = try TemporaryFolder()
        let settings = isVi ? "set editing-mode vi\nset keyseq-timeout 50\n" : "set completion-query-items 1\n"
        let terminal = try startProbe(inputrc: folder.write(settings, to: "inputrc"))
        try terminal.enter("earlier one", expecting: "line [earlier one]")
        for part in keys.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated() {
            if part.offset > 0 {
                try terminal.press(.escape)
                if isVi {
                    try terminal.waitUntilQuiet(for: 0.2)
                }
            }
            try terminal.type(String(part.element))
        }
        try terminal.waitUntilQuiet()
        try terminal.press(.control("c"))
        try terminal.wait(for: "interrupted\n> ")
        try terminal.enter("whole", expecting: "line [whole]")
        try terminal.press(.control("d"))
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `is not what Ctrl-C does after Ctrl-V`() throws {
        let terminal = try startProbe()
        try terminal.type("a")
        try terminal.press(.control("v"))
        // Readline makes Ctrl-C an ordinary key when it comes to it.
        try terminal.waitUntilQuiet()
        try terminal.press(.control("c"))
        try terminal.enter("b", expecting: "line [a^Cb]")
        try terminal.press(.control("c"))
        try terminal.wait(for: "interrupted")
    }

    @Test func `with Ctrl-D needs an empty one`() throws {
        let terminal = try startProbe()
        try terminal.type("abc")
        try terminal.press(.left, .control("d"), .control("d"), .enter)
        try terminal.wait(for: "line [ab]\n> ")
        try terminal.press(.control("d"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.text == "> ab\nline [ab]\n>\nended")
    }

    @Test(arguments: ["on", "off"])
    func `ends the prompt's line once`(_ setting: String) throws {
        let folder = try TemporaryFolder()
        let inputrc = try folder.write("set enable-bracketed-paste \(setting)\n", to: "inputrc")
        let terminal = try startProbe(inputrc: inputrc)
        try terminal.press(.control("d"))
        try terminal.waitForExit()
        #expect(terminal.screen.text == ">\nended")
    }
}
