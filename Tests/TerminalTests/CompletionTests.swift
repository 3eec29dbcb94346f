import PseudoTerminal
import Testing

/// The words are lookup, policies, policy, progress and why.
@Suite struct `Completing a word` {
    @Test func `that can be only one finishes it`() throws {
        let terminal = try startProbe()
        try terminal.type("lo\t99601")
        try terminal.press(.enter)
        try terminal.wait(for: "line [lookup 99601]")
    }

    @Test func `that can be several goes as far as they agree, then lists them`() throws {
        let terminal = try startProbe()
        try terminal.type("pol\t")
        try terminal.wait(for: "> polic")
        try terminal.press(.tab, .tab)
        try terminal.wait(for: "policies  policy")
        try terminal.type("y\r")
        try terminal.wait(for: "line [policy]")
    }

    @Test func `that agree in nothing more keeps what was typed`() throws {
        let terminal = try startProbe()
        try terminal.type("p\t\t")
        try terminal.wait(for: "policies  policy    progress")
        try terminal.type("x\r")
        try terminal.wait(for: "line [px]")
    }

    @Test func `that is none of them changes nothing and names no files`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "zebra")
        let terminal = try TerminalSession(try builtExecutable("readline-probe"), in: folder.path)
        try terminal.wait(for: "> ")
        try terminal.type("z\t\t\r")
        try terminal.wait(for: "line [z]\n> ")
        try terminal.type("\t\t")
        try terminal.wait(for: "lookup    policies  policy    progress  why")
        #expect(terminal.screen.count(of: "zebra") == 0)
    }

    @Test func `works after commas and within a line`() throws {
        let terminal = try startProbe()
        try terminal.type("a,lo\t;wh\tz\r")
        try terminal.wait(for: "line [a,lookup ;why z]\n> ")
        try terminal.type("wh then")
        for _ in " then" {
            try terminal.press(.left)
        }
        try terminal.type("\t\r")
        try terminal.wait(for: "line [why then]")
    }
}
