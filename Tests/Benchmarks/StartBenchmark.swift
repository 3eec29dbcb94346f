import Foundation
import PseudoTerminal

/// From starting the program to its first prompt in a terminal, beside an empty program that links the same libraries
/// and beside Python doing nothing; in turns, so that all meet the same machine.
enum StartBenchmark {
    private static let rounds = 41

    static func run() throws {
        let home = try TemporaryFolder()
        let floor = try builtExecutable("empty-program")
        let (program, environment) = (try builtExecutable("preceptor"), ["PRECEPTOR_HOME": home.path])
        func prompt(_ executable: String) throws -> Double {
            try milliseconds {
                let window = try TerminalSession(executable, environment: environment)
                try window.wait(for: "> ")
            }
        }
        // The pack is compiled, the records are made and closed, as they are after any session that somebody ended.
        let first = try TerminalSession(program, environment: environment)
        try first.wait(for: "> ")
        try first.type("quit\r")
        _ = try first.waitForExit()
        let python = try interpreter()
        var (floors, ours, peers): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<rounds {
            floors.append(try prompt(floor))
            ours.append(try prompt(program))
            peers.append(try milliseconds { _ = try PseudoTerminal.run(python, ["-c", "pass"]) })
        }
        print("start, median of \(rounds)                                ms   x floor")
        let least = median(floors)
        for (title, times, most) in [
            ("floor: an empty program that links the same", floors, nil),
            ("preceptor to its first prompt", ours, least * 3),
            ("peer: python3 -c pass, twice the budget", peers, nil),
        ] { print(Row(title: title, figure: median(times), budget: most).text(floor: least)) }
        print(median(ours) * 2 <= median(peers) ? "under half of Python: kept" : "under half of Python: MISSED")
    }

    /// The Python that `python3` starts for whoever runs this, whatever stands between.
    private static func interpreter() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        let told = try PseudoTerminal.run(
            "/usr/bin/env", ["python3", "-c", "import sys; print(sys.executable)"], environment: environment)
        return told.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
