import PseudoTerminal

/// From starting the program to its first prompt in a terminal, beside an empty program that links the same libraries
/// and beside Python doing nothing; in turns, so that all meet the same machine.
enum StartBenchmark {
    private static let rounds = 41

    static func run() throws {
        let home = try TemporaryFolder()
        let floor = try builtExecutable("empty-program")
        let (program, environment) = (try builtExecutable("preceptor"), ["PRECEPTOR_HOME": home.path])
        func prompt(_ executable: String, _ arguments: [String] = []) throws -> Double {
            try milliseconds {
                let window = try TerminalSession(executable, arguments, environment: environment)
                try window.wait(for: "code>")
            }
        }
        let training = ["--kind", "claim", "--seed", "1", "--learner", "floor"]
        _ = try prompt(program, training)
        var (floors, ours, peers): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<rounds {
            floors.append(try prompt(floor))
            ours.append(try prompt(program, training))
            peers.append(try milliseconds { _ = try PseudoTerminal.run("/usr/bin/env", ["python3", "-c", "pass"]) })
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
}
