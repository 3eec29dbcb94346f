import Glibc
import PseudoTerminal
import Testing

@Suite struct `A program in a terminal` {
    @Test func `is suspended and comes back to its line`() throws {
        let terminal = try startShell("set -m; $0; echo away; sleep 0.2; fg; echo over", shell: "/bin/bash")
        try terminal.wait(for: "> ")
        try terminal.typeAndSee("half")
        try terminal.press(.control("z"))
        try terminal.wait(for: "away")
        try terminal.wait(for: "> half", times: 2)
        try terminal.type(" more\r")
        try terminal.wait(for: "line [half more]\n> ")
        try terminal.press(.control("z"))
        try terminal.wait(for: "over")
    }

    @Test func `waits in the background until it is called back`() throws {
        let script = "set -m; $0; bg; sleep 0.5; jobs; fg; echo over"
        let terminal = try startShell(script, shell: "/bin/bash")
        try terminal.wait(for: "> ")
        try terminal.typeAndSee("half")
        try terminal.press(.control("z"))
        try terminal.wait(for: "> half", times: 2)
        try terminal.type(" more\r")
        try terminal.wait(for: "line [half more]\n> ")
        try terminal.press(.control("d"))
        try terminal.wait(for: "over")
    }

    @Test func `goes on after it was stopped from outside`() throws {
        let terminal = try startProbe()
        try terminal.typeAndSee("half")
        terminal.signal(SIGSTOP)
        usleep(50_000)
        terminal.signal(SIGCONT)
        try terminal.waitUntilQuiet()
        try terminal.enter(" more", expecting: "line [half more]")
    }

    @Test func `follows the size of its window while a line is typed`() throws {
        let terminal = try startProbe()
        let line = String(repeating: "0123456789", count: 6)
        try terminal.typeAndSee(line)
        terminal.resize(columns: 40, rows: 24)
        try terminal.waitUntilQuiet()
        try terminal.type("abcdefghij")
        try terminal.press(.enter)
        try terminal.wait(for: "abcdefghij]")
        let shown = terminal.screen.text.replacing("\n", with: "")
        #expect(shown.contains("line [\(line)abcdefghij]"))
        // The first row may show the beginning twice, as xterm and readline have it; the end is in place.
        #expect(terminal.screen.text.contains("89abcdefghij\nline ["))
    }

    @Test func `follows the size of its window between lines`() throws {
        let terminal = try startProbe(columns: 40)
        terminal.resize(columns: 30, rows: 10)
        try terminal.enter("x", expecting: "line [x]")
        try terminal.type(String(repeating: "y", count: 29))
        try terminal.wait(for: "> " + String(repeating: "y", count: 28) + "\ny")
    }

    @Test func `is over when the window is closed`() throws {
        let terminal = try startProbe()
        try terminal.type("half")
        terminal.hangUp()
        #expect(try terminal.waitForExit() == .killed(SIGHUP))
    }

    @Test(arguments: ["", "half a line", "\u{12}search", "\u{1B}3", "\t\t"])
    func `is over when the window is closed, though it does not mind`(_ typed: String) throws {
        let folder = try TemporaryFolder()
        let script = "trap '' HUP; $0; echo $? > \(folder.path)/status"
        let terminal = try startShell(script)
        try terminal.wait(for: "> ")
        try terminal.type(typed)
        try terminal.waitUntilQuiet()
        terminal.hangUp()
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try folder.read("status") == "74\n", "its output could not be written")
    }

    @Test(arguments: ["Ctrl-D", "Ctrl-C", "kill"])
    func `leaves the terminal as it was`(_ ending: String) throws {
        let folder = try TemporaryFolder()
        let terminal = try startShell(
            """
            trap : INT
            cd \(folder.path)
            stty -g >before
            sh -c 'echo $$ >id; exec "$0"' "$0"
            stty -g >after
            echo over
            """
        )
        try terminal.wait(for: "> ")
        if ending == "Ctrl-C" {
            try terminal.press(.control("c"))
            try terminal.wait(for: "interrupted\n> ")
        }
        if ending == "kill" {
            try terminal.typeAndSee("half")
            let id = try #require(try folder.read("id").flatMap { pid_t($0.dropLast()) })
            kill(id, SIGTERM)
        } else {
            try terminal.press(.control("d"))
        }
        try terminal.wait(for: "over")
        #expect(try folder.read("before") == folder.read("after"))
    }

    @Test func `works in a terminal nobody has heard of`() throws {
        let terminal = try startProbe(environment: ["TERM": "no-such-terminal"])
        try terminal.type("abd\u{8}c\r")
        try terminal.wait(for: "line [abc]\n> ")
        try terminal.press(.control("d"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.text.hasSuffix("\n>\nended"))
    }

    @Test(arguments: ["dumb", ""])
    func `asks plainly in a terminal that can do little`(_ name: String) throws {
        let terminal = try startProbe(environment: ["TERM": name])
        try terminal.enter("one", expecting: "line [one]")
        try terminal.press(.control("d"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.output.elementsEqual("> one\r\nline [one]\r\n> \r\nended\r\n".utf8))
    }

    @Test func `asks plainly when its output goes elsewhere`() throws {
        let terminal = try startShell("$0 | cat")
        try terminal.wait(for: "> ")
        try terminal.enter("one", expecting: "line [one]")
        try terminal.press(.control("d"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.text == "> one\nline [one]\n>\nended")
    }

    @Test func `asks nothing of a pipe`() throws {
        let result = try run(try builtExecutable("readline-probe"), input: "one\r\ntwo")
        #expect(result.output == "line [one]\nline [two]\nended\n")
        #expect(result.status == .exited(0))
    }
}
