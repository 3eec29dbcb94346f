import Glibc
import PseudoTerminal
import Snapshots
import Testing

@Suite struct `Training in a terminal` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    private static let prompts = ["code>", "word>", "next>"]

    private static func asks(_ screen: Screen) -> Bool {
        prompts.contains { $0[...] == screen.text.split(separator: "\n").last }
    }

    private func open(
        _ environment: [String: String?] = [:], seed: String = "2", count: String = "5", columns: Int = 80
    ) throws -> TerminalSession {
        let window = try preceptor.window(
            "train", "--pack", lesson, "--policy", "cpt-midpoint", "--kind", "claim", "--kind", "term", "--seed", seed,
            "--count", count, environment: environment, columns: columns)
        if environment["TERM"] == nil { try window.wait(for: "code> ") }
        return window
    }

    /// Types a line once the program asks for one, and waits until it asks again.
    private func enter(_ line: String, in window: TerminalSession) throws {
        let asked = { (screen: Screen) in Self.prompts.map { screen.count(of: "\n" + $0) }.reduce(0, +) }
        try window.wait(until: "it asks before \(line)", Self.asks)
        let before = asked(window.screen)
        try window.type(line)
        try window.press(.enter)
        try window.wait(until: "it asks again after \(line)") { asked($0) > before && Self.asks($0) }
    }

    /// A right, a wrong and an unreadable answer, and every command.
    private static let script = [
        "help", "why this", "hint", "99601 x1, 99602 x1", "policy started-hour", "why", "99601", "lookup 99602", "",
        "9960l x1", "hlep", "policy cpt", "99601, 99602 x2", "policy", "none", "hint", "midpoint rul", "undo",
        "midpoint rule",
        "flag the words are too alike", "hint", "hint", "hint", "skip",
    ]

    /// The same where nobody waits before the next item.
    private static let unprompted = script.filter { $0 != "99601" && !$0.isEmpty }

    /// Goes through the script to the end of the session.
    private func train(in window: TerminalSession) throws {
        for line in Self.script.dropLast() { try enter(line, in: window) }
        try window.type("skip")
        try window.press(.enter)
        #expect(try window.waitForExit() == .exited(0))
    }

    /// A machine that is busy takes seconds for answers, and is told its pace.
    private func withoutPace(_ text: String) -> String { text.replacing(/\ · \d+ an hour/, with: "") }

    @Test(arguments: [80, 120])
    func `a session reads like this`(columns: Int) throws {
        let window = try open(columns: columns)
        try train(in: window)
        #expect(window.screen.isEmphasised)
        expectSnapshot(withoutPace(window.screen.text), named: "session-\(columns)")
        #expect(window.screen.text.split(separator: "\n").allSatisfy { $0.count <= min(columns, 100) })
    }

    @Test func `a session says the same without colour`() throws {
        let window = try open(["NO_COLOR": "1"])
        try train(in: window)
        #expect(!window.screen.isEmphasised)
        expectSnapshot(withoutPace(window.screen.text), named: "session-80")
    }

    @Test func `a dumb terminal gets lines and no more`() throws {
        let window = try open(["TERM": "dumb"])
        for line in Self.unprompted.dropLast() { try enter(line, in: window) }
        try window.type("skip\n")
        #expect(try window.waitForExit() == .exited(0))
        #expect(!window.output.contains(0x1B))
        expectSnapshot(withoutPace(window.screen.text), named: "session-dumb")
    }

    @Test func `a pipe gets plain text`() throws {
        let result = try preceptor(
            "train", "--pack", lesson, "--policy", "cpt-midpoint", "--kind", "claim", "--kind", "term", "--seed", "2",
            "--count", "5",
            input: Self.unprompted.joined(separator: "\n"))
        #expect(result.code == 0)
        #expect(result.errors.isEmpty)
        #expect(!result.outputBytes.contains(0x1B))
        expectSnapshot(result.output, named: "session-pipe")
    }

    // MARK: - Keys and signals

    @Test func `Ctrl-C gives up a line, and twice the session`() throws {
        let window = try open()
        try window.type("99601 x")
        try window.press(.control("c"))
        try window.wait(for: "Ctrl-C once more, or quit, ends the session.")
        try enter("hint", in: window)
        try window.press(.control("c"))
        try window.wait(for: "ends the session.", times: 2)
        try window.wait(until: "it asks once more") { $0.text.hasSuffix("\ncode>") }
        try window.press(.control("c"))
        #expect(try window.waitForExit() == .exited(0))
        #expect(window.screen.text.hasSuffix("Nothing answered this time."))
    }

    @Test func `Ctrl-D ends the session`() throws {
        let window = try open()
        try enter("99601", in: window)
        try window.press(.control("d"))
        #expect(try window.waitForExit() == .exited(0))
        #expect(window.screen.text.contains("  1 item · 1 right\n"))
    }

    @Test func `Ctrl-Z sets it aside, and fg brings it back with what was typed`() throws {
        let shell = try TerminalSession(
            "/bin/bash", ["--norc", "--noprofile", "-i"],
            environment: preceptor.environment.merging(["PS1": "shell$ "]) { $1 },
            in: preceptor.folder.path, rows: 40)
        try shell.wait(for: "shell$ ")
        try shell.type("\"$PRECEPTOR\" train --pack '\(lesson)' --seed 2 --policy cpt-midpoint --kind claim\r")
        try shell.wait(for: "code> ")
        try shell.type("99601 x")
        try shell.wait(for: "code> 99601 x")
        try shell.press(.control("z"))
        try shell.wait(for: "Stopped")
        try shell.type("fg\r")
        try shell.wait(for: "code> 99601 x", times: 2)
        try shell.type("1\r")
        try shell.wait(for: "Right.")
        try shell.wait(for: "2/12")
        try shell.wait(until: "it asks again") { $0.text.hasSuffix("\ncode>") }
        try shell.press(.control("d"))
        try shell.wait(for: "1 item · 1 right")
        try shell.type("exit\r")
        #expect(try shell.waitForExit() == .exited(0))
    }

    @Test func `Tab completes commands, codes and names`() throws {
        let window = try open()
        try window.type("loo\t")
        try window.wait(for: "code> lookup ")
        try window.type("mid\t")
        try window.wait(for: "code> lookup midpoint rule")
        try window.press(.enter)
        try window.wait(for: "(term midpoint-rule)")
        try window.type("policy st\t\r")
        try window.wait(for: "every started hour  (started-hour)")
        try window.type("9\t")
        try window.wait(for: "code> 9960")
        try window.type("1, 99\t")
        try window.wait(for: "code> 99601, 9960")
        try window.type("2\r")
        try window.wait(for: "Not quite.")
    }

    @Test func `Tab twice lists what there is`() throws {
        let window = try open()
        try window.type("\t\t")
        for word in ["99601", "help", "hint", "lookup", "none", "policy", "quit", "skip", "why"] {
            try window.wait(for: word)
        }
    }

    @Test func `what was typed is there the next time`() throws {
        let first = try open()
        try enter("lookup 99602", in: first)
        try enter("99601 x1, 99602 x7", in: first)
        try enter("quit now", in: first)
        try first.press(.control("d"))
        try first.waitForExit()
        let second = try open()
        try second.press(.up, .up)
        try second.wait(for: "code> 99601 x1, 99602 x7")
        try second.press(.up)
        try second.wait(for: "code> lookup 99602")
        #expect(try preceptor.folder.read("home/history") == "lookup 99602\n99601 x1, 99602 x7\nquit now\n")
        #expect(try preceptor.bash("stat -c %a home home/history").output == "700\n600\n")
    }

    @Test func `a home that cannot be written is no reason to stop`() throws {
        let window = try open(["PRECEPTOR_HOME": "/proc/no/such/home"])
        try enter("99601", in: window)
        #expect(window.screen.text.contains("Right."))
    }

    @Test func `a window of another size is filled anew`() throws {
        let window = try open()
        #expect(window.screen.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        window.resize(columns: 40, rows: 40)
        try window.waitUntilQuiet()
        try enter("policy started-hour", in: window)
        let said = window.screen.text.split(separator: "policy started-hour").last ?? ""
        #expect(said.contains("\n"))
        #expect(said.split(separator: "\n").allSatisfy { $0.count <= 40 }, "\(said)")
    }

    @Test(arguments: [20, 30])
    func `a narrow window is no reason to stop`(columns: Int) throws {
        let window = try open(columns: columns)
        try enter("99601, 99602", in: window)
        try enter("", in: window)
        #expect(window.screen.text.hasSuffix("\ncode>"))
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal ends it at once, and what was typed is kept`(signal: Int32) throws {
        let window = try open()
        try enter("99601, 99602", in: window)
        window.signal(signal)
        #expect(try window.waitForExit(within: 5) == .killed(signal))
        #expect(try preceptor.folder.read("home/history") == "99601, 99602\n")
    }

    @Test func `a closed window ends it`() throws {
        let window = try open()
        window.hangUp()
        #expect(try window.waitForExit(within: 5) == .killed(SIGHUP))
    }

    @Test func `text beyond ASCII and a pasted page are taken as they come`() throws {
        let window = try open()
        try enter("９９６０１ x1", in: window)
        #expect(window.screen.text.contains("Right."))
        try window.type("\u{1B}[200~99601,\n99602 x2\u{1B}[201~\r")
        try window.wait(until: "the second item is right") { $0.count(of: "Right.") == 2 }
    }
}
