import PseudoTerminal

/// The program that asks for lines and says what came of each, in a terminal and at its first prompt.
func startProbe(
    history: String? = nil,
    inputrc: String? = nil,
    environment: [String: String?] = [:],
    columns: Int = 80,
    rows: Int = 24
) throws -> TerminalSession {
    var environment = environment
    environment["INPUTRC"] = inputrc ?? "/dev/null"
    let terminal = try TerminalSession(
        try builtExecutable("readline-probe"), history.map { [$0] } ?? [],
        environment: environment, columns: columns, rows: rows
    )
    try terminal.wait(for: "> ")
    return terminal
}

/// The same under a shell, which is told what to do by a script with `$0` for the program.
func startShell(_ script: String, environment: [String: String?] = [:], shell: String = "/bin/sh") throws
    -> TerminalSession
{
    try TerminalSession(shell, ["-c", script, try builtExecutable("readline-probe")], environment: environment)
}

extension TerminalSession {
    /// Types text and waits until it is taken: the keys of signals throw away what is not.
    func typeAndSee(_ text: String) throws {
        try type(text)
        try wait(for: text)
    }

    /// Types a line and waits for what comes of it and the next prompt.
    func enter(_ text: String, expecting answer: String? = nil) throws {
        let prompts = screen.count(of: "\n>")
        try type(text)
        try press(.enter)
        try wait(until: "the line is answered") { $0.count(of: "\n>") > prompts }
        if let answer {
            try wait(for: answer)
        }
    }
}
