import CPseudoTerminal
import Glibc

/// What became of a program that was to be killed at one of its system calls.
package struct KilledRun: Sendable {
    /// Whether it was killed; else it ended before.
    package let wasKilled: Bool
    /// How often it stopped: before each system call, and after it.
    package let stops: Int
    /// What it had written to standard output.
    package let output: String
}

/// Runs a program and kills it where it stops for so many times, before or after a system call, counted from its very
/// first one.
///
/// - Parameters:
///   - path: The program.
///   - arguments: Its arguments.
///   - input: What it reads.
///   - environment: What is set beside the usual, or not at all.
///   - folder: Where it runs.
///   - stop: The number of the stop, from 1.
/// - Returns: What became of it.
/// - Throws: Where it cannot be run, or not be followed.
package func run(
    _ path: String, _ arguments: [String], input: String, environment: [String: String?], in folder: String,
    killedAtStop stop: Int
) throws -> KilledRun {
    let (read, written) = ("\(folder)/killed.in", "\(folder)/killed.out")
    try writeFile(read, input)
    // The shell stops itself, so that it can be followed before the program takes its place.
    let script = "kill -STOP $$; exec \"$0\" \"$@\" < '\(read)' > '\(written)' 2> /dev/null"
    let launch = Launch(
        executable: "/bin/sh", arguments: ["-c", script, path] + arguments, changes: environment, folder: folder)
    var child = try ChildProcess(launch) { _ in }
    defer { child.end() }
    let process = child.id
    var status: Int32 = 0
    guard waitpid(process, &status, WUNTRACED) == process, preceptor_trace(process) == 0 else {
        throw DriveFailure.system("\(path) cannot be followed")
    }
    kill(process, SIGCONT)
    var stops = 0
    var isProgram = false
    var wasKilled = false
    while waitpid(process, &status, 0) == process, status & 0x7F == 0x7F {
        let signal = status >> 8 & 0xFF
        let event = status >> 16
        if event == 0, signal == SIGTRAP | 0x80 {
            if isProgram { stops += 1 }
        } else if event == PTRACE_EVENT_EXEC.rawValue {
            isProgram = true
        }
        if stops >= stop, !wasKilled {
            wasKilled = true
            kill(process, SIGKILL)
            continue
        }
        let passesOn = event == 0 && signal != SIGTRAP && signal != SIGTRAP | 0x80 && signal != SIGCONT
        _ = preceptor_trace_on(process, passesOn ? Int(signal) : 0)
    }
    return KilledRun(wasKilled: wasKilled, stops: stops, output: try readFile(written) ?? "")
}
