import Glibc
import PseudoTerminal
import Testing

@Suite struct `A terminal session` {
    private func shell(_ script: String, columns: Int = 40, rows: Int = 10) throws -> TerminalSession {
        try TerminalSession("/bin/sh", ["-c", script], columns: columns, rows: rows)
    }

    @Test func `types and sees`() throws {
        let terminal = try shell("printf 'name? '; read name; echo hello $name; exit 3")
        try terminal.wait(for: "name? ")
        try terminal.type("Ann")
        try terminal.press(.backspace, .enter)
        try terminal.wait(for: "hello An")
        #expect(try terminal.waitForExit() == .exited(3))
        #expect(terminal.screen.text == "name? An\nhello An")
        #expect(terminal.output.starts(with: "name? ".utf8))
    }

    @Test func `starts with an environment and a folder of its own`() throws {
        let folder = try TemporaryFolder()
        let terminal = try TerminalSession(
            "/bin/sh", ["-c", "env | grep -v -e '^_=' -e '^SHLVL=' -e '^OLDPWD=' | sort; pwd; tty"],
            environment: ["NO_COLOR": "", "TZ": nil, "PWD": folder.path], in: folder.path
        )
        #expect(try terminal.waitForExit() == .exited(0))
        let lines = terminal.screen.text.split(separator: "\n")
        #expect(
            lines.dropLast(2) == [
                "HOME=/nonexistent", "INPUTRC=/dev/null", "LANG=C.UTF-8", "NO_COLOR=", "PATH=/usr/bin:/bin",
                "PWD=\(folder.path)", "TERM=xterm-256color",
            ]
        )
        #expect(lines.dropLast().last == folder.path[...])
        #expect(lines.last?.hasPrefix("/dev/pts/") == true)
    }

    @Test func `hands on no other descriptors`() throws {
        let terminal = try shell("ls /proc/self/fd | tr '\\n' ' '")
        try terminal.waitForExit()
        // The fourth is the one that `ls` reads the folder through.
        #expect(terminal.screen.text == "0 1 2 3")
    }

    @Test func `interrupts with Ctrl-C`() throws {
        let terminal = try shell("echo ready; exec sleep 100")
        try terminal.wait(for: "ready")
        try terminal.press(.control("c"))
        #expect(try terminal.waitForExit() == .killed(SIGINT))
    }

    @Test func `ends input with Ctrl-D`() throws {
        let terminal = try shell("cat; echo ended")
        try terminal.press(.control("d"))
        try terminal.wait(for: "ended")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `tells of another size`() throws {
        let terminal = try shell("trap 'stty size; exit' WINCH; stty size; while :; do sleep 0.05; done")
        try terminal.wait(for: "10 40")
        terminal.resize(columns: 50, rows: 12)
        try terminal.wait(for: "12 50")
        #expect(terminal.screen.columns == 50)
    }

    @Test func `signals from outside`() throws {
        let terminal = try shell("echo ready; exec sleep 100")
        try terminal.wait(for: "ready")
        terminal.signal(SIGTERM)
        #expect(try terminal.waitForExit() == .killed(SIGTERM))
        terminal.signal(SIGTERM)
    }

    @Test func `hangs up`() throws {
        let terminal = try shell("echo ready; exec sleep 100")
        try terminal.wait(for: "ready")
        terminal.hangUp()
        #expect(try terminal.waitForExit() == .killed(SIGHUP))
        #expect(throws: DriveFailure.self) { try terminal.type("x") }
    }

    @Test func `waits until all is quiet`() throws {
        let terminal = try shell("for i in 1 2 3 4 5; do echo $i; sleep 0.05; done; exec sleep 100")
        try terminal.waitUntilQuiet(for: 1)
        #expect(terminal.screen.text == "1\n2\n3\n4\n5")
        let noisy = try shell("while :; do echo again; sleep 0.02; done")
        #expect(throws: DriveFailure.self) { try noisy.waitUntilQuiet(for: 1, within: 0.3) }
    }

    @Test func `carries more than a terminal's buffer both ways`() throws {
        let terminal = try shell("stty raw -echo; echo ready; head -c 300000 | tr a b; echo; exit 4")
        try terminal.wait(for: "ready")
        try terminal.type(String(repeating: "a", count: 300_000))
        #expect(try terminal.waitForExit() == .exited(4))
        #expect(terminal.output.count { $0 == UInt8(ascii: "b") } == 300_000)
    }

    @Test func `has everything on the screen when the program is gone`() throws {
        for _ in 0..<20 {
            let terminal = try shell("seq 1 3000; echo last")
            try terminal.waitForExit()
            #expect(terminal.screen.text.hasSuffix("3000\nlast"))
        }
    }

    @Test func `a failed wait shows the screen`() throws {
        let running = try shell("echo here; exec sleep 100")
        try running.wait(for: "here")
        let failure = try #require(throws: DriveFailure.self) { try running.wait(for: "there", within: 0.1) }
        #expect(
            failure.description == """
                sh: waited 0.1 s until "there" is seen; it is running. Its screen, 40 by 10:
                  | here
                """
        )
        #expect(throws: DriveFailure.self) { try running.waitForExit(within: 0.1) }
    }

    @Test func `does not wait for a program that is gone`() throws {
        let gone = try shell("exit 7")
        let start = ContinuousClock.now
        let failure = try #require(throws: DriveFailure.self) { try gone.wait(for: "there") }
        #expect(failure.description.contains("exited(7)"))
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func `ends what it started`() throws {
        var terminal: TerminalSession? = try shell("trap '' HUP TERM INT; echo $$; while :; do sleep 0.05; done")
        try terminal?.wait(until: "a number") { !$0.text.isEmpty }
        let id = try #require(terminal.flatMap { pid_t($0.screen.text) })
        #expect(kill(id, 0) == 0)
        terminal = nil
        #expect(kill(id, 0) == -1)
    }

    @Test func `says that there is no such program`() throws {
        let failure = try #require(throws: DriveFailure.self) { try TerminalSession("/no/such/program") }
        #expect(failure.description == "/no/such/program cannot be started: No such file or directory")
    }
}
