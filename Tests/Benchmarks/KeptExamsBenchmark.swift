import Foundation
import PseudoTerminal

/// What it takes to open an exam and to read a report where ten thousand attempts at the certification are kept, before
/// anything of them is verified and after.
enum KeptExamsBenchmark {
    private static let rounds = 5

    static func run() throws {
        let attempts = ProcessInfo.processInfo.environment["PRECEPTOR_BENCH_ATTEMPTS"].flatMap { Int($0) } ?? 10_000
        let home = try TemporaryFolder()
        print(try SatExams.make(attempts, in: home.path(of: "exams")))
        // Files that were written a moment ago are always read.
        Thread.sleep(forTimeInterval: 2.5)
        try report(home, attempts)
    }

    private static func report(_ home: TemporaryFolder, _ attempts: Int) throws {
        let program = try builtExecutable("preceptor")
        func call(_ arguments: [String], input: String = "") throws -> Double {
            try milliseconds {
                let result = try PseudoTerminal.run(
                    program, arguments, input: input, environment: ["PRECEPTOR_HOME": home.path], within: 1_200)
                if result.status != .exited(0) { print(result.output.suffix(300)) }
            }
        }
        let reading = ["exam", "report", "--blueprint", "certification", "--csv", home.path(of: "results.csv")]
        print("with \(attempts) attempts kept                             ms")
        print(
            "exam take, nothing verified yet     \(try call(["exam", "take", "certification", "--candidate", "first"]))"
        )
        print("exam report, nothing verified yet   \(try call(reading))")
        var (takes, reports): ([Double], [Double]) = ([], [])
        for round in 0..<rounds {
            takes.append(
                try call(["exam", "take", "certification", "--candidate", "new \(round)"], input: "agree\nquit\n"))
            reports.append(try call(reading))
        }
        func row(_ title: String, _ figure: Double, _ budget: Double) {
            print("\(title)\(tenths(figure))  budget \(tenths(budget)): \(figure <= budget ? "kept" : "MISSED")")
        }
        row("exam take, agreed and left          ", median(takes), 200)
        row("exam report                         ", median(reports), 1_000)
    }
}
