import PseudoTerminal

/// `score --batch` on lines that differ in answer, minutes, policy and scenario, beside Python reading and writing the
/// same JSON.
enum BatchBenchmark {
    private static let lines = 600_000
    private static let rounds = 5
    private static let echo =
        "import json, sys\nfor line in sys.stdin.buffer: sys.stdout.write(json.dumps(json.loads(line)) + '\\n')"

    static func run() throws {
        let folder = try TemporaryFolder()
        let input = try folder.write(text, to: "answers.jsonl")
        let command = "\(try builtExecutable("preceptor")) score --batch < \(input) > /dev/null"
        func seconds(_ command: [String]) throws -> Double {
            try milliseconds {
                let environment = ["PRECEPTOR_HOME": folder.path]
                _ = try PseudoTerminal.run("/usr/bin/env", command, environment: environment, within: 600)
            } / 1_000
        }
        var (ours, peers): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            ours.append(Double(lines) / (try seconds(["bash", "-c", command])))
            peers.append(
                Double(lines) / (try seconds(["bash", "-c", "python3 -c \"$0\" < \(input) > /dev/null", echo])))
        }
        print("score --batch, median of \(rounds)")
        print(
            "preceptor          \(Int(median(ours))) lines/s  (budget 150000: \(median(ours) >= 150_000 ? "kept" : "MISSED"))"
        )
        print("peer: Python, json \(Int(median(peers))) lines/s, one thread, nothing scored")
    }

    private static var text: String {
        let policies = ["started-hour", "cpt-midpoint", "full-hour", "nhia-all-time"]
        var text = ""
        for line in 0..<lines {
            let answer = "99601 x1, 99602 x\(line % 5 + 1)"
            let encounter =
                line % 3 == 0
                ? #""scenario":"iv-antibiotics""# : #""minutes":\#(line % 600),"policy":"\#(policies[line % 4])""#
            text += #"{"answer":"\#(answer)",\#(encounter)}"# + "\n"
        }
        return text
    }
}
