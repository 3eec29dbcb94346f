import PseudoTerminal

/// From start to first prompt for a learner with a long history, beside one with none. The history is made by the
/// program itself, from answers down a pipe.
enum HistoryBenchmark {
    private static let sessions = 100
    private static let answersEach = 1_000
    private static var answers: Int { sessions * answersEach }
    private static let rounds = 21

    static func run() throws {
        let program = try builtExecutable("preceptor")
        let home = try TemporaryFolder()
        let environment = ["PRECEPTOR_HOME": home.path]
        let input = String(repeating: "99601 x1, 99602 x1\n", count: answersEach)
        let filling = try milliseconds {
            for seed in 0..<sessions {
                _ = try PseudoTerminal.run(
                    program,
                    ["--learner", "old-hand", "--kind", "claim", "--count", "\(answersEach)", "--seed", "\(seed)"],
                    input: input, environment: environment, within: 600)
            }
        }
        func prompt(_ learner: String) throws -> Double {
            try milliseconds {
                let window = try TerminalSession(program, ["--learner", learner], environment: environment)
                try window.wait(until: "an item is asked") { $0.text.contains("1/12") && $0.text.contains(">") }
            }
        }
        var (old, new): ([Double], [Double]) = ([], [])
        for round in 0..<rounds {
            new.append(try prompt("new-\(round)"))
            old.append(try prompt("old-hand"))
        }
        print("\(answers) answers down a pipe, each durable: \(Int(Double(answers) / filling * 1_000)) a second")
        print("start, median of \(rounds)                                ms   x floor")
        let floor = median(new)
        print(Row(title: "floor: a learner who never answered", figure: floor).text(floor: floor))
        print(Row(title: "a learner with \(answers) answers", figure: median(old)).text(floor: floor))
    }
}
